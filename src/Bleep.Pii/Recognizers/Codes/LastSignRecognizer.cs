using Bleep.Pii.Detection;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>The sign that ends a password which was found already: 'one seven six exclamation mark'.</summary>
internal sealed class LastSignRecognizer : IRecognizer
{
    public string Name => "signs";

    public void Find(DetectionContext context)
    {
        foreach (var found in context.Candidates.FindAll(candidate => candidate.Policy == PiiPolicies.Password))
        {
            int end = found.TokenEnd;
            int sign = end < context.Stream.TurnEnd(found.TokenStart) ? SpelledSecretRecognizer.SignEnd(context.Stream, end) : -1;
            if (sign > end + 1)
            {
                context.Claim(found.TokenStart, sign);
                context.Add(found.TokenStart, sign, PiiPolicies.Password, found.Score, Name, "last sign");
            }
        }
    }
}
