using System.Numerics;
using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Values;

/// <summary>Codes that carry check digits or follow rules of their issuer.</summary>
internal static class CheckedCodes
{
    private const string VinAlphabet = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    private static readonly int[] s_vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>A social security number of an area that is given out.</summary>
    /// <param name="random">The source.</param>
    public static CodeValue SocialSecurity(SeededRandom random)
    {
        int area;
        do
        {
            area = random.Next(1, 899);
        }
        while (area == 666);
        return new CodeValue(
            [$"{area:000}", $"{random.Next(1, 99):00}", $"{random.Next(1, 9999):0000}"], "-", "us_social_security_number");
    }

    /// <summary>A nine-digit routing number with a valid check digit.</summary>
    /// <param name="random">The source.</param>
    public static CodeValue Routing(SeededRandom random)
    {
        string body = random.Pick(["0", "1", "2", "3"]) + random.Next(1, 2) + random.Digits(6);
        int sum = body.Select((digit, index) => (digit - '0') * (index % 3) switch { 0 => 3, 1 => 7, _ => 1 }).Sum();
        return new CodeValue([body + (10 - sum % 10) % 10], "", "banking_information");
    }

    /// <summary>An IBAN with valid check digits.</summary>
    /// <param name="random">The source.</param>
    public static CodeValue Iban(SeededRandom random)
    {
        string body = random.Next(0, 3) switch
        {
            0 => "DE" + random.Digits(18),
            1 => "GB" + random.Pick(["NWBK", "BARC", "LOYD", "MIDL"]) + random.Digits(14),
            2 => "FR" + random.Digits(23),
            _ => "NL" + random.Pick(["ABNA", "INGB", "RABO"]) + random.Digits(10),
        };
        string numeric = string.Concat((body[2..] + body[..2] + "00").Select(unit => char.IsAsciiDigit(unit) ? $"{unit}" : $"{unit - 'A' + 10}"));
        int check = 98 - (int)(BigInteger.Parse(numeric) % 97);
        string iban = $"{body[..2]}{check:00}{body[2..]}";
        return new CodeValue([.. iban.Chunk(4).Select(chunk => new string(chunk))], " ", "banking_information");
    }

    /// <summary>A vehicle identification number with a valid check digit.</summary>
    /// <param name="random">The source.</param>
    public static CodeValue Vin(SeededRandom random)
    {
        char[] vin =
        [
            .. random.Pick(["1HG", "1FT", "2T1", "3VW", "WBA", "JTD", "5YJ", "1G1", "KMH", "4T1", "SAL", "YV1"]),
            .. random.Characters(5, VinAlphabet), '0', .. random.Characters(1, "JKLMNPRSTV"), .. random.Characters(1, "ABCDEFGHJ"),
            .. random.Digits(6),
        ];
        int sum = vin.Select((unit, index) => Transliterate(unit) * s_vinWeights[index]).Sum();
        vin[8] = sum % 11 == 10 ? 'X' : (char)('0' + sum % 11);
        return new CodeValue([new string(vin)], "", "vehicle_id");
    }

    /// <summary>A British health service number with a valid check digit.</summary>
    /// <param name="random">The source.</param>
    public static CodeValue HealthService(SeededRandom random)
    {
        while (true)
        {
            string body = random.Next(4, 7) + random.Digits(8);
            int check = (11 - body.Select((digit, index) => (digit - '0') * (10 - index)).Sum() % 11) % 11;
            if (check < 10)
            {
                return new CodeValue([body[..3], body[3..6], body[6..] + check], " ", "healthcare_number");
            }
        }
    }

    private static int Transliterate(char unit) => unit switch
    {
        >= '0' and <= '9' => unit - '0',
        >= 'A' and <= 'H' => unit - 'A' + 1,
        >= 'J' and <= 'R' => unit - 'J' + 1,
        _ => unit - 'S' + 2,
    };
}
