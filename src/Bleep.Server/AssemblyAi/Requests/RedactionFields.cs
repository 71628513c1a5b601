using Bleep.Pii.Custom;
using Bleep.Pii.Policies;
using Bleep.Pii.Redaction;
using Bleep.Pii.StaticEntities;
using Bleep.Server.Jobs;

namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>Reads the fields that say what is hidden and how.</summary>
internal static class RedactionFields
{
    private const int MaxTerms = 10_000;

    /// <summary>The order that a transcript's fields make; null when nothing is to be hidden. Fills the defaults in for the echo.</summary>
    /// <exception cref="RequestException">A field breaks a rule.</exception>
    public static RedactionOrder? Read(TranscriptParams fields)
    {
        if (fields.RedactPii is not true)
        {
            RefuseAlone(fields.RedactPiiReturnUnredacted is true, "redact_pii_return_unredacted");
            RefuseAlone(fields.RedactPiiAudio is true, "redact_pii_audio");
            RefuseAlone(fields.RedactPiiVideo is true, "redact_pii_video");
            RefuseAlone(fields.RedactStaticEntities is not null, "redact_static_entities");
            RefuseAlone(fields.RedactPiiCustom is not null, "redact_pii_custom");
            RefuseAlone(fields.RedactPiiAllow is not null, "redact_pii_allow");
            RefuseAlone(fields.RedactPiiSubText is not null, "redact_pii_sub_text");
        }
        fields.RedactPiiSub = SubstitutionName(fields.RedactPiiSub, fields.RedactPii is true);
        string quality = AudioQuality(fields);
        bool isSilence = IsSilence(fields.RedactPiiAudioOptions);
        var policies = fields.RedactPiiPolicies is null && fields.RedactPii is not true ? null : Policies(fields.RedactPiiPolicies);
        fields.RedactPiiPolicies = policies;
        if (fields.RedactPii is not true)
        {
            return null;
        }
        return new RedactionOrder
        {
            Policies = policies!,
            Substitution = fields.RedactPiiSub!,
            SubstitutionText = SubstitutionText(fields.RedactPiiSubText),
            StaticTerms = StaticTerms(fields.RedactStaticEntities),
            Patterns = Patterns(fields.RedactPiiCustom),
            Allowed = Allowed(fields.RedactPiiAllow),
            KeepsUnredacted = fields.RedactPiiReturnUnredacted is true,
            MakesVideo = fields.RedactPiiVideo is true,
            Audio = fields.RedactPiiAudio is true
                ? new AudioOrder(quality, isSilence, fields.RedactPiiAudioOptions?.ReturnRedactedNoSpeechAudio is true)
                : null,
        };
    }

    /// <summary>The order that the fields of <c>POST /v2/redact-text</c> make.</summary>
    /// <exception cref="RequestException">A field breaks a rule.</exception>
    public static RedactionOrder Read(RedactTextParams fields) => new()
    {
        Policies = Policies(fields.RedactPiiPolicies),
        Substitution = SubstitutionName(fields.RedactPiiSub, isNeeded: true)!,
        SubstitutionText = SubstitutionText(fields.RedactPiiSubText),
        StaticTerms = StaticTerms(fields.RedactStaticEntities),
        Patterns = Patterns(fields.RedactPiiCustom),
        Allowed = Allowed(fields.RedactPiiAllow),
    };

    private static void RefuseAlone(bool isSet, string field)
    {
        if (isSet)
        {
            throw new RequestException($"`{field}` can only be set if `redact_pii` is True");
        }
    }

    private static List<string> Policies(List<string>? names)
    {
        if (names is null)
        {
            return [.. PiiPolicies.Documented.Select(policy => policy.Name)];
        }
        if (names.Count == 0 || names.Any(name => name is null))
        {
            throw new RequestException("`redact_pii_policies` must name at least one policy; leave it out for all documented ones");
        }
        // One by one, since clients compare what is echoed with what they sent.
        return PiiPolicySet.TryParse(names, out _, out string? error)
            ? [.. names.SelectMany(PoliciesNamed).Distinct()]
            : throw new RequestException($"`redact_pii_policies`: {error}");
    }

    // An older name stands for one of today's, 'all' for many.
    private static IEnumerable<string> PoliciesNamed(string name) =>
        PiiPolicySet.TryParse([name], out var set, out _) ? set.Select(policy => policy.Name) : [];

    private static string? SubstitutionName(string? name, bool isNeeded) => name switch
    {
        null => isNeeded ? "hash" : null,
        "hash" => "hash",
        "entity_name" or "entity_type" => "entity_name",
        _ => throw new RequestException("`redact_pii_sub` must be `hash` or `entity_name`"),
    };

    private static string? SubstitutionText(string? text) => text is null || TextSubstitution.IsValid(text, out string? error)
        ? text
        : throw new RequestException($"`redact_pii_sub_text`: {error}");

    private static string AudioQuality(TranscriptParams fields) => fields.RedactPiiAudioQuality switch
    {
        null or "mp3" => "mp3",
        "wav" => "wav",
        _ => throw new RequestException("`redact_pii_audio_quality` must be `mp3` or `wav`"),
    };

    private static bool IsSilence(AudioOptions? options) => options?.OverrideAudioRedactionMethod switch
    {
        null or "beep" => false,
        "silence" => true,
        _ => throw new RequestException("`override_audio_redaction_method` must be `silence` or `beep`"),
    };

    private static Dictionary<string, IReadOnlyList<string>> StaticTerms(Dictionary<string, List<string>>? terms)
    {
        var read = ListsOf(terms, "redact_static_entities");
        return StaticEntityMatcher.TryCreate(read, out _, out string? error) ? read : throw new RequestException($"`redact_static_entities`: {error}");
    }

    private static Dictionary<string, IReadOnlyList<string>> Patterns(Dictionary<string, List<string>>? patterns)
    {
        var read = ListsOf(patterns, "redact_pii_custom");
        return CustomPatterns.TryCreate(read, out _, out string? error) ? read : throw new RequestException($"`redact_pii_custom`: {error}");
    }

    private static Dictionary<string, IReadOnlyList<string>> ListsOf(Dictionary<string, List<string>>? lists, string field)
    {
        var read = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (label, list) in lists ?? [])
        {
            read[label] = list is null || list.Any(term => term is null)
                ? throw new RequestException($"`{field}` must hold a list of strings for each label")
                : list;
        }
        return read.Values.Sum(list => (long)list.Count) > MaxTerms
            ? throw new RequestException($"`{field}` may hold {MaxTerms} entries at most")
            : read;
    }

    private static List<string> Allowed(List<string>? terms)
    {
        if (terms is null)
        {
            return [];
        }
        return terms.Count > MaxTerms || terms.Any(string.IsNullOrWhiteSpace)
            ? throw new RequestException($"`redact_pii_allow` must hold {MaxTerms} terms at most, none of them empty")
            : terms;
    }
}
