using Bleep.Pii.Tokens;

namespace Bleep.Pii.Detection;

/// <summary>Names of several words, or of words that are ordinary by themselves, looked for elsewhere as a whole.</summary>
internal sealed class FoundPhrases(TokenStream stream)
{
    private const string Name = "propagation";

    // More would let a hostile document make each token cost much.
    private const int MaxPhrases = 1000;
    private const int MaxPerStart = 8;

    private readonly Dictionary<string, List<Candidate>> _byFirst = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    /// <summary>Remembers a finding of which every word must recur.</summary>
    public void Add(in Candidate candidate)
    {
        if (candidate.TokenEnd - candidate.TokenStart == 1 && stream[candidate.TokenStart].Is(WordClass.Function) || _count >= MaxPhrases)
        {
            return;
        }
        string first = stream.Text(candidate.TokenStart).ToString();
        if (!_byFirst.TryGetValue(first, out var list))
        {
            _byFirst[first] = list = [];
        }
        if (list.Count < MaxPerStart)
        {
            list.Add(candidate);
            _count++;
        }
    }

    /// <summary>Adds a candidate wherever one of the phrases stands again.</summary>
    public void Spread(DetectionContext context)
    {
        if (_count == 0)
        {
            return;
        }
        var lookup = _byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        var filter = new NameFilter(_byFirst.Keys);
        for (int token = 0; token < stream.Count; token++)
        {
            var text = stream.Text(token);
            if (!filter.MayHold(text) || !lookup.TryGetValue(text, out var phrases))
            {
                continue;
            }
            foreach (var phrase in phrases)
            {
                int length = phrase.TokenEnd - phrase.TokenStart;
                if (token != phrase.TokenStart && token + length <= stream.TurnEnd(token) && IsSame(token, phrase.TokenStart, length))
                {
                    context.Add(token, token + length, phrase.Policy, Math.Min(phrase.Score, 0.75), Name, "found elsewhere", evidence: new Evidence(Basis: "elsewhere"));
                }
            }
        }
    }

    private bool IsSame(int left, int right, int length)
    {
        for (int offset = 1; offset < length; offset++)
        {
            if (!stream.Text(left + offset).Equals(stream.Text(right + offset), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }
        return true;
    }
}
