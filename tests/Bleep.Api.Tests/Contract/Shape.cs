using System.Text.Json;

namespace Bleep.Api.Tests.Contract;

/// <summary>What a JSON value must look like. It is as strict as the strictest client: no other key, no fraction where a whole number belongs.</summary>
/// <param name="check">Adds what is wrong with a value; told the value and where it stands.</param>
internal sealed class Shape(Action<JsonElement, string, ICollection<string>> check)
{
    /// <summary>Any string.</summary>
    public static Shape Text { get; } = OfKind("a string", JsonValueKind.String);

    /// <summary>A string with something in it.</summary>
    public static Shape FilledText { get; } = When("a string that is not empty", value => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 });

    /// <summary>True or false.</summary>
    public static Shape Flag { get; } = OfKind("true or false", JsonValueKind.True, JsonValueKind.False);

    /// <summary>Nothing but null.</summary>
    public static Shape Null { get; } = OfKind("null", JsonValueKind.Null);

    /// <summary>A whole number from 0, written without a fraction or an exponent.</summary>
    public static Shape Whole { get; } = When("a whole number", value => value.ValueKind == JsonValueKind.Number && value.GetRawText().All(char.IsAsciiDigit));

    /// <summary>A number from 0 to 1.</summary>
    public static Shape Share { get; } = When("a number from 0 to 1", value => value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and <= 1);

    /// <summary>A UUID.</summary>
    public static Shape Id { get; } = When("a UUID", value => value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out _));

    /// <summary>An absolute http or https address.</summary>
    public static Shape Url { get; } = When("an address", value => value.ValueKind == JsonValueKind.String
        && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https");

    /// <summary>An instant in UTC, ISO 8601.</summary>
    public static Shape Instant { get; } = When("an instant", value => value.ValueKind == JsonValueKind.String
        && value.GetString()!.EndsWith('Z') && value.TryGetDateTimeOffset(out _));

    /// <summary>One of the given strings.</summary>
    public static Shape OneOf(params IReadOnlyCollection<string> values) =>
        When($"one of {string.Join(", ", values)}", value => value.ValueKind == JsonValueKind.String && values.Contains(value.GetString()));

    /// <summary>A list.</summary>
    public static Shape ListOf(Shape item) => new((value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            faults.Add($"{path} is {value.ValueKind}, not a list");
            return;
        }
        int index = 0;
        foreach (var one in value.EnumerateArray())
        {
            item.Check(one, $"{path}[{index++}]", faults);
        }
    });

    /// <summary>A list with something in it.</summary>
    public static Shape FilledListOf(Shape item) => ListOf(item).And((value, path, faults) =>
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0)
        {
            faults.Add($"{path} is empty");
        }
    });

    /// <summary>An object with these keys and no others; a name that ends in <c>?</c> may be left out.</summary>
    public static Shape ObjectOf(params IReadOnlyCollection<(string Name, Shape Shape)> keys) => new((value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{path} is {value.ValueKind}, not an object");
            return;
        }
        foreach ((string name, var shape) in keys)
        {
            if (value.TryGetProperty(name.TrimEnd('?'), out var item))
            {
                shape.Check(item, $"{path}.{name.TrimEnd('?')}", faults);
            }
            else if (!name.EndsWith('?'))
            {
                faults.Add($"{path}.{name} is missing");
            }
        }
        foreach (var property in value.EnumerateObject().Where(property => keys.All(key => key.Name.TrimEnd('?') != property.Name)))
        {
            faults.Add($"{path}.{property.Name} is not in the contract");
        }
    });

    /// <summary>This, or null.</summary>
    public Shape OrNull() => new((value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            Check(value, path, faults);
        }
    });

    /// <summary>This, and a further rule.</summary>
    public Shape And(Action<JsonElement, string, ICollection<string>> rule) => new((value, path, faults) =>
    {
        Check(value, path, faults);
        rule(value, path, faults);
    });

    /// <summary>Adds what is wrong with a value.</summary>
    public void Check(JsonElement value, string path, ICollection<string> faults) => check(value, path, faults);

    private static Shape OfKind(string what, params IReadOnlyCollection<JsonValueKind> kinds) => When(what, value => kinds.Contains(value.ValueKind));

    private static Shape When(string what, Predicate<JsonElement> isRight) => new((value, path, faults) =>
    {
        if (!isRight(value))
        {
            faults.Add($"{path} is {value.GetRawText()}, not {what}");
        }
    });
}
