using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pii.SpokenForms;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Places;

/// <summary>Geographic coordinates: '40.7128, -74.0060', '51°28'38"N', 'forty point seven one north'.</summary>
internal sealed class CoordinateRecognizer : IRecognizer
{
    public string Name => "coordinate";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            if (!stream[token].Is(WordClass.HasDigit | WordClass.AnyNumberWord) || context.IsClaimed(token))
            {
                continue;
            }
            int limit = stream.TurnEnd(token);
            int end = stream[token].Is(WordClass.HasDigit) ? Written(stream, token, limit) : Spoken(stream, token, limit);
            if (end > token)
            {
                int next = end < limit && !context.IsClaimed(end) ? Spoken(stream, end, limit) : -1;
                end = next > end ? next : end;
                context.Claim(token, end);
                context.Add(token, end, PiiPolicies.Location, 0.9, Name, "coordinates");
                context.Add(token, end, PiiPolicies.LocationCoordinate, 0.9, Name, "coordinates");
                token = end - 1;
            }
        }
    }

    private static int Written(TokenStream stream, int token, int limit)
    {
        var text = stream.Text(token);
        if (text.Contains('°'))
        {
            int end = token + 1;
            while (end < limit && end - token < 10 && (stream[end].Is(WordClass.HasDigit) || stream[end].Is(WordClass.Direction)))
            {
                end++;
            }
            return end;
        }
        // Two decimals of four places or more in the range of degrees.
        bool pair = token + 1 < limit && IsDegrees(text, 90) && stream[token].Is(WordClass.Comma) && IsDegrees(stream.Text(token + 1), 180);
        return pair ? token + 2 : -1;
    }

    private static bool IsDegrees(ReadOnlySpan<char> text, int most)
    {
        int dot = text.IndexOf('.');
        return dot is > 0 and < 4 && text.Length - dot > 3 && double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double value)
            && Math.Abs(value) <= most;
    }

    // 'forty point seven one two eight north', 'fifty one degrees north'
    private static int Spoken(TokenStream stream, int token, int limit)
    {
        int end = new NumberReader(stream).Cardinal(token, limit, out long degrees);
        if (end < 0 || degrees > 180 || end >= limit)
        {
            return -1;
        }
        bool precise = stream.Text(end) is "degrees" or "degree";
        if (precise)
        {
            end++;
        }
        else if (stream.Text(end) is "point")
        {
            int decimals = 0;
            end++;
            while (end < limit && stream[end].Is(WordClass.AnyNumberWord | WordClass.HasDigit) && !stream[end].Is(WordClass.Scale))
            {
                end++;
                decimals++;
            }
            precise = decimals > 0;
            end += end < limit && stream.Text(end) is "degrees" ? 1 : 0;
        }
        for (int parts = 0; precise && parts < 2 && end < limit; parts++)
        {
            int unit = new NumberReader(stream).Cardinal(end, limit, out _);
            if (unit < 0 || unit >= limit || stream.Text(unit) is not ("minutes" or "minute" or "seconds" or "second"))
            {
                break;
            }
            end = unit + 1;
        }
        return precise && end < limit && stream.Text(end) is "north" or "south" or "east" or "west" ? end + 1 : -1;
    }
}
