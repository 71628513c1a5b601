using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Segmentation;
using Bleep.Speech.Sherpa;
using Bleep.Transcripts;

namespace Bleep.Speech.Hosting;

/// <summary>
/// Recognises recordings with an engine that runs in engine hosts: cuts the audio into pieces, has several decoded at a time, puts
/// the words together in order.
/// </summary>
internal sealed class PooledRecognizer(EngineInfo info, EngineSpec spec, EngineHostPool pool, SplitterOptions splitting) : ISpeechRecognizer
{
    /// <inheritdoc/>
    public EngineInfo Info => info;

    /// <inheritdoc/>
    public async Task<RecognitionResult> RecognizeAsync(
        ISpeechAudio audio, RecognitionOptions options, IProgress<TimeSpan>? progress, CancellationToken cancellationToken)
    {
        var message = JobMessages.Of(info, options.Language, options.Keyterms);
        var job = new Job(message, progress);
        var detector = spec.Files.ContainsKey(SherpaModel.VadRole) ? new HostedSpeechDetector(spec, pool, job, message) : null;
        var splitter = new SpeechSplitter(audio, splitting, detector);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var inFlight = new Queue<Task<(WordsMessage Heard, AudioPiece Piece)>>();
        try
        {
            await foreach (var piece in splitter.SplitAsync(stop.Token))
            {
                // One piece waits for each that is decoded: hosts are busy all the time, and memory is bounded.
                if (inFlight.Count >= 2 * pool.MaxHosts)
                {
                    job.Take(await inFlight.Dequeue());
                }
                inFlight.Enqueue(DecodeAsync(job, piece, stop.Token));
            }
            while (inFlight.TryDequeue(out var decoding))
            {
                job.Take(await decoding);
            }
        }
        catch
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(inFlight)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        progress?.Report(splitter.AudioRead);
        return new RecognitionResult(job.Words)
        {
            LanguageCode = message.Language,
            Duration = splitter.AudioRead,
            Warnings = [.. job.Warnings],
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<(WordsMessage, AudioPiece)> DecodeAsync(Job job, AudioPiece piece, CancellationToken cancellationToken)
    {
        using (piece)
        {
            try
            {
                return (await DecodeOnceAsync(job, piece, isFresh: false, cancellationToken), piece);
            }
            catch (HostFailure)
            {
                // Perhaps not this piece's fault: once more, in a host that has seen nothing else.
            }
            try
            {
                return (await DecodeOnceAsync(job, piece, isFresh: true, cancellationToken), piece);
            }
            catch (HostFailure failure)
            {
                throw new SpeechException(
                    failure.Kind, $"{failure.Message}, twice, on the audio from {piece.Start:h\\:mm\\:ss} to {piece.End:h\\:mm\\:ss}", failure);
            }
        }
    }

    private async Task<WordsMessage> DecodeOnceAsync(Job job, AudioPiece piece, bool isFresh, CancellationToken cancellationToken)
    {
        await using var lease = await pool.LeaseAsync(spec, job, isFresh, cancellationToken);
        try
        {
            var words = await lease.Host.RecognizeAsync(piece.Samples, job.Message, cancellationToken);
            lease.Keep();
            return words;
        }
        catch (SpeechException)
        {
            lease.Keep();
            throw;
        }
    }

    /// <summary>One call of <see cref="RecognizeAsync"/>, and what it has so far.</summary>
    private sealed class Job(JobMessage message, IProgress<TimeSpan>? progress)
    {
        public JobMessage Message => message;

        public List<Word> Words { get; } = [];

        public HashSet<string> Warnings { get; } = [];

        public void Take((WordsMessage Heard, AudioPiece Piece) done)
        {
            Words.AddRange(done.Heard.Words.Select(word => word.ToWord(done.Piece.Start)));
            Warnings.UnionWith(done.Heard.Warnings);
            progress?.Report(done.Piece.End);
        }
    }
}
