using System.Threading.Channels;
using Bleep.Speech;
using Bleep.Transcripts;

namespace Bleep.Server.Tests.Streaming;

/// <summary>An engine that hears given words at given times, whatever sounds: what is tested is what becomes of them.</summary>
/// <param name="words">The words in the order of time.</param>
internal sealed class ScriptedRecognizer(params IReadOnlyList<Word> words) : IStreamingRecognizer
{
    private const int FrameSamples = 1600;

    public EngineInfo Info { get; init; } = new("scripted", "words") { Languages = ["en"], Capabilities = EngineCapabilities.Streaming };

    /// <summary>Fails after this time of audio; null never.</summary>
    public TimeSpan? FailsAt { get; init; }

    /// <summary>Opens only when this is done.</summary>
    public Task Opening { get; init; } = Task.CompletedTask;

    public List<StreamingOptions> Opened { get; } = [];

    /// <summary>Everything that was written to the last session.</summary>
    public List<short> Written { get; } = [];

    public int Disposed { get; private set; }

    /// <summary>Words of 300 ms each, from a time on.</summary>
    public static IEnumerable<Word> Say(string text, int startMs) =>
        text.Split(' ').Select((word, index) => new Word(
            word, TimeSpan.FromMilliseconds(startMs + (index * 300)), TimeSpan.FromMilliseconds(startMs + (index * 300) + 280), 0.9));

    public async Task<IStreamingSession> OpenAsync(StreamingOptions options, CancellationToken cancellationToken)
    {
        await Opening.WaitAsync(cancellationToken);
        Opened.Add(options);
        return new Session(this, options);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Session(ScriptedRecognizer script, StreamingOptions options) : IStreamingSession
    {
        private readonly Channel<RecognitionEvent> _events = Channel.CreateUnbounded<RecognitionEvent>();
        private readonly List<short> _rest = [];
        private long _frames;
        private int _next;
        private int _first;
        private int _utterance;

        private TimeSpan Heard => TimeSpan.FromMilliseconds(_frames * 100);

        public ValueTask WriteAsync(ReadOnlyMemory<short> samples, CancellationToken cancellationToken)
        {
            script.Written.AddRange(samples.Span);
            _rest.AddRange(samples.Span);
            while (_rest.Count >= FrameSamples)
            {
                _rest.RemoveRange(0, FrameSamples);
                Hear();
            }
            return ValueTask.CompletedTask;
        }

        public ValueTask EndUtteranceAsync(CancellationToken cancellationToken)
        {
            if (_rest.Count > 0)
            {
                _rest.Clear();
                Hear();
            }
            if (_next > _first)
            {
                End();
            }
            Put(false, []);
            return ValueTask.CompletedTask;
        }

        public ValueTask CompleteAsync(CancellationToken cancellationToken)
        {
            if (_next > _first)
            {
                End();
            }
            _events.Writer.TryComplete();
            return ValueTask.CompletedTask;
        }

        public IAsyncEnumerable<RecognitionEvent> ReadEventsAsync(CancellationToken cancellationToken) => _events.Reader.ReadAllAsync(cancellationToken);

        public ValueTask DisposeAsync()
        {
            script.Disposed++;
            _events.Writer.TryComplete();
            return ValueTask.CompletedTask;
        }

        private void Hear()
        {
            _frames++;
            if (Heard >= script.FailsAt)
            {
                _events.Writer.TryComplete(new SpeechException(SpeechErrorKind.EngineFailed, "it broke"));
                return;
            }
            int before = _next;
            while (_next < script.Words.Count && script.Words[_next].End <= Heard)
            {
                _next++;
            }
            if (_next > before)
            {
                Put(false, Open());
            }
            else if (_next > _first && Heard - script.Words[_next - 1].End >= options.EndSilence)
            {
                End();
            }
            else if (_next == _first)
            {
                Put(false, []);
            }
        }

        private Word[] Open() => [.. script.Words.Skip(_first).Take(_next - _first)];

        private void End()
        {
            var words = Open();
            _first = _next;
            Put(true, words);
            _utterance++;
        }

        private void Put(bool isFinal, Word[] words) => _events.Writer.TryWrite(new RecognitionEvent(_utterance, isFinal, words)
        {
            AudioHeard = Heard,
            SpeechEnd = words.Length == 0 ? TimeSpan.Zero : words[^1].End,
            SettledUntil = SettledUntil(),
        });

        // The word that is being said now began before its end is heard.
        private TimeSpan SettledUntil()
        {
            var next = _first < script.Words.Count ? script.Words[_first].Start : Heard;
            return next < Heard ? next : Heard;
        }
    }

    private IReadOnlyList<Word> Words => words;
}
