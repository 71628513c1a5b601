using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>A file's name or path. Form: <c>full</c>.</summary>
internal sealed class FileValue : SlotValue
{
    private static readonly (string Written, string[] Spoken)[] s_endings =
    [
        ("pdf", ["dot P D F"]), ("docx", ["dot doc X", "dot D O C X"]), ("xlsx", ["dot X L S X", "dot excel"]), ("jpg", ["dot J P G", "dot J peg"]),
        ("txt", ["dot T X T", "dot text"]), ("zip", ["dot zip"]), ("csv", ["dot C S V"]), ("png", ["dot P N G"]), ("exe", ["dot E X E"]),
        ("mp3", ["dot M P three"]), ("pptx", ["dot P P T X"]), ("log", ["dot log"]), ("json", ["dot json"]), ("py", ["dot P Y"]),
    ];

    private readonly WordListItem _first;
    private readonly WordListItem _second;
    private readonly int _number;
    private readonly (string Written, string[] Spoken) _ending;
    private readonly int _manner;

    /// <summary>Chooses a file.</summary>
    /// <param name="cast">The call.</param>
    public FileValue(CallCast cast)
    {
        var random = cast.Random;
        (_first, _second) = (cast.Pick("file-words"), cast.Pick("file-words"));
        (_number, _ending, _manner) = (random.Next(1, 24), random.Pick(s_endings), random.Next(0, 5));
    }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        if (form != "full")
        {
            throw UnknownForm(form);
        }
        string ending = random.Pick(_ending.Spoken);
        string number = NumberWords.Cardinal(_number);
        var (first, second) = (Bare(_first), Bare(_second));
        var (written, spoken) = _manner switch
        {
            0 => ($"{first}_{second}", $"{_first.Spoken} underscore {_second.Spoken}"),
            1 => ($"{first}-{_number}", $"{_first.Spoken} dash {number}"),
            2 => ($"{first}{second}{_number}", $"{_first.Spoken} {_second.Spoken} {number}"),
            3 => ($"C:\\{first}\\{second}", $"C colon backslash {_first.Spoken} backslash {_second.Spoken}"),
            4 => ($"{first}_v{_number}", $"{_first.Spoken} underscore V {number}"),
            _ => ($"{first}", $"{_first.Spoken}"),
        };
        return new Rendering($"{written}.{_ending.Written}", $"{spoken} {ending}", "filename");
    }

    private static string Bare(WordListItem item) => string.Concat(item.Spoken.Where(char.IsAsciiLetterOrDigit));
}
