using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Lexicons;

/// <summary>Blood groups as written with a sign: 'AB+', 'O-'.</summary>
internal sealed class BloodTypeRecognizer : IRecognizer
{
    public string Name => "blood_type";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (!current.Is(WordClass.Capitalized) || current.End - current.Start > 2 || stream.Text(token) is not ("A" or "B" or "AB" or "O"))
            {
                continue;
            }
            string text = stream.Texts[current.Turn];
            bool signed = current.End < text.Length && text[current.End] is '+' or '-' or '−'
                && (current.End + 1 == text.Length || !char.IsLetterOrDigit(text[current.End + 1]));
            if (signed)
            {
                context.Claim(token, token + 1);
                context.Add(token, token + 1, PiiPolicies.BloodType, 0.9, Name, "sign");
            }
        }
    }
}
