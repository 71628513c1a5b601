using System.Text.Encodings.Web;
using System.Text.Json;
using Bleep.Verification;

namespace Bleep.Cli.Output;

/// <summary>Tells a verdict: policies and times, never text.</summary>
internal static class VerdictOutput
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int CodeOf(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Good => ExitCodes.Done,
        VerificationOutcome.Leak => ExitCodes.LeakFound,
        _ => ExitCodes.CannotJudge,
    };

    /// <summary>Writes the verdict on standard output and, unless it is good, one line on standard error.</summary>
    public static void Write(TextWriter output, string input, VerificationResult verdict, bool asJson)
    {
        if (asJson)
        {
            WriteJson(output, input, verdict);
        }
        else if (verdict.Outcome == VerificationOutcome.Good)
        {
            output.WriteLine(ErrorLine.Clean($"{input}: good; {verdict.Checked} private stretches looked at, {verdict.WordsHeard} words heard around them"));
        }
        else
        {
            foreach (var leak in verdict.Leaks)
            {
                output.WriteLine(LineOf(leak));
            }
        }
        if (Problem(verdict) is { } problem)
        {
            ErrorLine.Write($"{input}: {problem}");
        }
    }

    /// <summary>What is wrong, in one line; null for a good result.</summary>
    public static string? Problem(VerificationResult verdict) => verdict.Outcome switch
    {
        VerificationOutcome.Good => null,
        VerificationOutcome.Leak => $"{verdict.Leaks.Count} {(verdict.Leaks.Count == 1 ? "leak" : "leaks")}, the first {LineOf(verdict.Leaks[0])}; do not publish it, redact the original again",
        _ => $"cannot be judged: {verdict.Reason}; try a better engine or listen yourself",
    };

    private static string LineOf(Leak leak) =>
        $"{leak.Policy} at {Time(leak.Time.Start)}-{Time(leak.Time.End)} ({leak.Evidence.ToString().ToLowerInvariant()})";

    private static string Time(TimeSpan time) => $"{(int)time.TotalMinutes}:{time.Seconds:00}.{time.Milliseconds:000}";

    private static void WriteJson(TextWriter output, string input, VerificationResult verdict)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("input", input);
            writer.WriteString("verdict", VerdictNames.Of(verdict.Outcome));
            writer.WriteNumber("checked", verdict.Checked);
            writer.WriteNumber("words_heard", verdict.WordsHeard);
            writer.WriteString("reason", verdict.Reason);
            writer.WriteStartArray("leaks");
            foreach (var leak in verdict.Leaks)
            {
                writer.WriteStartObject();
                writer.WriteString("policy", leak.Policy);
                writer.WriteNumber("start_ms", (long)leak.Time.Start.TotalMilliseconds);
                writer.WriteNumber("end_ms", (long)Math.Ceiling(leak.Time.End.TotalMilliseconds));
                writer.WriteString("evidence", leak.Evidence.ToString().ToLowerInvariant());
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(json.ToArray()));
    }
}
