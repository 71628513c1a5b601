using System.Text;

namespace Bleep.Synthesis.Spoken;

/// <summary>Turns written text into what a recogniser of speech writes: words without marks, without accents.</summary>
internal static class SpokenForm
{
    private const string AccentedLetters = "áàâäãåāăąçćčďđéèêëēėęěğíìîïīįıłľñńňóòôöõøōőřśšşșťţțúùûüūůűýÿźżž";
    private const string PlainLetters = "aaaaaaaaacccddeeeeeeeegiiiiiiillnnnoooooooorsssstttuuuuuuuyyzzz";

    /// <summary>
    /// Written text in spoken words: hyphens and slashes part words, full stops and brackets go, ampersands become "and".
    /// Commas stay as pauses. Figures must not occur; give their spoken form beside the written one.
    /// </summary>
    /// <param name="written">Text such as <c>O'Neill &amp; Sons, Inc.</c></param>
    public static string Of(string written)
    {
        var spoken = new StringBuilder(written.Length);
        foreach (char unit in written)
        {
            switch (unit)
            {
                case '-' or '/' or '–':
                    spoken.Append(' ');
                    break;
                case '&':
                    spoken.Append("and");
                    break;
                case '.' or '(' or ')' or '"' or ':' or ';' or '!':
                    break;
                case '’':
                    spoken.Append('\'');
                    break;
                default:
                    spoken.Append(Fold(char.ToLowerInvariant(unit)));
                    break;
            }
        }
        return spoken.ToString();
    }

    /// <summary>The letter without its accent.</summary>
    /// <param name="letter">A lower-case letter; anything else comes back unchanged.</param>
    public static string Fold(char letter)
    {
        int index = AccentedLetters.IndexOf(letter, StringComparison.Ordinal);
        return letter == 'ß' ? "ss" : letter == 'æ' ? "ae" : letter == 'œ' ? "oe" : index < 0 ? letter.ToString() : PlainLetters[index].ToString();
    }
}
