using Bleep.Media.Masking;
using Bleep.Pii.Custom;
using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.Policies;
using Bleep.Pii.Redaction;
using Bleep.Pii.StaticEntities;
using Bleep.Pipeline;

namespace Bleep.Server.Jobs;

/// <summary>From a job's request to the library's settings. The request was checked when it came.</summary>
internal static class JobSettings
{
    /// <summary>What decides what is private; without redaction the documented policies, for the list of entities.</summary>
    /// <param name="work">The request.</param>
    public static PersonalDataFinder FinderOf(JobRequest work) => FinderOf(work.Redaction, work.Language);

    /// <summary>What decides what is private.</summary>
    /// <param name="order">What is hidden; null takes the documented policies.</param>
    /// <param name="language">Language of the words.</param>
    public static PersonalDataFinder FinderOf(RedactionOrder? order, string language)
    {
        var options = new PiiDetectorOptions { Language = language };
        if (order is null)
        {
            return new PersonalDataFinder(options);
        }
        CustomPatterns.TryCreate(order.Patterns, out var patterns, out _);
        return new PersonalDataFinder(options with
        {
            Policies = PiiPolicySet.Of(order.Policies.Select(Policy)),
            Patterns = order.Patterns.Count == 0 ? null : patterns,
            Allowed = order.Allowed.Count == 0 ? null : new AllowedTerms(order.Allowed),
        })
        {
            StaticTerms = order.StaticTerms.Count == 0 ? null : new StaticEntityMatcher(order.StaticTerms),
        };
    }

    /// <summary>How the recording is worked on.</summary>
    /// <param name="work">The request.</param>
    /// <exception cref="JobFailedException">The part that was asked for cannot be in any recording.</exception>
    public static RedactionSettings Of(JobRequest work)
    {
        RecordingWindow? window = null;
        if (work.StartMs is not null || work.EndMs is not null)
        {
            // Where it lies behind the end of all recordings nothing is left to work on, and certainly not all.
            window = RecordingWindow.TryCreate(work.StartMs, work.EndMs, out var made, out _) ? made : throw new JobFailedException(JobErrorKind.TooShort);
        }
        return new RedactionSettings
        {
            Substitution = SubstitutionOf(work.Redaction),
            Formatting = new FormatOptions
            {
                Punctuate = work.Punctuate,
                Capitalize = work.FormatText,
                Numerals = work.FormatText,
                InternetAddresses = work.FormatText,
                Disfluencies = work.KeepsDisfluencies,
                FilterProfanity = work.FiltersProfanity,
                CustomSpellings = [.. work.Spellings.Select(rule => new CustomSpelling(rule.From, rule.To))],
            },
            Masking = work.Redaction is { MakesMedia: true }
                ? new MaskOptions { Style = work.Redaction.Audio is { IsSilence: true } ? MaskStyle.Silence : MaskStyle.Beep }
                : null,
            Language = work.Language,
            Channels = work.IsMultichannel ? ChannelMode.Apart : ChannelMode.Mixed,
            Window = window,
            Keyterms = work.Keyterms,
        };
    }

    /// <summary>What stands in place of private words.</summary>
    /// <param name="order">What is hidden, or null.</param>
    public static Substitution SubstitutionOf(RedactionOrder? order) => order switch
    {
        { SubstitutionText: { } text } => new TextSubstitution(text),
        { Substitution: "entity_name" } => new EntityNameSubstitution(),
        _ => new HashSubstitution(),
    };

    private static PiiPolicy Policy(string name) => PiiPolicies.TryFind(name, out var policy)
        ? policy
        : throw new JobFailedException(JobErrorKind.Server);
}
