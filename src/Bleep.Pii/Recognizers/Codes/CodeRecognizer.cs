using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>
/// Numbers and codes of all kinds, said or written: telephone, card, account, social security, plate, password… What a number is
/// follows from the words that announce it, its check digits and its shape.
/// </summary>
internal sealed class CodeRecognizer : IRecognizer
{
    public string Name => "code";

    public void Find(DetectionContext context)
    {
        foreach (var chain in CodeChainBuilder.Build(context))
        {
            var cue = CodeCues.For(context, chain);
            var verdicts = new Verdicts();
            CodeClassifier.Classify(context, chain, cue, ref verdicts);
            for (int index = 0; index < verdicts.Count; index++)
            {
                Emit(context, chain, verdicts[index], cue);
            }
        }
    }

    // 'passport YA 8810427', 'plate FK 81 204': the letters of the series stand apart.
    private static int WithSeries(DetectionContext context, int start)
    {
        var stream = context.Stream;
        int token = start - 1;
        if (token < stream.TurnStart(start) || context.IsClaimed(token))
        {
            return start;
        }
        ref readonly var current = ref stream[token];
        bool series = current.Is(WordClass.AllCaps) && current.End - current.Start is 2 or 3 && !current.Is(WordClass.HasDigit | WordClass.SentenceEnd | WordClass.Comma | WordClass.Function)
            && context.PhraseEndAt(token, LexiconKind.Topic) < 0 && context.PhraseEndAt(token, LexiconKind.LeadIn) < 0;
        return series ? token : start;
    }

    private void Emit(DetectionContext context, CodeChain chain, Verdict verdict, Cue? cue)
    {
        var stream = context.Stream;
        var runs = context.Runs.Runs;
        bool spreads = chain.Digits >= 4;
        for (int index = 0; index < chain.Runs.Count; index++)
        {
            int start = runs[chain.Runs[index]].TokenStart;
            int end = runs[chain.Runs[index]].TokenEnd;
            while (index + 1 < chain.Runs.Count && stream[runs[chain.Runs[index + 1]].TokenStart].Turn == stream[start].Turn)
            {
                end = runs[chain.Runs[++index]].TokenEnd;
            }
            if (verdict.Policy == PiiPolicies.PhoneNumber && start > stream.TurnStart(start) && stream.Text(start - 1) is "plus")
            {
                start--;
            }
            start = cue is not null && runs[chain.Runs[0]].HasWritten ? WithSeries(context, start) : start;
            if (verdict.Score >= 0.5)
            {
                context.Claim(start, end);
            }
            context.Add(start, end, verdict.Policy, verdict.Score, Name, cue?.Text ?? verdict.Reason, spreads, verdict.AmazonType, verdict.Evidence);
        }
    }
}
