using System.CommandLine;
using Bleep.Cli.Options;
using Bleep.Cli.Output;
using Bleep.Speech.Models;
using Bleep.Speech.Models.Fetching;
using Bleep.Speech.OpenAi;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep models pull</c>: fetches models, and the library they run in.</summary>
internal static class ModelsPullCommand
{
    /// <summary>The name that stands for the library itself.</summary>
    public const string LibraryName = "sherpa-onnx";

    /// <summary>Environment variable with the mirror where none is given.</summary>
    private const string MirrorVariable = "BLEEP_MIRROR";

    public static Command Create()
    {
        var names = new Argument<string[]>("names")
        {
            Description = $"Models of 'bleep models list', or {LibraryName} for the library alone",
            HelpName = "NAME",
            Arity = ArgumentArity.OneOrMore,
        };
        var mirror = new Option<string?>("--mirror")
        {
            Description = $"Fetch from URL/ARCHIVE instead of the makers' addresses; default {MirrorVariable}",
            HelpName = "URL",
        };
        var data = DataOption.Create();
        var command = new ExampleCommand(
            "pull", "Fetch models; a download that broke off goes on where it stopped.", "bleep models pull parakeet-tdt-0.6b-v3")
        {
            names, mirror, data,
        };
        command.SetAction(async (parsed, token) =>
        {
            var models = parsed.GetRequiredValue(names).Where(name => name != LibraryName).Select(Find).ToList();
            var from = ReadMirror(parsed.GetValue(mirror));
            var store = new ModelStore(SpeechDataFolder.Locate(parsed.GetValue(data)));
            var installer = new ModelInstaller(store, ModelCatalogue.Default);
            if (!store.HasLibrary || models.Count == 0)
            {
                using (var display = new FetchDisplay(LibraryName))
                {
                    await installer.PullLibraryAsync(from, display, token);
                }
                Console.Out.WriteLine($"{LibraryName}: installed");
            }
            foreach (var model in models)
            {
                using (var display = new FetchDisplay(model.Name))
                {
                    await installer.PullAsync(model, from, display, token);
                }
                Console.Out.WriteLine($"{model.Name}: installed; licence {model.Licence}; try it: bleep models test {model.Name}");
            }
        });
        return command;
    }

    private static CatalogueModel Find(string name) => ModelCatalogue.Default.Find(name)
        ?? throw CommandFailure.Usage($"there is no model '{name}' to fetch; 'bleep models list' shows what there is");

    private static Uri? ReadMirror(string? given)
    {
        string? text = given ?? Environment.GetEnvironmentVariable(MirrorVariable);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        return OpenAiSettings.TryReadAddress(text, out var mirror) ? mirror : throw CommandFailure.Usage("--mirror takes an http or https address");
    }
}
