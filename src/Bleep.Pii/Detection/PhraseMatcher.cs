using Bleep.Pii.Tokens;

namespace Bleep.Pii.Detection;

/// <summary>Finds the phrases of the language pack: per kind the longest at each place, left to right, without overlap.</summary>
internal static class PhraseMatcher
{
    private const int Kinds = 40;

    // Longer phrases are cut: no lexicon holds any, and a bound keeps hostile input linear.
    private const int MaxWords = 8;

    public static List<PhraseMatch> Find(TokenStream stream)
    {
        var matches = new List<PhraseMatch>();
        var phrases = stream.Language.Phrases;
        var tokens = stream.Tokens;
        Span<int> taken = stackalloc int[Kinds];
        Span<int> best = stackalloc int[Kinds];
        Span<int> nodes = stackalloc int[Kinds];
        for (int start = 0; start < tokens.Length; start++)
        {
            if ((tokens[start].Classes & WordClass.PhraseStart) == 0)
            {
                continue;
            }
            ulong found = 0;
            int node = phrases.Root(tokens[start].Id);
            int limit = Math.Min(stream.TurnEnd(start), start + MaxWords);
            for (int end = start + 1; node >= 0; end++)
            {
                foreach (ref readonly var entry in phrases.Entries(node))
                {
                    int kind = (int)entry.Kind;
                    best[kind] = end;
                    nodes[kind] = node;
                    found |= 1UL << kind;
                }
                bool stops = end >= limit || tokens[end].Id < 0 || tokens[end - 1].Is(WordClass.SentenceEnd) && !IsAbbreviation(tokens[end - 1]);
                node = stops ? -1 : phrases.Next(node, tokens[end].Id);
            }
            while (found != 0)
            {
                int kind = System.Numerics.BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                if (start >= taken[kind])
                {
                    taken[kind] = best[kind];
                    // One phrase may announce several things: 'i'm' a name, an age, a nationality.
                    foreach (ref readonly var entry in phrases.Entries(nodes[kind]))
                    {
                        if ((int)entry.Kind == kind)
                        {
                            matches.Add(new PhraseMatch(start, best[kind], entry));
                        }
                    }
                }
            }
        }
        return matches;
    }

    private static bool IsAbbreviation(in Token token) => token.End - token.Start <= 3;
}
