using System.Text;
using Bleep.Synthesis.Records;

namespace Bleep.Synthesis.Audio;

/// <summary>Writes words the way the synthesisers read them right.</summary>
internal static class SpeechText
{
    // Words that flite would spell letter by letter.
    private static readonly Dictionary<string, string> s_respelled = new()
    {
        ["airbnb"] = "airbeeandbee",
        ["mhairi"] = "vahree",
        ["mwangi"] = "mawangee",
        ["ndiaye"] = "enjiay",
        ["ngata"] = "nahta",
        ["nvidia"] = "envidia",
        ["xhosa"] = "kosa",
        ["zdenka"] = "zadenka",
        ["zsuzsanna"] = "zuzanna",
    };

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
    private static string Say(CallWord word)
    {
        if (word.IsLetter)
        {
            return word.Text.StartsWith('a') ? "ay" + word.Text[1..] : word.Text;
        }
        int mark = word.Text.IndexOf('\'', StringComparison.Ordinal);
        string stem = mark < 0 ? word.Text : word.Text[..mark];
        return s_respelled.TryGetValue(stem, out string? sound) ? sound + word.Text[stem.Length..] : word.Text;
    }
}
