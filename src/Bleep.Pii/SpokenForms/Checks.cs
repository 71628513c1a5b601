namespace Bleep.Pii.SpokenForms;

/// <summary>Check digits and shapes of well-known identifiers. All take canonical characters: digits and upper-case letters.</summary>
internal static class Checks
{
    /// <summary>The Luhn check of ISO/IEC 7812.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        bool twice = false;
        for (int index = digits.Length - 1; index >= 0; index--)
        {
            int digit = digits[index] - '0';
            if (twice)
            {
                digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            }
            sum += digit;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    /// <summary>A number that a card may have: length, first digits of an issuer, Luhn.</summary>
    public static bool Card(ReadOnlySpan<char> digits) => digits.Length is >= 13 and <= 19 && digits[0] is >= '2' and <= '6' && Luhn(digits);

    /// <summary>A telephone number of the North American Numbering Plan: 10 digits, area and exchange begin with 2 to 9.</summary>
    public static bool Nanp(ReadOnlySpan<char> digits)
    {
        digits = digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;
        return digits.Length == 10 && digits[0] is >= '2' and <= '9' && digits[3] is >= '2' and <= '9' && !(digits[1] == '1' && digits[2] == '1');
    }

    /// <summary>A US social security number: no area 000, 666 or 900 to 999, no group 00, no serial 0000.</summary>
    public static bool SocialSecurity(ReadOnlySpan<char> digits) =>
        digits.Length == 9 && digits[..3] is not "000" and not "666" && digits[0] != '9' && digits[3..5] is not "00" && digits[5..] is not "0000";

    /// <summary>A US bank routing number: 9 digits with the checksum of the American Bankers Association.</summary>
    public static bool Routing(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 9)
        {
            return false;
        }
        int sum = 0;
        for (int index = 0; index < 9; index++)
        {
            sum += (digits[index] - '0') * (index % 3 == 0 ? 3 : index % 3 == 1 ? 7 : 1);
        }
        return sum % 10 == 0 && sum > 0;
    }

    /// <summary>An international bank account number by ISO 13616: 15 to 34 characters, remainder 1 modulo 97.</summary>
    public static bool Iban(ReadOnlySpan<char> text)
    {
        if (text.Length is < 15 or > 34 || !char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiLetterUpper(text[1])
            || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3]))
        {
            return false;
        }
        int remainder = 0;
        for (int index = 0; index < text.Length; index++)
        {
            char unit = text[(index + 4) % text.Length];
            int value = char.IsAsciiDigit(unit) ? unit - '0' : unit - 'A' + 10;
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }

    /// <summary>A vehicle identification number by ISO 3779 with the North American check digit.</summary>
    public static bool Vin(ReadOnlySpan<char> text)
    {
        if (text.Length != 17)
        {
            return false;
        }
        ReadOnlySpan<int> weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        int sum = 0;
        for (int index = 0; index < 17; index++)
        {
            char unit = text[index];
            int value = char.IsAsciiDigit(unit) ? unit - '0' : unit switch
            {
                >= 'A' and <= 'H' => unit - 'A' + 1,
                >= 'J' and <= 'N' => unit - 'J' + 1,
                'P' => 7,
                'R' => 9,
                >= 'S' and <= 'Z' => unit - 'S' + 2,
                _ => -1,
            };
            if (value < 0)
            {
                return false;
            }
            sum += value * weights[index];
        }
        int check = sum % 11;
        return text[8] == (check == 10 ? 'X' : (char)('0' + check));
    }
}
