namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Puts the usual hyphens into a string of digits: 610-265-1714, 4111-1111-1111-1111.</summary>
internal static class DigitGrouping
{
    public const int CardLength = 16;
    public const int AmexLength = 15;
    private const int LocalPhoneLength = 7;
    private const int PhoneLength = 10;
    private const int PhoneWithCountryLength = 11;
    private const int SocialSecurityLength = 9;

    /// <summary>True when the digits have a length and look that say what they are.</summary>
    public static bool IsKnown(string digits, IReadOnlyList<NumberTopic> topics) => GroupsOf(digits, topics) is not null;

    /// <summary>The digits with hyphens between their groups, or as they are.</summary>
    public static string Write(string digits, IReadOnlyList<NumberTopic> topics)
    {
        if (GroupsOf(digits, topics) is not { } groups)
        {
            return digits;
        }
        var parts = new List<string>(groups.Length);
        int start = 0;
        foreach (int length in groups)
        {
            parts.Add(digits.Substring(start, length));
            start += length;
        }
        return string.Join('-', parts);
    }

    /// <summary>The check that every card number passes.</summary>
    public static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int index = 0; index < digits.Length; index++)
        {
            int digit = digits[^(index + 1)] - '0';
            int weighted = index % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    private static int[]? GroupsOf(string digits, IReadOnlyList<NumberTopic> topics)
    {
        var nearest = topics.Count == 0 ? NumberTopic.None : topics[0];
        bool isPhone = topics.Contains(NumberTopic.Phone);
        return digits.Length switch
        {
            LocalPhoneLength when nearest == NumberTopic.Phone => [3, 4],
            SocialSecurityLength when nearest is NumberTopic.None or NumberTopic.SocialSecurity => [3, 2, 4],
            SocialSecurityLength when nearest == NumberTopic.PostalCode => [5, 4],
            PhoneLength when isPhone || nearest == NumberTopic.None && digits[0] >= '2' && digits[3] >= '2' => [3, 3, 4],
            PhoneWithCountryLength when digits[0] == '1' && (isPhone || nearest == NumberTopic.None) => [1, 3, 3, 4],
            AmexLength when digits[0] == '3' && digits[1] is '4' or '7' => [4, 6, 5],
            CardLength when nearest is NumberTopic.None or NumberTopic.Card or NumberTopic.Expiry || PassesLuhn(digits) => [4, 4, 4, 4],
            _ => null,
        };
    }
}
