using Bleep.Pipeline;
using Spectre.Console;

namespace Bleep.Cli.Output;

/// <summary>A bar an input, for terminals.</summary>
/// <param name="listens">True when recognising is part of the jobs and takes most of their time.</param>
internal sealed class TerminalDisplay(bool listens) : IJobDisplay
{
    public async Task RunAsync(Func<Func<string, IProgress<RedactionProgress>>, Task> run)
    {
        // Results go to standard output, where they may be piped on; the bars stay on the terminal.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => run(input => new Bar(context.AddTask(Markup.Escape(ErrorLine.Clean(input))), input, listens)));
    }

    private sealed class Bar(ProgressTask task, string input, bool listens) : IProgress<RedactionProgress>
    {
        public void Report(RedactionProgress value)
        {
            (double from, double to) = Part(value.Stage);
            task.Description = $"{Markup.Escape(ErrorLine.Clean(Path.GetFileName(input)))} [grey]{StageNames.Of(value.Stage)}[/]";
            task.Value = Math.Max(task.Value, 100 * (from + ((to - from) * value.Share)));
        }

        // Recognising takes most of the time wherever it is done.
        private (double From, double To) Part(RedactionStage stage) => stage switch
        {
            RedactionStage.Opening => (0, 0.01),
            RedactionStage.Listening => (0.01, 0.85),
            RedactionStage.Detecting => listens ? (0.85, 0.86) : (0.01, 0.05),
            RedactionStage.Masking => listens ? (0.86, 0.94) : (0.05, 0.9),
            RedactionStage.Verifying => (0.94, 0.99),
            _ => (0.99, 1),
        };
    }
}
