using System.Net;
using System.Text;

namespace Bleep.Testing;

/// <summary>Private values planted in what a program is given, in every form in which they might come out of it again.</summary>
public sealed class PlantedValues
{
    private readonly string[] _forms;

    /// <summary>Takes values.</summary>
    /// <param name="values">The values; long enough that none stands anywhere by chance.</param>
    public PlantedValues(params IEnumerable<string> values) => _forms = [.. values.SelectMany(FormsOf).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The first form that stands in a text, in any case; null when there is none.</summary>
    /// <param name="content">The text.</param>
    public string? FindIn(string content) => Array.Find(_forms, form => content.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first form that stands in bytes, whatever they are.</summary>
    /// <param name="content">The bytes.</param>
    public string? FindIn(ReadOnlySpan<byte> content) => FindIn(Encoding.Latin1.GetString(content));

    private static IEnumerable<string> FormsOf(string value)
    {
        yield return value;
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('=');
        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(value));
        yield return Uri.EscapeDataString(value);
        yield return WebUtility.UrlEncode(value);
        yield return WebUtility.HtmlEncode(value);
        yield return string.Concat(value.Select(letter => $"\\u{(int)letter:x4}"));
        yield return string.Concat(value.Select(letter => $"&#{(int)letter};"));
        yield return string.Concat(value.Select(letter => $"%{(int)letter:x2}"));
        // As tags of media and some files hold text: two bytes a letter.
        yield return string.Join('\0', value.ToCharArray());
        if (value.All(char.IsLetterOrDigit))
        {
            yield return string.Join(' ', value.ToCharArray());
            yield return string.Join('-', value.ToCharArray());
            yield return string.Join(". ", value.ToCharArray());
            // Base64 of a text in which the value stands somewhere inside, at the two places where its own would not be found.
            yield return Inner($"x{value}");
            yield return Inner($"xx{value}");
        }
    }

    // The part of the encoding that depends on nothing but the value: without what the letters before and behind it change.
    private static string Inner(string text)
    {
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=');
        int changed = text.Length % 3 == 0 ? 0 : 1;
        return encoded[(text.StartsWith("xx", StringComparison.Ordinal) ? 3 : 2)..^changed];
    }
}
