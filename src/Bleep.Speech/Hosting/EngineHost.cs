using System.Diagnostics;
using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.Hosting;

/// <summary>
/// One engine host as the pool sees it: a child process with a loaded engine that does one job at a time. After a
/// <see cref="HostFailure"/> or a cancelled call it is of no more use and must be disposed, which ends the process.
/// </summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly Process _process;
    private readonly EngineHostPoolOptions _options;
    private readonly TimeProvider _time;
    private readonly FrameReader _reader;
    private readonly FrameWriter _writer;
    private readonly Task _errorDrain;
    private uint _job;
    private bool _isDisposed;

    private EngineHost(Process process, EngineSpec spec, EngineHostPoolOptions options, TimeProvider time)
    {
        _process = process;
        ProcessId = process.Id;
        Spec = spec;
        _options = options;
        _time = time;
        _reader = new FrameReader(process.StandardOutput.BaseStream);
        _writer = new FrameWriter(process.StandardInput.BaseStream);
        _errorDrain = DrainAsync(process.StandardError.BaseStream);
        LastUsed = time.GetTimestamp();
    }

    /// <summary>What it has loaded.</summary>
    public EngineSpec Spec { get; }

    /// <summary>When it last did something, as a timestamp of the pool's clock.</summary>
    public long LastUsed { get; private set; }

    /// <summary>False when the process is gone.</summary>
    public bool IsAlive => !_isDisposed && !_process.HasExited;

    /// <summary>Process id.</summary>
    public int ProcessId { get; }

    /// <summary>
    /// True once it served a live session; recordings then go elsewhere. What a live utterance teaches an engine about its channel stays
    /// in the engine (PocketSphinx never goes back to measuring the channel of each piece by itself), and a recording would no longer be
    /// heard the same whatever the host did before.
    /// </summary>
    public bool HasServedLive { get; set; }

    /// <summary>Number of the current job.</summary>
    public uint Job => _job;

    /// <summary>Takes over a process that was just started and loads the engine.</summary>
    /// <exception cref="HostFailure">The host did not come up.</exception>
    /// <exception cref="SpeechException">The engine cannot be loaded.</exception>
    public static async Task<EngineHost> LoadAsync(
        Process process, EngineSpec spec, EngineHostPoolOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var host = new EngineHost(process, spec, options, time);
        try
        {
            var hello = await host.ReadAsync(options.StartTimeout, FrameKind.Hello, cancellationToken);
            if (Parse(hello, HostJson.Default.HelloMessage).Version != HelloMessage.CurrentVersion)
            {
                throw new HostFailure(SpeechErrorKind.HostFailedToStart, "the engine host is of another version");
            }
            await host.WriteAsync(host._writer.WriteAsync(FrameKind.Load, 0, spec, HostJson.Default.EngineSpec, cancellationToken), cancellationToken);
            var ready = await host.ReadAsync(options.StartTimeout, null, cancellationToken);
            ThrowIfError(ready);
            return ready.Kind == FrameKind.Ready ? host : throw NotAnAnswer();
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Recognises a piece.</summary>
    /// <exception cref="HostFailure">The host crashed, hung or talked nonsense.</exception>
    /// <exception cref="SpeechException">The engine reported a failure; the host is still good.</exception>
    public async Task<WordsMessage> RecognizeAsync(ReadOnlyMemory<short> samples, JobMessage message, CancellationToken cancellationToken)
    {
        await BeginAsync(FrameKind.BeginPiece, message, cancellationToken);
        await SendAudioAsync(samples, cancellationToken);
        await EndAsync(cancellationToken);
        while (true)
        {
            if (await ReadReplyAsync(_options.ReplyTimeout, cancellationToken) is { Kind: FrameKind.Result } result)
            {
                return ReadWords(result);
            }
        }
    }

    /// <summary>Begins a job.</summary>
    public async Task BeginAsync(FrameKind kind, JobMessage message, CancellationToken cancellationToken)
    {
        _job++;
        await WriteAsync(_writer.WriteAsync(kind, _job, message, HostJson.Default.JobMessage, cancellationToken), cancellationToken);
    }

    /// <summary>Sends audio of the current job.</summary>
    public Task SendAudioAsync(ReadOnlyMemory<short> samples, CancellationToken cancellationToken) =>
        WriteAsync(_writer.WriteAudioAsync(_job, samples, cancellationToken), cancellationToken);

    /// <summary>Says that the current job's audio is complete.</summary>
    public Task EndAsync(CancellationToken cancellationToken) =>
        WriteAsync(_writer.WriteAsync(FrameKind.End, _job, cancellationToken), cancellationToken);

    /// <summary>Reads the next answer to the current job.</summary>
    /// <param name="timeout">Longest wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A step, a partial result or the result.</returns>
    public async Task<Frame> ReadReplyAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var frame = await ReadAsync(timeout, null, cancellationToken);
        ThrowIfError(frame);
        if (frame.Job != _job || frame.Kind is not (FrameKind.Step or FrameKind.Partial or FrameKind.Result))
        {
            throw NotAnAnswer();
        }
        return frame;
    }

    /// <summary>The words of a result.</summary>
    /// <exception cref="HostFailure">They make no sense.</exception>
    public static WordsMessage ReadWords(Frame frame)
    {
        var message = Parse(frame, HostJson.Default.WordsMessage);
        int last = 0;
        foreach (var word in message.Words)
        {
            bool isSound = word is { Text.Length: > 0, Confidence: >= 0 and <= 1 } && word.StartMs >= last && word.EndMs >= word.StartMs;
            last = isSound ? word.StartMs : throw NotAnAnswer();
        }
        return message;
    }

    /// <summary>Ends the process and waits until it is gone, so that no zombie stays.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // Already gone.
        }
        await _process.WaitForExitAsync(CancellationToken.None);
        await _errorDrain;
        _process.Dispose();
        _writer.Dispose();
    }

    private async Task WriteAsync(ValueTask write, CancellationToken cancellationToken)
    {
        LastUsed = _time.GetTimestamp();
        try
        {
            await write.AsTask().WaitAsync(_options.ReplyTimeout, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new HostFailure(SpeechErrorKind.HostHung, "the speech engine stopped listening");
        }
        catch (IOException)
        {
            throw await DeathAsync();
        }
    }

    private async Task<Frame> ReadAsync(TimeSpan timeout, FrameKind? expected, CancellationToken cancellationToken)
    {
        Frame? frame;
        try
        {
            frame = await _reader.ReadAsync(cancellationToken).AsTask().WaitAsync(timeout, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new HostFailure(SpeechErrorKind.HostHung, $"the speech engine gave no answer for {timeout.TotalSeconds:0} s");
        }
        catch (InvalidDataException)
        {
            throw NotAnAnswer();
        }
        catch (IOException)
        {
            frame = null;
        }
        LastUsed = _time.GetTimestamp();
        var present = frame ?? throw await DeathAsync();
        return expected is null || present.Kind == expected ? present : throw NotAnAnswer();
    }

    private static void ThrowIfError(Frame frame)
    {
        if (frame.Kind == FrameKind.Error)
        {
            var error = Parse(frame, HostJson.Default.ErrorMessage);
            throw new SpeechException(error.Kind, error.Message);
        }
    }

    private static T Parse<T>(Frame frame, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        try
        {
            return HostJson.Read(frame, type);
        }
        catch (InvalidDataException)
        {
            throw NotAnAnswer();
        }
    }

    /// <summary>The stream ended: the process is dead or has closed its output, which is as good as dead.</summary>
    private async Task<HostFailure> DeathAsync()
    {
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5), _time);
        }
        catch (TimeoutException)
        {
            return new HostFailure(SpeechErrorKind.HostCrashed, "the speech engine closed its connection");
        }
        // .NET reports death by a signal as 128 and the signal's number.
        var how = _process.ExitCode > 128 ? $"signal {_process.ExitCode - 128}" : $"exit code {_process.ExitCode}";
        return new HostFailure(SpeechErrorKind.HostCrashed, $"the speech engine crashed ({how})");
    }

    private static HostFailure NotAnAnswer() => new(SpeechErrorKind.HostProtocol, "the speech engine's host gave an answer that is none");

    /// <summary>What a host prints could quote what it hears; it is read so that the host never blocks on it, and dropped.</summary>
    private static async Task DrainAsync(Stream stream)
    {
        var buffer = new byte[1024];
        try
        {
            while (await stream.ReadAsync(buffer, CancellationToken.None) > 0)
            {
            }
        }
        catch (IOException)
        {
            // The process is gone.
        }
    }
}
