using System.CommandLine;
using Bleep.Dialogues;
using Bleep.Synthesis.Errors;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Scripts;

namespace Bleep.Training.Calls;

/// <summary><c>make-text</c>: made-up calls as gold dialogues, without sound.</summary>
internal static class MakeTextCommand
{
    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "The first seed", DefaultValueFactory = _ => 1 };
        var count = new Option<int>("--count") { Description = "Number of calls; each takes one seed", DefaultValueFactory = _ => 100 };
        var file = new Option<FileInfo>("--out") { Description = "The file to write, JSON Lines", Required = true };
        var style = new Option<string>("--style")
        {
            Description = "recogniser: lower-case words; written: text with marks and figures",
            DefaultValueFactory = _ => "recogniser",
        };
        style.AcceptOnlyFromAmong("recogniser", "written");
        var errors = new Option<double>("--errors")
        {
            Description = "Share of words that the recogniser gets wrong, 0 to 0.5; recogniser style only",
            DefaultValueFactory = _ => 0,
        };
        var common = new CallOptionsInput();
        var command = new Command("make-text", "Write made-up calls with gold spans, as bleep detect and bleep eval read them")
        {
            seed, count, file, style, errors,
        };
        common.AddTo(command);
        command.SetAction((parsed, token) => RunAsync(
            new CallGenerator(common.Read(parsed)).Generate(parsed.GetValue(seed), parsed.GetValue(count)),
            parsed.GetRequiredValue(file),
            parsed.GetValue(style) == "written",
            new RecognizerErrors(parsed.GetValue(errors)),
            parsed.GetValue(seed),
            token));
        return command;
    }

    private static async Task<int> RunAsync(
        IEnumerable<SyntheticCall> calls, FileInfo file, bool isWritten, RecognizerErrors errors, int seed, CancellationToken cancellationToken)
    {
        await using var output = file.Create();
        var writer = new DialogueWriter(output);
        foreach (var call in calls)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(isWritten ? DialogueExport.Written(call) : DialogueExport.Spoken(errors.Apply(call, seed++)));
        }
        return 0;
    }
}
