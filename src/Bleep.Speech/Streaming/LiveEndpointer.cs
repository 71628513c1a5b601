using Bleep.Speech.Segmentation;

namespace Bleep.Speech.Streaming;

/// <summary>Tells in live audio, frame by frame, where utterances begin and end, by loudness alone.</summary>
/// <param name="endSilence">Silence that ends an utterance.</param>
/// <param name="maxUtterance">Longest utterance.</param>
internal sealed class LiveEndpointer(TimeSpan endSilence, TimeSpan maxUtterance)
{
    /// <summary>Frames that the levels of noise and speech are taken from: 15 s.</summary>
    private const int HistoryFrames = 1500;

    /// <summary>The levels are taken anew after this many frames.</summary>
    private const int MeasureEvery = 10;

    /// <summary>So many loud frames of the last <see cref="RecentFrames"/> are speech; fewer are a click.</summary>
    private const int LoudFramesOfSpeech = 5;

    private const int RecentFrames = 20;

    /// <summary>Near its longest an utterance is ended at a pause this short, in frames.</summary>
    private const int ShortPause = 12;

    private readonly int _endFrames = FrameEnergy.FromTime(endSilence);
    private readonly int _maxFrames = FrameEnergy.FromTime(maxUtterance);
    private readonly Queue<float> _history = new(HistoryFrames);
    private readonly Queue<bool> _recent = new(RecentFrames);
    private SpeechLevels? _levels;
    private int _sinceMeasured = MeasureEvery;
    private int _loudRecent;
    private int _quietFrames;
    private int _frames;

    /// <summary>True inside an utterance.</summary>
    public bool IsSpeaking { get; private set; }

    /// <summary>Frames since the last loud one, while speaking.</summary>
    public int QuietFrames => _quietFrames;

    /// <summary>Takes the next frame.</summary>
    /// <param name="energy">Its energy, in decibels.</param>
    /// <returns>What changed with it.</returns>
    public EndpointChange Accept(float energy)
    {
        Remember(energy);
        bool isLoud = _levels is { } levels && energy > levels.Threshold;
        Count(isLoud);
        if (!IsSpeaking)
        {
            if (_loudRecent < LoudFramesOfSpeech)
            {
                return EndpointChange.None;
            }
            IsSpeaking = true;
            _frames = 0;
            _quietFrames = 0;
            return EndpointChange.Begin;
        }
        _frames++;
        // A single loud frame in silence is a click and does not keep the utterance open.
        _quietFrames = isLoud && _loudRecent >= 2 ? 0 : _quietFrames + 1;
        bool isLong = _frames >= _maxFrames || (_frames >= _maxFrames * 3 / 4 && _quietFrames >= ShortPause);
        if (_quietFrames >= _endFrames || isLong)
        {
            End();
            return EndpointChange.End;
        }
        return EndpointChange.None;
    }

    /// <summary>Ends the utterance, if there is one, whatever is heard.</summary>
    public void End()
    {
        IsSpeaking = false;
        _recent.Clear();
        _loudRecent = 0;
    }

    private void Count(bool isLoud)
    {
        _recent.Enqueue(isLoud);
        _loudRecent += isLoud ? 1 : 0;
        if (_recent.Count > RecentFrames && _recent.Dequeue())
        {
            _loudRecent--;
        }
    }

    private void Remember(float energy)
    {
        if (_history.Count == HistoryFrames)
        {
            _history.Dequeue();
        }
        _history.Enqueue(energy);
        if (++_sinceMeasured >= MeasureEvery)
        {
            _sinceMeasured = 0;
            _levels = SpeechLevels.Measure([], _history.ToArray());
        }
    }
}
