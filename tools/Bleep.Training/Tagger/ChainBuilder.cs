using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tagging;
using Bleep.Pii.Tokens;

namespace Bleep.Training.Tagger;

/// <summary>Reads documents the way the detector does.</summary>
/// <param name="language">The language pack.</param>
internal sealed class ChainBuilder(LanguagePack language)
{
    private readonly Tokenizer _tokenizer = new(language);

    /// <summary>The document as the recognisers see it.</summary>
    public DetectionContext Read(LabelledDocument document) => new(
        _tokenizer.Tokenize([.. document.Turns.Select(turn => (turn.Text, (string?)null))]), PiiPolicySet.Documented, Sensitivity.Balanced);

    /// <summary>The turns of a document as chains.</summary>
    public IEnumerable<TokenChain> Build(LabelledDocument document)
    {
        var context = Read(document);
        for (int turn = 0; turn < document.Turns.Count; turn++)
        {
            int from = context.Stream.TurnStarts[turn], to = context.Stream.TurnStarts[turn + 1];
            if (to > from)
            {
                yield return Build(context, from, to, Allowed(context.Stream, turn, document.Turns[turn].Ranges));
            }
        }
    }

    /// <summary>The labels that each token of a turn may have.</summary>
    public static byte[] Allowed(TokenStream stream, int turn, IReadOnlyList<LabelledRange> ranges)
    {
        int from = stream.TurnStarts[turn];
        var allowed = new byte[stream.TurnStarts[turn + 1] - from];
        int range = 0, open = -1;
        for (int token = 0; token < allowed.Length; token++)
        {
            ref readonly var current = ref stream[from + token];
            while (range < ranges.Count && ranges[range].End <= current.Start)
            {
                range++;
            }
            bool isInside = range < ranges.Count && ranges[range].Start < current.End;
            allowed[token] = (byte)(!isInside ? 1 << TaggerLabels.Outside
                : ranges[range].Kind == LabelledRange.Unknown ? TaggerLabels.Any
                : 1 << (open == range ? TaggerLabels.Inside(ranges[range].Kind) : TaggerLabels.Begin(ranges[range].Kind)));
            open = isInside ? range : -1;
        }
        return allowed;
    }

    private static TokenChain Build(DetectionContext context, int from, int to, byte[] allowed)
    {
        var tokens = new TaggerToken[to - from + 2 * TaggerInput.Border];
        TaggerInput.Read(context, from, to, tokens);
        Span<uint> one = stackalloc uint[TaggerFeatures.Max];
        var features = new List<uint>((to - from) * TaggerFeatures.Max);
        var ends = new int[to - from];
        for (int token = 0; token < ends.Length; token++)
        {
            features.AddRange(one[..TaggerFeatures.Extract(context.Stream, tokens, token + TaggerInput.Border, one)]);
            ends[token] = features.Count;
        }
        return new TokenChain([.. features], ends, allowed);
    }
}
