using System.Collections.Frozen;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Internet;

/// <summary>Endings of file names, as written and as spelled in speech.</summary>
internal static class FileTypes
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _types = new[]
    {
        "pdf", "doc", "docx", "xls", "xlsx", "csv", "txt", "ppt", "pptx", "zip", "rar", "jpg", "jpeg", "png", "gif", "mp3", "mp4", "wav",
        "mov", "json", "xml", "html", "exe", "dll", "bat", "sh", "py", "js", "cs", "log", "ini", "cfg", "conf", "yaml", "yml", "sql", "db", "bak", "key", "pem",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a known ending without its dot.</summary>
    public static bool Contains(ReadOnlySpan<char> ending) => _types.Contains(ending);

    /// <summary>The token after an ending that starts at a token ('docx', 'p d f'); -1 when there is none.</summary>
    public static int EndAt(TokenStream stream, int token, int limit)
    {
        var text = stream.Text(token);
        if (text.Length > 1 && (Contains(text) || text is "text"))
        {
            return token + 1;
        }
        if (text is "j" && token + 1 < limit && stream.Text(token + 1) is "peg" or "pegs")
        {
            return token + 2;
        }
        Span<char> letters = stackalloc char[5];
        int count = 0, at = token, end = -1;
        while (at < limit && count < 5 && stream[at].Is(WordClass.Letter | WordClass.Digit) && stream.Text(at).Length is 1 or > 2)
        {
            char unit = stream.Text(at).Length == 1 ? stream.Text(at)[0] : (char)('0' + stream[at].Value);
            letters[count++] = char.ToLowerInvariant(unit);
            at++;
            if (count >= 2 && Contains(letters[..count]))
            {
                end = at;
            }
        }
        return end;
    }
}
