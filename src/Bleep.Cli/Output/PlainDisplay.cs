using Bleep.Pipeline;

namespace Bleep.Cli.Output;

/// <summary>A line a stage, for pipes and logs.</summary>
internal sealed class PlainDisplay : IJobDisplay
{
    private const double Step = 0.25;

    public Task RunAsync(Func<Func<string, IProgress<RedactionProgress>>, Task> run) => run(input => new Lines(input));

    private sealed class Lines(string input) : IProgress<RedactionProgress>
    {
        private readonly Lock _lock = new();
        private RedactionStage? _stage;
        private double _told;

        public void Report(RedactionProgress value)
        {
            lock (_lock)
            {
                if (value.Stage != _stage)
                {
                    _stage = value.Stage;
                    _told = 0;
                    Console.Error.WriteLine($"{ErrorLine.Clean(input)}: {StageNames.Of(value.Stage)}");
                }
                else if (value.Share >= _told + Step && value.Share < 1)
                {
                    _told = Math.Floor(value.Share / Step) * Step;
                    Console.Error.WriteLine($"{ErrorLine.Clean(input)}: {StageNames.Of(value.Stage)} {_told * 100:F0} %");
                }
            }
        }
    }
}
