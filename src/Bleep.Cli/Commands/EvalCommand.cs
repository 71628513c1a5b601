using System.CommandLine;
using Bleep.Cli.Options;
using Bleep.Cli.Output;
using Bleep.Dialogues;
using Bleep.Evaluation;
using Bleep.Pii.Policies;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep eval</c>: how much would leak, how much is hidden for nothing.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var gold = new Argument<string>("gold") { Description = "Dialogues with gold spans, JSON Lines, or - for standard input", HelpName = "GOLD.jsonl" };
        var errors = new Option<int>("--errors") { Description = "Show this many of the worst cases, with their text", HelpName = "N" };
        var by = new Option<string?>("--by") { Description = "group: the figures of every policy for each group of gold spans" };
        by.AcceptOnlyFromAmong("group");
        var resamples = new Option<int>("--resamples") { Description = "Bootstrap draws for the intervals", DefaultValueFactory = _ => 1000 };
        var keepGoing = new Option<bool>("--keep-going") { Description = "Go on after a line that cannot be read" };
        var json = new Option<bool>("--json") { Description = "Write the figures as JSON" };
        var detection = new DetectionOptions();
        var command = new ExampleCommand(
            "eval",
            "Measure detection against gold spans: leak, recall, precision, over-redaction.",
            "bleep eval gold.jsonl --errors 10")
        {
            gold, errors, by, resamples, keepGoing, json,
        };
        detection.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var finder = detection.ReadFinder(parsed);
            var detector = new DialogueDetector(finder);
            var lines = new DialogueLines(parsed.GetRequiredValue(gold), parsed.GetValue(keepGoing));
            var evaluator = new Evaluator(finder.Options.Policies.Select(policy => policy.Name).ToHashSet(), Math.Max(0, parsed.GetValue(errors)));
            await foreach ((long line, var dialogue) in lines.ReadAsync(token))
            {
                if (TryCanonicalise(dialogue, out var canonical, out string? error))
                {
                    evaluator.Add(canonical, Predict(detector, canonical, token));
                }
                else
                {
                    lines.Reject(line, error);
                }
            }
            var report = evaluator.Report(Math.Max(0, parsed.GetValue(resamples)));
            if (parsed.GetValue(json))
            {
                await using var output = Console.OpenStandardOutput();
                EvaluationJson.Write(output, report);
            }
            else
            {
                EvaluationTable.Write(Console.Out, report, byGroup: parsed.GetValue(by) == "group");
            }
            return lines.HasFailed ? ExitCodes.InputFailed : ExitCodes.Done;
        });
        return command;
    }

    private static IReadOnlyList<PredictedSpan>[] Predict(DialogueDetector detector, Dialogue dialogue, CancellationToken cancellationToken) =>
    [
        .. detector.Detect(dialogue, cancellationToken).Select(turn =>
            (IReadOnlyList<PredictedSpan>)[.. turn.Select(found => new PredictedSpan(found.Start, found.End, found.Span.Policy.Name))]),
    ];

    private static bool TryCanonicalise(Dialogue dialogue, out Dialogue canonical, out string error)
    {
        error = "";
        canonical = dialogue;
        var names = dialogue.Turns.SelectMany(turn => turn.Spans).Select(span => span.Policy).Distinct();
        var renamed = new Dictionary<string, string>();
        foreach (string name in names)
        {
            if (!PiiPolicies.TryFind(name, out var policy))
            {
                error = PiiPolicies.Nearest(name) is { } nearest ? $"a span has an unknown policy; '{nearest}' is the nearest" : "a span has an unknown policy";
                return false;
            }
            if (policy.Name != name)
            {
                renamed[name] = policy.Name;
            }
        }
        if (renamed.Count > 0)
        {
            canonical = dialogue with
            {
                Turns =
                [
                    .. dialogue.Turns.Select(turn => turn with
                    {
                        Spans = [.. turn.Spans.Select(span => span with { Policy = renamed.GetValueOrDefault(span.Policy, span.Policy) })],
                    }),
                ],
            };
        }
        return true;
    }
}
