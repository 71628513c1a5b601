using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Places;

/// <summary>Street addresses around a street word, post office boxes, and what follows them: unit, town, state, postcode.</summary>
internal sealed class AddressRecognizer : IRecognizer
{
    private const int MaxNameWords = 4;

    public string Name => "address";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (current.Is(WordClass.StreetType) && !context.IsClaimed(token))
            {
                int end = Street(context, token);
                token = end > token ? end - 1 : token;
            }
            else if (current.Is(WordClass.Letter | WordClass.Unknown | WordClass.Common) && stream.Text(token) is "box" or "Box" && token > stream.TurnStart(token))
            {
                PostBox(context, token);
            }
        }
    }

    private int Street(DetectionContext context, int type)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(type), limit = stream.TurnEnd(type);
        var text = stream.Text(type);
        bool certainType = !stream[type].Is(WordClass.Common) || stream.Has(type, WordSet.CertainStreetType);
        int name = NameStart(context, type, turnStart, out bool telling);
        int number = WithFlat(stream, NumberBefore(context, name, turnStart), turnStart);
        bool asked = CueLookup.Nearest(context, type, ValueShape.Place) is not null;
        bool hasNumber = number < name;
        if (name == type)
        {
            // 'two seventeen … street' with the name lost, as an answer.
            if (!(asked && hasNumber && certainType))
            {
                return -1;
            }
        }
        else if (!(hasNumber && (certainType || telling || asked || IsPlaced(stream, number, type, turnStart, limit)) || certainType && telling || certainType && asked || asked && telling || telling && name > turnStart && stream.Text(name - 1) is "on" or "On" && TokenTests.IsRare(stream[name])))
        {
            return -1;
        }
        if (!hasNumber && !asked && name > turnStart && stream.Text(name - 1) is "the" or "The" or "a" && type - name == 1 && stream[name].Is(WordClass.Common))
        {
            return -1;
        }
        int end = PlaceTail.Extend(context, type + 1, limit);
        context.Claim(number, end);
        double score = hasNumber ? 0.95 : certainType && telling ? 0.85 : 0.65;
        context.Add(number, end, PiiPolicies.Location, score, Name, hasNumber ? "house number and street" : "street");
        context.Add(number, Math.Min(end, PlaceTail.Unit(context, type + 1, limit)), PiiPolicies.LocationAddressStreet, score, Name, "street");
        if (hasNumber)
        {
            context.Add(number, end, PiiPolicies.LocationAddress, score, Name, "street");
        }
        return end;
    }

    // 'at eighty commerce circle unit a', 'i have thirty four zephyr place': a number of two figures or more where an address is due.
    private static bool IsPlaced(TokenStream stream, int number, int type, int turnStart, int limit)
    {
        bool large = type - number >= 2 && (stream[number].Is(WordClass.Teen | WordClass.Tens) || stream[number + 1].Is(WordClass.AnyNumberWord)) || stream[number].Is(WordClass.AllDigits) && stream[number].Value >= 10;
        bool due = number == turnStart || stream[number - 1].Is(WordClass.PlacePreposition) || stream.Text(number - 1) is "the" or "is" or "have" or "yeah" or "sorry" or "it's" or "for";
        bool ends = type + 1 >= limit || stream[type].Is(WordClass.SentenceEnd | WordClass.Comma) || stream[type + 1].Is(WordClass.UnitDesignator | WordClass.PlacePreposition | WordClass.Function | WordClass.Direction | WordClass.Place)
            || stream.Text(type + 1) is "number";
        return large && due && ends && stream.Has(type, WordSet.LooseStreetType);
    }

    // Goes left over the words of the street's name.
    private static int NameStart(DetectionContext context, int type, int turnStart, out bool telling)
    {
        var stream = context.Stream;
        int start = type;
        telling = false;
        while (start > turnStart && type - start < MaxNameWords)
        {
            ref readonly var current = ref stream[start - 1];
            if (current.Is(WordClass.SentenceEnd) && current.End - current.Start > 2 || current.Is(WordClass.Comma) || context.IsClaimed(start - 1))
            {
                break;
            }
            bool ordinal = current.Is(WordClass.Ordinal);
            bool tensOfOrdinal = current.Is(WordClass.Tens) && start < type && stream[start].Is(WordClass.Ordinal) && stream[start].Value < 10;
            bool rare = TokenTests.IsRare(current) || current.Is(WordClass.Place | WordClass.AnyName) && !current.Is(WordClass.Function);
            bool written = TokenTests.HasTellingCapital(context, start - 1);
            bool direction = current.Is(WordClass.Direction);
            bool plain = current.Is(WordClass.Common) && !current.Is(WordClass.Function | WordClass.Connector | WordClass.Filler | WordClass.Backchannel | WordClass.Verb | WordClass.AnyNumberWord)
                && type - start < 2 && !stream.Has(start - 1, WordSet.StreetAdjective);
            if (!(ordinal || tensOfOrdinal || rare || written || direction || plain) || current.Is(WordClass.HasDigit) && !ordinal)
            {
                break;
            }
            telling |= ordinal || rare || written || plain && stream.Has(start - 1, WordSet.StreetName);
            start--;
        }
        return start;
    }

    private static int NumberBefore(DetectionContext context, int name, int turnStart)
    {
        var stream = context.Stream;
        int start = name;
        while (start > turnStart && name - start < 6)
        {
            ref readonly var current = ref stream[start - 1];
            bool number = current.Is(WordClass.AnyNumberWord) && !(current.Is(WordClass.Letter) && stream.Text(start - 1).Length == 1 && start == name)
                || current.Is(WordClass.HasDigit) && !current.Is(WordClass.CurrencySign | WordClass.WrittenOrdinal)
                || start < name && current.Is(WordClass.DigitHomophone) && stream[start].Is(WordClass.AnyNumberWord) && start - 1 > turnStart && stream[start - 2].Is(WordClass.AnyNumberWord)
                || start < name && stream.Text(start - 1) is "and" && stream[start].Is(WordClass.AnyNumberWord) && start - 1 > turnStart && stream[start - 2].Is(WordClass.Scale);
            if (!number || context.IsClaimed(start - 1) || current.Is(WordClass.SentenceEnd))
            {
                break;
            }
            start--;
        }
        return start;
    }

    // 'Flat 4, 22 Elm Road'
    private static int WithFlat(TokenStream stream, int number, int turnStart)
    {
        for (int at = number; at > turnStart && number - at < 3; at--)
        {
            if (stream.Has(at - 1, WordSet.HouseUnit))
            {
                return at - 1;
            }
        }
        return number;
    }

    // 'p o box one two three', 'PO Box 123'
    private void PostBox(DetectionContext context, int box)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(box), limit = stream.TurnEnd(box);
        int start = stream.Text(box - 1) is "po" or "PO" or "p.o" or "P.O" ? box - 1
            : box - 2 >= turnStart && stream.Text(box - 1) is "o" or "O" && stream.Text(box - 2) is "p" or "P" ? box - 2 : -1;
        if (start < 0)
        {
            return;
        }
        int end = box + 1;
        while (end < limit && stream[end].Is(WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.Multiplier))
        {
            end++;
        }
        end = PlaceTail.Extend(context, end, limit);
        context.Claim(start, end);
        context.Add(start, end, PiiPolicies.Location, 0.95, Name, "post office box");
        context.Add(start, end, PiiPolicies.LocationAddress, 0.95, Name, "post office box");
    }
}
