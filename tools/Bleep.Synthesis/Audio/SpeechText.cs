using System.Text;
using Bleep.Synthesis.Records;

namespace Bleep.Synthesis.Audio;

/// <summary>Writes words the way the synthesisers read them right.</summary>
internal static class SpeechText
{
    /// <summary>One token a word, with marks where the speaker pauses.</summary>
    /// <param name="words">The words of a turn.</param>
    public static string Of(IReadOnlyList<CallWord> words)
    {
        var text = new StringBuilder();
        for (int index = 0; index < words.Count; index++)
        {
            if (index > 0)
            {
                text.Append(' ');
            }
            text.Append(Say(words[index]));
            bool isLast = index == words.Count - 1;
            text.Append(words[index].PauseAfter switch
            {
                Pause.Question => "?",
                Pause.Stop => ".",
                Pause.Comma => isLast ? "." : ",",
                _ => isLast ? "." : "",
            });
        }
        return text.ToString();
    }

    // Both synthesisers read a lone "a" as the article; "ay" has the sound of the letter's name.
    private static string Say(CallWord word) => word.IsLetter && word.Text == "a" ? "ay" : word.Text;
}
