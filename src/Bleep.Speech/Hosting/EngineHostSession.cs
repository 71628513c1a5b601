using System.Buffers;
using System.Buffers.Binary;
using System.Threading.Channels;
using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.Hosting;

/// <summary>One conversation with a pool, on the host's side.</summary>
internal sealed class EngineHostSession
{
    /// <summary>Longest piece or utterance a host takes.</summary>
    private const int MaxJobSamples = 120 * ISpeechAudio.RequiredSampleRateHz;

    private readonly HostedEngines _engines;
    private readonly FrameWriter _writer;

    // One buffer for all jobs: pieces are long, and the memory of long arrays comes back late.
    private readonly ArrayBufferWriter<short> _piece = new();
    private readonly Channel<Frame> _inbox = Channel.CreateBounded<Frame>(new BoundedChannelOptions(64) { SingleReader = true, SingleWriter = true });

    private EngineHostSession(HostedEngines engines, FrameWriter writer)
    {
        _engines = engines;
        _writer = writer;
    }

    /// <summary>Serves until the input ends; see <see cref="EngineHostProgram.RunAsync(Stream, Stream, CancellationToken)"/>.</summary>
    public static async Task<int> RunAsync(Stream input, Stream output, HostedEngines engines, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writer = new FrameWriter(output);
        var session = new EngineHostSession(engines, writer);
        await writer.WriteAsync(FrameKind.Hello, 0, new HelloMessage(HelloMessage.CurrentVersion), HostJson.Default.HelloMessage, stop.Token);
        // Each on its own thread: the end of the input must be seen while native code decodes, and ends the host at once.
        var reading = Task.Run(() => session.ReadAsync(input, stop.Token), stop.Token);
        var serving = Task.Run(() => session.ServeAsync(stop.Token), stop.Token);
        var first = await Task.WhenAny(reading, serving);
        await stop.CancelAsync();
        try
        {
            await first;
            return 0;
        }
        catch (InvalidDataException)
        {
            return 2;
        }
        catch (IOException)
        {
            // The pool is gone.
            return 0;
        }
    }

    private async Task ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        var reader = new FrameReader(input);
        while (await reader.ReadAsync(cancellationToken) is { } frame)
        {
            await _inbox.Writer.WriteAsync(frame, cancellationToken);
        }
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        using var engine = await LoadAsync(cancellationToken);
        if (engine is null)
        {
            // The pool has the reason and will close the input.
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return;
        }
        while (true)
        {
            var frame = await _inbox.Reader.ReadAsync(cancellationToken);
            var job = frame.Kind is FrameKind.BeginPiece or FrameKind.BeginUtterance
                ? HostJson.Read(frame, HostJson.Default.JobMessage)
                : throw new InvalidDataException("no job begins here");
            var work = frame.Kind == FrameKind.BeginPiece
                ? ServePieceAsync(engine, frame.Job, job, cancellationToken)
                : ServeUtteranceAsync(engine, frame.Job, job, cancellationToken);
            await work;
        }
    }

    private async Task<IHostedEngine?> LoadAsync(CancellationToken cancellationToken)
    {
        var frame = await _inbox.Reader.ReadAsync(cancellationToken);
        if (frame.Kind != FrameKind.Load)
        {
            throw new InvalidDataException("no engine is loaded");
        }
        var spec = HostJson.Read(frame, HostJson.Default.EngineSpec);
        IHostedEngine? engine = null;
        await AnswerAsync(0, async () =>
        {
            engine = _engines.Load(spec);
            await _writer.WriteAsync(FrameKind.Ready, 0, cancellationToken);
        }, cancellationToken);
        return engine;
    }

    private async Task ServePieceAsync(IHostedEngine engine, uint job, JobMessage message, CancellationToken cancellationToken)
    {
        _piece.Clear();
        await foreach (var block in ReadAudioAsync(job, cancellationToken))
        {
            Append(block.Span, _piece);
        }
        var audio = _piece.WrittenMemory;
        await AnswerAsync(job, async () =>
        {
            var words = await engine.RecognizeAsync(audio, message, () => StepAsync(job, cancellationToken), cancellationToken);
            await _writer.WriteAsync(FrameKind.Result, job, words, HostJson.Default.WordsMessage, cancellationToken);
        }, cancellationToken);
    }

    private async Task ServeUtteranceAsync(IHostedEngine engine, uint job, JobMessage message, CancellationToken cancellationToken)
    {
        bool isOver = false;
        await AnswerAsync(job, async () =>
        {
            using var utterance = engine.BeginUtterance(message);
            await foreach (var block in ReadAudioAsync(job, cancellationToken))
            {
                _piece.Clear();
                Append(block.Span, _piece);
                utterance.Accept(_piece.WrittenSpan);
                await AnswerBlockAsync(utterance, job, cancellationToken);
            }
            isOver = true;
            var words = await utterance.FinishAsync(() => StepAsync(job, cancellationToken), cancellationToken);
            await _writer.WriteAsync(FrameKind.Result, job, words, HostJson.Default.WordsMessage, cancellationToken);
        }, cancellationToken);
        while (!isOver)
        {
            // After an orderly failure in the middle the rest of the utterance still comes.
            isOver = (await _inbox.Reader.ReadAsync(cancellationToken)).Kind == FrameKind.End;
        }
    }

    /// <summary>Every block of live audio is answered, so that the pool knows how far the engine is.</summary>
    private async ValueTask AnswerBlockAsync(IHostedUtterance utterance, uint job, CancellationToken cancellationToken)
    {
        if (_inbox.Reader.Count > 0)
        {
            // Behind: what is heard so far will be out of date before it arrives.
            await StepAsync(job, cancellationToken);
            return;
        }
        var words = new WordsMessage(utterance.Partial(), []);
        await _writer.WriteAsync(FrameKind.Partial, job, words, HostJson.Default.WordsMessage, cancellationToken);
    }

    private ValueTask StepAsync(uint job, CancellationToken cancellationToken) =>
        _writer.WriteAsync(FrameKind.Step, job, cancellationToken);

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAudioAsync(
        uint job, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int count = 0;
        while (true)
        {
            var frame = await _inbox.Reader.ReadAsync(cancellationToken);
            if (frame.Job == job && frame.Kind == FrameKind.End)
            {
                yield break;
            }
            count += frame.Payload.Length / sizeof(short);
            if (frame.Job != job || frame.Kind != FrameKind.Audio || frame.Payload.Length % sizeof(short) != 0 || count > MaxJobSamples)
            {
                throw new InvalidDataException("no audio of this job");
            }
            yield return frame.Payload;
        }
    }

    private static void Append(ReadOnlySpan<byte> bytes, ArrayBufferWriter<short> samples)
    {
        var target = samples.GetSpan(bytes.Length / sizeof(short));
        for (int index = 0; index < bytes.Length; index += sizeof(short))
        {
            target[index / sizeof(short)] = BinaryPrimitives.ReadInt16LittleEndian(bytes[index..]);
        }
        samples.Advance(bytes.Length / sizeof(short));
    }

    private async Task AnswerAsync(uint job, Func<Task> work, CancellationToken cancellationToken)
    {
        ErrorMessage error;
        try
        {
            await work();
            return;
        }
        catch (SpeechException exception)
        {
            error = new ErrorMessage(exception.Kind, exception.Message);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or IOException or InvalidDataException))
        {
            // Its text might quote what was said.
            error = new ErrorMessage(SpeechErrorKind.EngineFailed, $"the speech engine failed ({exception.GetType().Name})");
        }
        await _writer.WriteAsync(FrameKind.Error, job, error, HostJson.Default.ErrorMessage, cancellationToken);
    }
}
