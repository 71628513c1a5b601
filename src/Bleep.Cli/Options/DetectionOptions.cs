using System.CommandLine;
using Bleep.Outputs;
using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pipeline;

namespace Bleep.Cli.Options;

/// <summary>The options that say what counts as personal data; the same for every command that detects.</summary>
internal sealed class DetectionOptions
{
    private readonly Option<PiiPolicySet> _policies = new("--policies")
    {
        Description = "Policies to act on, separated by commas; default all (the documented ones)",
        HelpName = "a,b|all",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result =>
        {
            if (PiiPolicySet.TryParse(result.Tokens[0].Value, out var set, out string? error))
            {
                return set;
            }
            result.AddError(error);
            return PiiPolicySet.Empty;
        },
    };

    private readonly Option<string> _sensitivity = new("--sensitivity")
    {
        Description = "How much doubt is enough: strict hides most, readable least",
        DefaultValueFactory = _ => "balanced",
    };

    private readonly Option<IReadOnlyDictionary<PiiPolicy, double>?> _thresholds = new("--threshold")
    {
        Description = "Least scores of single policies, 0 to 1, in place of the sensitivity's, separated by commas",
        HelpName = "policy=SCORE",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result =>
        {
            if (PolicyThresholds.TryParse(result.Tokens[0].Value, out var thresholds, out string? error))
            {
                return thresholds;
            }
            result.AddError(error);
            return null;
        },
    };

    private readonly Option<string> _language = new("--language")
    {
        Description = "Language spoken, as a code",
        DefaultValueFactory = _ => "en",
    };

    private readonly Option<string?> _staticEntities = new("--static-entities")
    {
        Description = "Your own terms to redact: a JSON object of labels with arrays of terms",
        HelpName = "FILE.json",
    };

    private readonly Option<string?> _regex = new("--regex")
    {
        Description = "Your own regular expressions: a JSON object of labels with arrays of expressions",
        HelpName = "FILE.json",
    };

    private readonly Option<string?> _lexicon = new("--lexicon")
    {
        Description = "Your own word list: lines [policy], below each its terms, one a line",
        HelpName = "FILE",
    };

    private readonly Option<string?> _allow = new("--allow")
    {
        Description = "Terms that are never redacted, one a line",
        HelpName = "FILE",
    };

    public DetectionOptions() => _sensitivity.AcceptOnlyFromAmong("strict", "balanced", "readable");

    public void AddTo(Command command)
    {
        command.Add(_policies);
        command.Add(_sensitivity);
        command.Add(_thresholds);
        command.Add(_language);
        command.Add(_staticEntities);
        command.Add(_regex);
        command.Add(_lexicon);
        command.Add(_allow);
    }

    /// <summary>Language asked for.</summary>
    public string Language(ParseResult parsed) => parsed.GetRequiredValue(_language);

    /// <summary>Makes what decides what is private.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="claims">An audit whose settings stand in for options that were not given, or null.</param>
    public PersonalDataFinder ReadFinder(ParseResult parsed, AuditClaims? claims = null)
    {
        var terms = Load(parsed, _staticEntities, CustomRuleFiles.ReadStaticEntities);
        var patterns = Load(parsed, _regex, CustomRuleFiles.ReadPatterns);
        var lexicon = Load(parsed, _lexicon, CustomRuleFiles.ReadLexicon);
        var allowed = Load(parsed, _allow, CustomRuleFiles.ReadAllowed);
        return new PersonalDataFinder(Read(parsed, claims) with { Patterns = patterns, Allowed = allowed }) { Lexicon = lexicon, StaticTerms = terms };
    }

    private static T? Load<T>(ParseResult parsed, Option<string?> option, Func<string, T> read)
        where T : class => parsed.GetValue(option) is { } path ? read(path) : null;

    private PiiDetectorOptions Read(ParseResult parsed, AuditClaims? claims) => new()
    {
        Policies = parsed.GetValue(_policies) ?? claims?.Policies ?? PiiPolicySet.Documented,
        Sensitivity = Enum.Parse<Sensitivity>(Given(parsed, _sensitivity) ?? claims?.Sensitivity ?? parsed.GetRequiredValue(_sensitivity), ignoreCase: true),
        Thresholds = parsed.GetValue(_thresholds),
        Language = Given(parsed, _language) ?? claims?.Language ?? parsed.GetRequiredValue(_language),
    };

    private static string? Given(ParseResult parsed, Option<string> option) =>
        parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option) : null;
}
