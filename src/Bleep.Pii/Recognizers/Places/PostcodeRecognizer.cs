using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Places;

/// <summary>Written postcodes with a shape of their own: British ('LS6 2AB') and Canadian ('K1A 0B1').</summary>
internal sealed class PostcodeRecognizer : IRecognizer
{
    public string Name => "postcode";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token + 1 < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (!current.Is(WordClass.HasDigit) || current.Is(WordClass.AllDigits) || context.IsClaimed(token) || stream[token + 1].Turn != current.Turn)
            {
                continue;
            }
            var left = stream.Text(token);
            var right = stream.Text(token + 1);
            if (IsOutward(left) && IsInward(right) || IsForwardArea(left) && IsDeliveryUnit(right))
            {
                context.Claim(token, token + 2);
                context.Add(token, token + 2, PiiPolicies.Location, 0.92, Name, "postcode");
                context.Add(token, token + 2, PiiPolicies.LocationZip, 0.92, Name, "postcode");
            }
        }
    }

    private static bool IsOutward(ReadOnlySpan<char> text) => text.Length is >= 2 and <= 4 && char.IsAsciiLetterUpper(text[0])
        && text[1..].ContainsAnyInRange('0', '9') && !text.ContainsAnyExcept(_upperOrDigit);

    private static bool IsInward(ReadOnlySpan<char> text) =>
        text.Length == 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiLetterUpper(text[1]) && char.IsAsciiLetterUpper(text[2]);

    private static bool IsForwardArea(ReadOnlySpan<char> text) =>
        text.Length == 3 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiLetterUpper(text[2]);

    private static bool IsDeliveryUnit(ReadOnlySpan<char> text) =>
        text.Length == 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiLetterUpper(text[1]) && char.IsAsciiDigit(text[2]);

    private static readonly System.Buffers.SearchValues<char> _upperOrDigit = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
