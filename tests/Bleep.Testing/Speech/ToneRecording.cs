using Bleep.Transcripts;

namespace Bleep.Testing.Speech;

/// <summary>A recording in the tone language, and what is said in it.</summary>
/// <param name="Samples">16 kHz mono.</param>
/// <param name="Words">The words with their true times.</param>
public sealed record ToneRecording(short[] Samples, IReadOnlyList<Word> Words)
{
    /// <summary>The words with blanks between them.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Text));
}
