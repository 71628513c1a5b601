using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Transcripts;

namespace Bleep.Live;

/// <summary>
/// What of a conversation so far explains what is said next: the last turns, and the names learnt in earlier ones. Bounded, so that the
/// thousandth turn costs what the tenth does.
/// </summary>
internal sealed class LiveContext
{
    /// <summary>Turns kept whole, at most.</summary>
    public const int MaxTurns = 8;

    /// <summary>Words kept of them, at most.</summary>
    public const int MaxWords = 160;

    /// <summary>Names kept of earlier turns, at most.</summary>
    public const int MaxNames = 24;

    private const int MaxNameWords = 12;

    private readonly List<Turn> _recent = [];
    private readonly List<(string Key, Turn Turn)> _names = [];

    /// <summary>The turns to put before the next one.</summary>
    public IReadOnlyList<Turn> Turns => [.. _names.Select(name => name.Turn), .. _recent];

    /// <summary>Takes a turn that is over.</summary>
    /// <param name="turn">The raw turn.</param>
    /// <param name="spans">What was found in it.</param>
    public void Add(Turn turn, IEnumerable<PiiSpan> spans)
    {
        foreach (var span in spans.Where(span => span.Policy == PiiPolicies.PersonName && span.Words.Length <= MaxNameWords))
        {
            Learn(turn.Words.Skip(span.Words.Start).Take(span.Words.Length).Select(word => word.Text).ToArray());
        }
        _recent.Add(turn.Words.Count > MaxWords ? turn with { Words = [.. turn.Words.Skip(turn.Words.Count - MaxWords)] } : turn);
        while (_recent.Count > MaxTurns || _recent.Sum(kept => kept.Words.Count) > MaxWords)
        {
            _recent.RemoveAt(0);
        }
    }

    private void Learn(string[] name)
    {
        string key = string.Join(' ', name).ToLowerInvariant();
        _names.RemoveAll(known => known.Key == key);
        // A sentence in which detection finds it again, so that its own rules decide where else the name counts.
        string[] sentence = ["my", "name", "is", .. name];
        _names.Add((key, new Turn([.. sentence.Select(text => new Word(text, TimeSpan.Zero, TimeSpan.Zero))])));
        if (_names.Count > MaxNames)
        {
            _names.RemoveAt(0);
        }
    }
}
