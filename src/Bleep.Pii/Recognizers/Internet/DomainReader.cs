using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Internet;

/// <summary>Reads the end of a spoken host name: 'dot com', 'dot co dot u k', 'dot c o m'.</summary>
internal static class DomainReader
{
    /// <summary>The token after the top level domain whose 'dot' stands at a token; -1 when none does.</summary>
    public static int EndAt(TokenStream stream, int dot, int limit)
    {
        int end = -1;
        int at = dot;
        while (at + 1 < limit && IsDot(stream, at))
        {
            int label = Label(stream, at + 1, limit);
            if (label < 0)
            {
                break;
            }
            end = label;
            at = label;
        }
        return end;
    }

    /// <summary>True for 'dot' and 'point'.</summary>
    public static bool IsDot(TokenStream stream, int token) => stream.Text(token) is "dot" or "Dot" or "point" or "period";

    private static int Label(TokenStream stream, int token, int limit)
    {
        bool point = token > 0 && stream.Text(token - 1) is not ("dot" or "Dot");
        if (stream[token].Is(WordClass.TopLevelDomain) && !stream[token].Is(WordClass.AnyNumberWord) && !(point && stream[token].Is(WordClass.Function | WordClass.Common)))
        {
            return token + 1;
        }
        // 'dot c o m', 'dot u k'
        Span<char> letters = stackalloc char[4];
        int count = 0;
        int at = token;
        while (at < limit && count < 4 && stream[at].Is(WordClass.Letter) && stream.Text(at).Length == 1)
        {
            letters[count++] = char.ToLowerInvariant(stream.Text(at)[0]);
            at++;
        }
        if (count < 2)
        {
            return -1;
        }
        int id = stream.Language.Words.Find(letters[..count]);
        return id >= 0 && (stream.Language.Words.Classes(id) & WordClass.TopLevelDomain) != 0 ? at : -1;
    }
}
