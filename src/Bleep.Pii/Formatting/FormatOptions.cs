namespace Bleep.Pii.Formatting;

/// <summary>How spoken words become the text that a reader sees. The defaults give tidy text.</summary>
public sealed record FormatOptions
{
    /// <summary>Set sentence marks at pauses and at the end of turns. Default true.</summary>
    public bool Punctuate { get; init; } = true;

    /// <summary>Capital letters at the start of sentences, for 'I', names and spelled letters. Default true.</summary>
    public bool Capitalize { get; init; } = true;

    /// <summary>Digits for spoken numbers, dates, times and sums. Default true.</summary>
    public bool Numerals { get; init; } = true;

    /// <summary>Put spoken e-mail and web addresses together: <c>john.lowery@example.com</c>. Default true.</summary>
    public bool InternetAddresses { get; init; } = true;

    /// <summary>
    /// Keep 'um', 'uh' and the like, small words said again in stuttering ('I I think'), words broken off, and the recogniser's marks for
    /// noise. Default false.
    /// </summary>
    public bool Disfluencies { get; init; }

    /// <summary>Leave of swear words only the first letter, where the language has a list of them. Default false.</summary>
    public bool FilterProfanity { get; init; }

    /// <summary>
    /// Spellings that the user wants; they act on the formatted text, the longest first. Words of a redaction stay redacted. Default none.
    /// </summary>
    public IReadOnlyList<CustomSpelling> CustomSpellings { get; init; } = [];

    /// <summary>Further words that begin with a capital, in lower case. Default none.</summary>
    public IReadOnlySet<string> ProperNouns { get; init; } = new HashSet<string>();

    /// <summary>A pause this long ends a sentence. Default 700 ms.</summary>
    public TimeSpan SentencePause { get; init; } = TimeSpan.FromMilliseconds(700);

    /// <summary>A pause this long may carry a comma. Default 280 ms.</summary>
    public TimeSpan CommaPause { get; init; } = TimeSpan.FromMilliseconds(280);

    /// <summary>True when words get capitals or spoken numbers get digits: what AssemblyAI calls <c>format_text</c>.</summary>
    public bool FormatsText => Capitalize || Numerals || InternetAddresses;

    /// <summary>The options with AssemblyAI's <c>format_text</c> switched: capitals, digits and addresses together.</summary>
    /// <param name="isOn">True to format.</param>
    public FormatOptions WithFormatText(bool isOn) => this with { Capitalize = isOn, Numerals = isOn, InternetAddresses = isOn };

    /// <summary>Nothing is done but leaving out disfluencies: words as the recogniser wrote them.</summary>
    public static FormatOptions Raw { get; } = new() { Punctuate = false, Capitalize = false, Numerals = false, InternetAddresses = false };
}
