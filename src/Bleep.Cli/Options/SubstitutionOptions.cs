using System.CommandLine;
using Bleep.Pii.Redaction;

namespace Bleep.Cli.Options;

/// <summary>The options that say what stands in place of private words.</summary>
internal sealed class SubstitutionOptions
{
    private readonly Option<string> _sub = new("--sub")
    {
        Description = "What stands in place of a word: hash keeps its length (####), entity_name names its policy ([PERSON_NAME])",
        DefaultValueFactory = _ => "hash",
    };

    private readonly Option<string?> _text = new("--sub-text")
    {
        Description = $"Your own text in place of a word, {TextSubstitution.MaxPatternLength} characters at most; {{POLICY}} becomes the policy's name",
        HelpName = "TEXT",
    };

    public SubstitutionOptions()
    {
        _sub.AcceptOnlyFromAmong("hash", "entity_name");
        _text.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !TextSubstitution.IsValid(token.Value, out string? error))
            {
                result.AddError(error);
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(_sub);
        command.Add(_text);
    }

    public Substitution Read(ParseResult parsed)
    {
        if (parsed.GetValue(_text) is { } text)
        {
            return new TextSubstitution(text);
        }
        return parsed.GetValue(_sub) == "entity_name" ? new EntityNameSubstitution() : new HashSubstitution();
    }
}
