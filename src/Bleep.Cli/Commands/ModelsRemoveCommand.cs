using System.CommandLine;
using Bleep.Cli.Options;
using Bleep.Speech.Models;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep models remove</c>.</summary>
internal static class ModelsRemoveCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("names") { Description = "Installed models", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
        var data = DataOption.Create();
        var command = new ExampleCommand("remove", "Remove installed models.", "bleep models remove my-model") { names, data };
        command.SetAction(parsed =>
        {
            var store = new ModelStore(SpeechDataFolder.Locate(parsed.GetValue(data)));
            foreach (string name in parsed.GetRequiredValue(names))
            {
                if (!store.Remove(name))
                {
                    throw CommandFailure.Usage($"the model '{name}' is not installed; 'bleep models list --installed' shows what is");
                }
                Console.Out.WriteLine($"{name}: removed");
            }
        });
        return command;
    }
}
