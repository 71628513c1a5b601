using Bleep.Pii.Languages;
using Bleep.Transcripts;

namespace Bleep.Live;

/// <summary>Judges by the last words whether a speaker is done: who ends with 'and my' goes on, and who dictates pauses between groups.</summary>
/// <param name="vocabulary">The words of the language.</param>
public sealed class EndOfTurn(SpokenWords vocabulary)
{
    private const double GoesOn = 0.1;
    private const double Dictates = 0.3;
    private const double IsDone = 0.85;

    /// <summary>How likely the speaker is done, 0 to 1.</summary>
    /// <param name="words">The words of the turn so far.</param>
    public double ConfidenceOf(IReadOnlyList<Word> words)
    {
        if (words.Count == 0)
        {
            return 0;
        }
        string last = words[^1].Text;
        return vocabulary.IsDictated(last) ? Dictates : vocabulary.ExpectsMore(last) ? GoesOn : IsDone;
    }
}
