using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Detection;

/// <summary>Looks for what was found once everywhere else: names whole, in part, misspelled by a letter; numbers in parts.</summary>
internal static class Propagator
{
    private const string Name = "propagation";
    private const int MinNameLength = 3;
    private const int MinFuzzyLength = 5;

    // Bounds keep a hostile document linear.
    private const int MaxNames = 5000;

    public static void Spread(DetectionContext context, PiiDetectorOptions options)
    {
        var names = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        var phrases = new FoundPhrases(context.Stream);
        Collect(context, options, names, phrases);
        phrases.Spread(context);
        if (names.Count > 0)
        {
            SpreadNames(context, names);
        }
        NumberParts.Spread(context, Name);
    }

    private static void Collect(DetectionContext context, PiiDetectorOptions options, Dictionary<string, bool> names, FoundPhrases phrases)
    {
        var stream = context.Stream;
        foreach (ref readonly var candidate in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(context.Candidates))
        {
            if (!candidate.Spreads || candidate.Score < options.ThresholdOf(candidate.Policy))
            {
                continue;
            }
            if (candidate.Policy == PiiPolicies.Organization || candidate.Policy == PiiPolicies.EmailAddress || candidate.Policy == PiiPolicies.Url || candidate.Policy == PiiPolicies.Password || candidate.Policy == PiiPolicies.Username)
            {
                phrases.Add(candidate);
            }
            if (candidate.Policy == PiiPolicies.PersonName)
            {
                for (int token = candidate.TokenStart; token < candidate.TokenEnd && names.Count < MaxNames; token++)
                {
                    ref readonly var current = ref stream[token];
                    bool usable = current.End - current.Start >= MinNameLength && !current.Is(WordClass.Function | WordClass.HasDigit | WordClass.AnyNumberWord | WordClass.Filler);
                    if (usable)
                    {
                        bool ordinary = current.Is(WordClass.Common | WordClass.Verb | WordClass.Month | WordClass.Backchannel);
                        names.TryAdd(stream.Text(token).ToString(), ordinary);
                    }
                }
            }
        }
    }

    private static void SpreadNames(DetectionContext context, Dictionary<string, bool> names)
    {
        var stream = context.Stream;
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var filter = new NameFilter(names.Keys);
        FuzzyNames? fuzzy = null;
        FuzzyNames Fuzzy() => fuzzy ??= new FuzzyNames(names.Where(name => !name.Value && name.Key.Length >= MinFuzzyLength).Select(name => name.Key));
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (current.End - current.Start < MinNameLength || current.Is(WordClass.Function | WordClass.HasDigit | WordClass.AnyNumberWord | WordClass.Filler))
            {
                continue;
            }
            var text = stream.Text(token);
            if (filter.MayHold(text) && lookup.TryGetValue(text, out bool ordinary))
            {
                if (!ordinary || context.IsCased && current.Is(WordClass.Capitalized))
                {
                    context.Add(token, token + 1, PiiPolicies.PersonName, ordinary ? 0.6 : 0.85, Name, "found elsewhere", evidence: new Evidence(Basis: "elsewhere"));
                }
                continue;
            }
            bool rare = !current.Is(WordClass.Common | WordClass.Verb | WordClass.Backchannel | WordClass.PhraseStart | WordClass.CommonName);
            if (rare && text.Length >= MinFuzzyLength && Fuzzy().Matches(text))
            {
                context.Add(token, token + 1, PiiPolicies.PersonName, 0.6, Name, "one letter from a name", evidence: new Evidence(Basis: "elsewhere"));
            }
        }
    }
}
