using Bleep.Speech;
using Bleep.Transcripts;

namespace Bleep.Live;

/// <summary>
/// Makes turns of the engine's utterances: one or several, as pauses shorter than the settings ask for do not end a turn. Driven by events
/// alone, so the same audio makes the same turns at any speed. Not thread-safe, but for <see cref="Settings"/> and <see cref="ForceEnd"/>.
/// </summary>
/// <param name="judge">Judges whether a speaker is done.</param>
/// <param name="settings">When a turn is over.</param>
public sealed class TurnTracker(EndOfTurn judge, TurnSettings settings)
{
    /// <summary>A turn is never longer, so that what waits for its end stays bounded.</summary>
    public static readonly TimeSpan MaxTurn = TimeSpan.FromSeconds(60);

    // The engine hears whole frames; the last, broken one waits for more.
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(10);

    private readonly List<Word> _heard = [];
    private IReadOnlyList<Word> _open = [];
    private TurnSettings _settings = settings;
    private TimeSpan _speechEnd;
    private long _forcedAtTicks = -1;
    private int _order;
    private bool _hasBegun;

    /// <summary>When a turn is over; may be set at any time.</summary>
    public TurnSettings Settings
    {
        get => Volatile.Read(ref _settings);
        set => Volatile.Write(ref _settings, value);
    }

    /// <summary>When the turn that goes on began; null between turns. Words the engine may still change do not count.</summary>
    public TimeSpan? OpenSince => _heard.Count == 0 ? null : _heard[0].Start;

    /// <summary>Ends the turn as soon as the engine has heard the audio so far.</summary>
    /// <param name="audio">Length of the audio so far.</param>
    public void ForceEnd(TimeSpan audio) => Interlocked.Exchange(ref _forcedAtTicks, audio.Ticks);

    /// <summary>Takes an event.</summary>
    /// <param name="heard">The event.</param>
    /// <returns>What it means, or null when it changes nothing.</returns>
    public TurnNews? Take(RecognitionEvent heard)
    {
        bool isChanged = heard.Words.Count > 0;
        int stable = 0;
        if (heard.IsFinal)
        {
            _heard.AddRange(heard.Words);
            _open = [];
        }
        else if (isChanged)
        {
            stable = CommonStart(_open, heard.Words);
            _open = heard.Words;
        }
        if (isChanged)
        {
            _speechEnd = heard.SpeechEnd;
        }
        bool isForced = TakeForce(heard);
        if (_open.Count == 0 && _heard.Count > 0 && (isForced || IsOver(heard)))
        {
            return End();
        }
        return isChanged ? News(stable, isEnd: false) : null;
    }

    /// <summary>Ends the last turn, when no more events come.</summary>
    /// <returns>The turn, or null when none goes on.</returns>
    public TurnNews? Complete() => _heard.Count > 0 ? End() : null;

    /// <summary>True once, when the engine has come to where the end was forced; with nothing said by then the force is spent.</summary>
    private bool TakeForce(RecognitionEvent heard)
    {
        long forced = Interlocked.Read(ref _forcedAtTicks);
        return forced >= 0
            && (heard.IsFinal || heard.Words.Count == 0)
            && heard.AudioHeard >= new TimeSpan(forced) - s_frame
            && Interlocked.CompareExchange(ref _forcedAtTicks, -1, forced) == forced;
    }

    private bool IsOver(RecognitionEvent heard)
    {
        var current = Settings;
        var silence = heard.AudioHeard - _speechEnd;
        return silence >= current.MaxSilence
            || (silence >= current.MinSilence && judge.ConfidenceOf(_heard) >= current.EndConfidence)
            || heard.AudioHeard - _heard[0].Start >= MaxTurn;
    }

    private TurnNews End()
    {
        var news = News(0, isEnd: true);
        _heard.Clear();
        _hasBegun = false;
        _order++;
        return news;
    }

    private TurnNews News(int stable, bool isEnd)
    {
        Word[] words = [.. _heard, .. _open];
        var news = new TurnNews(_order, words, isEnd ? words.Length : _heard.Count + stable, judge.ConfidenceOf(words), !_hasBegun, isEnd);
        _hasBegun = true;
        return news;
    }

    private static int CommonStart(IReadOnlyList<Word> before, IReadOnlyList<Word> now)
    {
        int count = 0;
        while (count < before.Count && count < now.Count && before[count].Text == now[count].Text)
        {
            count++;
        }
        return count;
    }
}
