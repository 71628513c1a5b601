using Bleep.Cli.Engines;
using Bleep.Cli.Output;
using Bleep.Media;
using Bleep.Outputs;
using Bleep.Pipeline;

namespace Bleep.Cli.Commands;

/// <summary>One run of <c>bleep redact</c> over all its inputs: what fails is told and left out, the others are done.</summary>
internal sealed class RedactRun(PersonalDataFinder finder, RedactionSettings settings)
{
    /// <summary>With several failed inputs the code of the worst one counts, the worst last.</summary>
    private static readonly int[] s_severity =
        [ExitCodes.Done, ExitCodes.InputFailed, ExitCodes.MachineLacks, ExitCodes.CannotJudge, ExitCodes.LeakFound];

    private readonly Lock _lock = new();
    private int _exitCode = ExitCodes.Done;

    public string? OutFolder { get; init; }

    public string? TranscriptPath { get; init; }

    public bool UsesRandomNames { get; init; }

    public int Jobs { get; init; } = 1;

    public bool WritesJson { get; init; }

    public bool ReplacesOutputs { get; init; }

    /// <summary>Runs all inputs.</summary>
    /// <param name="named">Files and folders as the user named them.</param>
    /// <param name="openEngine">Opens the engine; not called where the words are given.</param>
    /// <param name="cancellationToken">Stops everything; unfinished outputs are removed.</param>
    public async Task<int> RunAsync(string[] named, Func<Task<EngineSession>> openEngine, CancellationToken cancellationToken)
    {
        var inputs = InputFiles.Expand(named, OutFolder, Fail);
        if (TranscriptPath is not null && (inputs.Count > 1 || named.Length > 1))
        {
            throw CommandFailure.Usage("--transcript goes with a single input; redact the others in runs of their own");
        }
        if (inputs.Count == 0)
        {
            return _exitCode;
        }
        var transcript = TranscriptPath is null ? null : await TranscriptFile.ReadAsync(TranscriptPath, cancellationToken);
        var tools = MediaTools.Locate();
        await using var engine = transcript is null || settings.Verifies ? await openEngine() : null;
        if (engine?.Notice is { } notice)
        {
            ErrorLine.Write(notice);
        }
        var pipeline = new RedactionPipeline(tools, finder, engine?.Recognizer, settings);
        var names = OutputNames.Choose(inputs, UsesRandomNames);
        RedactionRequest[] requests =
        [
            .. inputs.Zip(names, (input, name) => new RedactionRequest(input.InputPath, input.OutputFolder, name) { Transcript = transcript }),
        ];
        AskToReplace(requests);
        RemoveLeftovers(requests);
        DebugLog.Current.Write($"{requests.Length} inputs, {Jobs} at a time, engine {engine?.Recognizer.Info.Name ?? "transcript"}");

        IJobDisplay display = Console.IsErrorRedirected || WritesJson ? new PlainDisplay() : new TerminalDisplay(listens: transcript is null);
        await display.RunAsync(makeProgress => Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = Jobs, CancellationToken = cancellationToken },
            async (request, token) => await RunOneAsync(pipeline, request, makeProgress(request.InputPath), token)));
        return _exitCode;
    }

    private async Task RunOneAsync(
        RedactionPipeline pipeline, RedactionRequest request, IProgress<RedactionProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            var result = await pipeline.RunAsync(request, progress, cancellationToken);
            foreach (string warning in result.Warnings)
            {
                ErrorLine.Write($"{request.InputPath}: {warning}");
            }
            DebugLog.Current.Write($"{result.Audit.Redactions.Count} redactions, {result.Audit.Masked.Ranges.Length} masks");
            lock (_lock)
            {
                RedactionOutput.Write(Console.Out, request.InputPath, result, WritesJson);
            }
            if (result.Verification is { } verdict && VerdictOutput.Problem(verdict) is { } problem)
            {
                Fail(request.InputPath, $"{problem}; no media was published", VerdictOutput.CodeOf(verdict.Outcome));
            }
        }
        catch (Exception exception) when (FailureText.IsOfInput(exception))
        {
            DebugLog.Current.Fault(exception);
            Fail(request.InputPath, FailureText.Of(exception), FailureText.CodeOf(exception));
        }
    }

    private void Fail(string input, string message) => Fail(input, message, ExitCodes.InputFailed);

    private void Fail(string input, string message, int exitCode)
    {
        lock (_lock)
        {
            if (Array.IndexOf(s_severity, exitCode) > Array.IndexOf(s_severity, _exitCode))
            {
                _exitCode = exitCode;
            }
            ErrorLine.Write($"{input}: {message}");
            if (WritesJson && exitCode is ExitCodes.InputFailed or ExitCodes.MachineLacks)
            {
                RedactionOutput.WriteFailure(Console.Out, input, message);
            }
        }
    }

    // A run that was killed could not remove its unfinished outputs.
    private static void RemoveLeftovers(RedactionRequest[] requests)
    {
        int removed = requests.Select(request => Path.GetFullPath(request.OutputFolder)).Distinct().Sum(OutputTransaction.RemoveLeftovers);
        if (removed > 0)
        {
            DebugLog.Current.Write($"unfinished outputs of {removed} killed runs removed");
        }
    }

    // On a terminal a slip of the keys should not cost earlier results; a script that runs twice replaces its own.
    private void AskToReplace(RedactionRequest[] requests)
    {
        if (ReplacesOutputs || Console.IsInputRedirected || Console.IsErrorRedirected)
        {
            return;
        }
        int existing = requests.Count(request => File.Exists(Path.Combine(request.OutputFolder, $"{request.OutputName}.audit.json")));
        if (existing == 0)
        {
            return;
        }
        Console.Error.Write($"bleep: outputs of {existing} of {requests.Length} inputs are there already. Replace them? [y/N] ");
        if (Console.ReadLine()?.Trim() is not ("y" or "Y" or "yes"))
        {
            throw CommandFailure.Input("nothing was replaced; choose another folder with --out, or answer with --yes");
        }
    }
}
