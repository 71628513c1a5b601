using Bleep.Pipeline;

namespace Bleep.Cli.Output;

/// <summary>Shows on standard error how far the jobs are.</summary>
internal interface IJobDisplay
{
    /// <summary>Runs the jobs while showing them.</summary>
    /// <param name="run">Runs all jobs; given a way to make the progress of one input.</param>
    Task RunAsync(Func<Func<string, IProgress<RedactionProgress>>, Task> run);
}
