using System.CommandLine;
using Bleep.Pii.Formatting;

namespace Bleep.Cli.Options;

/// <summary>The options that say how words are tidied.</summary>
internal sealed class FormattingOptions
{
    private readonly Option<bool> _noPunctuate = new("--no-punctuate") { Description = "Set no sentence marks" };
    private readonly Option<bool> _noCapitals = new("--no-capitals") { Description = "Set no capitals" };
    private readonly Option<bool> _noNumerals = new("--no-numerals") { Description = "Leave spoken numbers as words" };
    private readonly Option<bool> _disfluencies = new("--disfluencies") { Description = "Keep 'um' and 'uh'" };

    public void AddTo(Command command)
    {
        command.Add(_noPunctuate);
        command.Add(_noCapitals);
        command.Add(_noNumerals);
        command.Add(_disfluencies);
    }

    public FormatOptions Read(ParseResult parsed) => new()
    {
        Punctuate = !parsed.GetValue(_noPunctuate),
        Capitalize = !parsed.GetValue(_noCapitals),
        Numerals = !parsed.GetValue(_noNumerals),
        Disfluencies = parsed.GetValue(_disfluencies),
    };
}
