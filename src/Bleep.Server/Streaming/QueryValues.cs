using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.Streaming;

/// <summary>
/// Reads values of a query as the official clients write them: booleans in any case, lists as JSON or as a repeated key. An empty value counts
/// as none. Messages name the parameter, never its value.
/// </summary>
/// <param name="query">The query; its names are compared without case.</param>
internal sealed class QueryValues(IQueryCollection query)
{
    /// <summary>The text of a parameter, or null.</summary>
    public string? Text(string name) => query[name] is [.., { Length: > 0 } last] ? last : null;

    /// <summary>A boolean, or null.</summary>
    public bool? Flag(string name) => Text(name)?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw Wrong(name, "must be true or false"),
    };

    /// <summary>A whole number, or null.</summary>
    public int? Integer(string name, int min, int max)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max
            ? number
            : throw Wrong(name, $"must be a whole number from {min} to {max}");
    }

    /// <summary>A number, or null.</summary>
    public double? Number(string name, double min, double max)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= min && number <= max
            ? number
            : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}"));
    }

    /// <summary>A list of texts, or null.</summary>
    public IReadOnlyList<string>? List(string name)
    {
        string?[] values = [.. query[name].Where(value => !string.IsNullOrEmpty(value))];
        if (values.Length == 0)
        {
            return null;
        }
        try
        {
            return [.. values.SelectMany(value => value![0] == '[' ? ReadArray(value) : [value])];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Wrong(name, "must be a JSON array of strings");
        }
    }

    private static StreamingException Wrong(string name, string what) => new(StreamingErrors.Input, $"`{name}` {what}");

    private static List<string> ReadArray(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().Select(item => item.GetString() ?? throw new JsonException("null"))];
    }
}
