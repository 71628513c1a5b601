using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Bleep.Cli.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampleCommand : Command
{
    /// <param name="name">The word that names the command.</param>
    /// <param name="description">What it does.</param>
    /// <param name="examples">Whole command lines as a user types them; tests run them.</param>
    public ExampleCommand(string name, string description, params IReadOnlyList<string> examples)
        : base(name, description) => Examples = examples;

    /// <summary>Whole command lines as a user types them.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Makes the help of every command of this root end with the command's examples.</summary>
    public static void ShowExamples(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        }
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var configuration = parseResult.InvocationConfiguration;
            var output = configuration.Output;
            var text = new StringWriter();
            configuration.Output = text;
            int code = help.Invoke(parseResult);
            configuration.Output = output;
            // The program is started by another name than its file's.
            output.Write(text.ToString().Replace($"  {RootCommand.ExecutableName} ", "  bleep ", StringComparison.Ordinal));
            var examples = (parseResult.CommandResult.Command as ExampleCommand)?.Examples ?? ["bleep redact samples/call.mp3"];
            output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
            foreach (string example in examples)
            {
                output.WriteLine($"  {example}");
            }
            output.WriteLine();
            return code;
        }
    }
}
