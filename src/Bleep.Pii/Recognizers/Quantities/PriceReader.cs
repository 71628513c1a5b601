using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.SpokenForms;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Quantities;

/// <summary>
/// Sums of money without a word for money: 'EUR 45,000', 'it comes to eighty four ninety five', 'forty five a month', 'a hundred and forty k',
/// 'twelve hundred from savings'.
/// </summary>
internal static class PriceReader
{
    private const int LeadReach = 4;

    /// <summary>The token after the sum that begins with a number; -1 when the number is none.</summary>
    /// <param name="context">The document.</param>
    /// <param name="token">First token of the number.</param>
    /// <param name="end">Token after the number.</param>
    /// <param name="value">Its value.</param>
    /// <param name="turnStart">First token of the turn.</param>
    /// <param name="limit">Token after the turn.</param>
    /// <param name="reason">What makes it a sum.</param>
    public static int Read(DetectionContext context, int token, int end, long value, int turnStart, int limit, out string reason)
    {
        var stream = context.Stream;
        reason = "currency code";
        if (token > turnStart && stream[token - 1].Is(WordClass.AllCaps) && stream.Has(token - 1, WordSet.CurrencyCode) && !stream[token - 1].Is(WordClass.SentenceEnd))
        {
            return end < limit && stream[end].Is(WordClass.Scale) ? end + 1 : end;
        }
        if (end >= limit || stream[end - 1].Is(WordClass.SentenceEnd))
        {
            return -1;
        }
        bool lead = IsLed(stream, token, turnStart);
        reason = "thousand";
        if (stream.Text(end) is "k" or "K" && value >= 2 && (lead || IsRate(stream, end + 1, limit)) && !(end + 1 < limit && stream[end + 1].Is(WordClass.Letter | WordClass.AnyNumberWord) && !IsRate(stream, end + 1, limit)))
        {
            return end + 1;
        }
        reason = "rate";
        if (IsRate(stream, end, limit) && (lead || token > turnStart && stream.Text(token - 1) is "for" or "at" or "about"))
        {
            return end;
        }
        reason = "price";
        int cents = lead && value is >= 1 and <= 999 ? Cents(stream, end, limit) : -1;
        if (cents > 0)
        {
            return cents;
        }
        reason = "round sum";
        bool round = value >= 200 && value % 100 == 0 && stream[end - 1].Is(WordClass.Scale);
        return round && (lead || stream.Text(end) is "for" or "from" or "down" or "into" || Asks(stream, token, turnStart)) && !stream[end].Is(WordClass.Currency | WordClass.TimeUnit) && stream[end].Is(WordClass.Function)
            ? end : -1;
    }

    // A word of paying shortly before: 'i pay', 'it comes to'.
    private static bool IsLed(TokenStream stream, int token, int turnStart)
    {
        for (int at = token - 1; at >= turnStart && token - at <= LeadReach && !stream[at].Is(WordClass.SentenceEnd); at--)
        {
            if (stream.Has(at, WordSet.PriceLead))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Asks(TokenStream stream, int token, int turnStart) =>
        token > turnStart && stream.Text(token - 1) is "want" or "wants" or "transfer" or "send" or "deposit" or "withdraw" or "borrow" or "you" or "me";

    // 'a month', 'per hour', 'each'
    private static bool IsRate(TokenStream stream, int at, int limit)
    {
        if (at >= limit)
        {
            return false;
        }
        return stream.Text(at) is "each" or "apiece"
            || stream.Text(at) is "a" or "an" or "per" && at + 1 < limit && (stream[at + 1].Is(WordClass.TimeUnit) || stream.Text(at + 1) is "person" or "head" or "piece" or "unit");
    }

    // 'eighty four | ninety five', 'nine | oh five'
    private static int Cents(TokenStream stream, int at, int limit)
    {
        if (at + 1 < limit && stream[at].Is(WordClass.Digit) && stream[at].Value == 0 && stream[at + 1].Is(WordClass.Digit))
        {
            return at + 2;
        }
        if (!stream[at].Is(WordClass.Tens | WordClass.Teen))
        {
            return -1;
        }
        int end = new NumberReader(stream).Cardinal(at, limit, out long cents);
        return end > 0 && cents is >= 10 and <= 99 && !(end < limit && stream[end].Is(WordClass.AnyNumberWord | WordClass.TimeUnit)) ? end : -1;
    }
}
