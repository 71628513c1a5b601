using Bleep.Evaluation;

namespace Bleep.Cli.Output;

/// <summary>Prints figures for people.</summary>
internal static class EvaluationTable
{
    public static void Write(TextWriter output, EvaluationReport report, bool byGroup)
    {
        output.WriteLine($"{report.Dialogues} dialogues, {report.OrdinaryTokens} tokens that are not private; intervals are 95 % bootstrap");
        output.WriteLine();
        WriteHeader(output);
        foreach (var row in report.Rows.Where(row => row.Key.Group is null))
        {
            WriteRow(output, row.Key.Policy ?? "ALL", row);
        }
        foreach (var group in report.Rows.Where(row => row.Key.Group is not null).GroupBy(row => row.Key.Group!))
        {
            output.WriteLine();
            output.WriteLine($"group {group.Key} (counted apart)");
            foreach (var row in group.Where(row => byGroup || row.Key.Policy is null))
            {
                output.WriteLine($"  {row.Key.Policy ?? "ALL",-24}{row.GoldTokens,8}  {Share(row.Leak),-22}{Percent(row.Recall.Value),8}");
            }
        }
        foreach (var error in report.Errors)
        {
            output.WriteLine();
            string kind = error.Kind == EvaluationErrorKind.Leak ? "LEAK" : "OVER-REDACTION";
            output.WriteLine($"{kind} {error.Policy}, {error.Tokens} tokens, dialogue {error.Dialogue}, turn {error.Turn}{(error.Group is null ? "" : $", {error.Group}")}");
            output.WriteLine(ErrorLine.Clean($"  {Tail(error.Before)} [[{error.Text}]] {Head(error.After)}"));
        }
    }

    private static void WriteHeader(TextWriter output) =>
        output.WriteLine($"  {"policy",-24}{"tokens",8}  {"leak",-22}{"recall",8}{"prec.",8}{"F1",8}{"F2",8}  {"over-redaction",-22}");

    private static void WriteRow(TextWriter output, string name, EvaluationRow row) => output.WriteLine(
        $"  {name,-24}{row.GoldTokens,8}  {Share(row.Leak),-22}{Percent(row.Recall.Value),8}{Percent(row.Precision.Value),8}"
        + $"{Percent(row.F1),8}{Percent(row.F2),8}  {Share(row.OverRedaction, digits: 2),-22}");

    private static string Share(Interval interval, int digits = 1) => double.IsNaN(interval.Value)
        ? "-"
        : $"{Percent(interval.Value, digits)} [{Percent(interval.Low, digits)}, {Percent(interval.High, digits)}]";

    private static string Percent(double value, int digits = 1) => double.IsNaN(value) ? "-" : (value * 100).ToString($"F{digits}");

    private static string Tail(string text) => text.Length <= 120 ? text : $"…{text[^120..]}";

    private static string Head(string text) => text.Length <= 120 ? text : $"{text[..120]}…";
}
