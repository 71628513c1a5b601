namespace Bleep.Speech.PocketSphinx;

/// <summary>One entry of a decoder's best hypothesis.</summary>
/// <param name="Word">The dictionary's spelling, a filler included: <c>was(2)</c>, <c>&lt;sil&gt;</c>.</param>
/// <param name="StartFrame">First 10 ms frame, from the start of the utterance.</param>
/// <param name="EndFrame">First frame after.</param>
/// <param name="Posterior">How sure the decoder is, 0 to 1.</param>
/// <param name="AcousticScore">How well the sound fits, in the decoder's log space; comparable over the same frames only.</param>
internal sealed record SphinxSegment(string Word, int StartFrame, int EndFrame, double Posterior, int AcousticScore)
{
    /// <summary>True for silence, noise, sentence marks and a grammar's empty steps.</summary>
    public bool IsFiller => Word.Length == 0 || Word[0] is '<' or '[' or '+' or '(';
}
