using System.CommandLine;
using Bleep.Cli.Options;
using Bleep.Dialogues;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep detect</c>: JSON Lines in, spans out.</summary>
internal static class DetectCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "JSON Lines, or - for standard input", Arity = ArgumentArity.ZeroOrOne };
        var explain = new Option<bool>("--explain") { Description = "Say for every span which recogniser found it, by what cue, and what made up the score" };
        var keepGoing = new Option<bool>("--keep-going") { Description = "Go on after a line that cannot be read" };
        var detection = new DetectionOptions();
        var command = new ExampleCommand(
            "detect",
            "Find personal data in dialogues: one JSON object a line in, spans out.",
            """echo '{"id":"1","turns":[{"speaker":"agent","words":["my","name","is","john"]}]}' | bleep detect --explain""")
        {
            file, explain, keepGoing,
        };
        detection.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var detector = new DialogueDetector(detection.ReadFinder(parsed));
            var lines = new DialogueLines(parsed.GetValue(file), parsed.GetValue(keepGoing));
            await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
            var writer = new FindingsWriter(output, parsed.GetValue(explain));
            await foreach ((_, var dialogue) in lines.ReadAsync(token))
            {
                writer.Write(dialogue, detector.Detect(dialogue, token));
            }
            return lines.HasFailed ? ExitCodes.InputFailed : ExitCodes.Done;
        });
        return command;
    }
}
