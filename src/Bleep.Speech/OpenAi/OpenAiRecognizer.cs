using Bleep.Speech.Hosting;
using Bleep.Speech.Segmentation;
using Bleep.Speech.Timing;
using Bleep.Transcripts;

namespace Bleep.Speech.OpenAi;

/// <summary>Recognises recordings on a server with OpenAI's interface: cuts the audio at silences and sends each piece by itself.</summary>
internal sealed class OpenAiRecognizer(OpenAiSettings settings, TimeProvider time) : ISpeechRecognizer
{
    private readonly OpenAiClient _client = new(settings, time);
    private readonly SplitterOptions _splitting = new();

    /// <inheritdoc/>
    public EngineInfo Info { get; } = OpenAiModel.InfoOf(settings);

    /// <inheritdoc/>
    public async Task<RecognitionResult> RecognizeAsync(
        ISpeechAudio audio, RecognitionOptions options, IProgress<TimeSpan>? progress, CancellationToken cancellationToken)
    {
        var message = JobMessages.Of(Info, options.Language, options.Keyterms);
        var prompt = OpenAiClient.PromptOf(options.Keyterms, out bool isCut);
        var splitter = new SpeechSplitter(audio, _splitting);
        var words = new List<Word>();
        bool isEstimated = false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var inFlight = new Queue<Task<(OpenAiAnswer Answer, TimeSpan Start, TimeSpan End)>>();
        try
        {
            await foreach (var piece in splitter.SplitAsync(stop.Token))
            {
                if (inFlight.Count >= 2 * settings.MaxConcurrency)
                {
                    Take(await inFlight.Dequeue());
                }
                inFlight.Enqueue(SendAsync(piece, message.Language, prompt, stop.Token));
            }
            while (inFlight.TryDequeue(out var sending))
            {
                Take(await sending);
            }
        }
        catch
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(inFlight)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        progress?.Report(splitter.AudioRead);
        return new RecognitionResult(words)
        {
            LanguageCode = message.Language,
            Duration = splitter.AudioRead,
            Warnings =
            [
                .. isEstimated ? new[] { SpreadWords.Warning } : [],
                .. isCut ? new[] { "some keyterms are ignored: the server takes a list of 800 characters" } : [],
            ],
        };

        void Take((OpenAiAnswer Answer, TimeSpan Start, TimeSpan End) done)
        {
            words.AddRange(done.Answer.Words.Select(word => word.ToWord(done.Start)));
            isEstimated |= done.Answer.IsEstimated;
            progress?.Report(done.End);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(OpenAiAnswer, TimeSpan, TimeSpan)> SendAsync(AudioPiece piece, string language, string? prompt, CancellationToken cancellationToken)
    {
        using (piece)
        {
            int end = language.AsSpan().IndexOfAny('-', '_');
            var primary = (end < 0 ? language : language[..end]).ToLowerInvariant();
            var body = await _client.TranscribeAsync(piece.Samples, primary, prompt, cancellationToken);
            return (OpenAiAnswer.Read(body, (int)(piece.End - piece.Start).TotalMilliseconds), piece.Start, piece.End);
        }
    }
}
