using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bleep.Api.Tests.Robustness;

/// <summary>Makes broken requests of right ones; the same for the same seed.</summary>
/// <param name="random">Decides.</param>
internal sealed class RequestMutator(Random random)
{
    private const string Place = "\"@place@\"";

    // What is put in a value's place, as JSON text.
    private static readonly string[] s_values =
    [
        "null", "true", "false", "0", "-1", "1", "0.5", "1e999", "-1e999", "1e-400", "2147483648", "9223372036854775807", "-9223372036854775808",
        "99999999999999999999999999", "NaN", "Infinity", "0x10", "01", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"",
        "\"\\uFFFF\"", "\"a\\u0000b\"", "\"\\x\"", "\"\u0001\"", "[]", "{}", "[[]]", "[{}]", "[null]", "[\"\"]", "[\"a\",1]", "{\"\":\"\"}", "{\"a\":null}",
        "{\"A\":[null]}", "{\"A\":[\"(\"]}", "{\"A\":[\"[\"]}", "{\"A\":[\"(?<=a)b\"]}", "{\"A\":[\"(a+)+$\"]}", "{\"A\":[\"a{1,99999}\"]}", "{\"[X]\":[\"a\"]}",
        "{\"\\ud800\":[\"a\"]}", "\"http://\"", "\"file:///etc/passwd\"", "\"http://[::1\"", "\"//x\"", "\"http://a\\u0000b/\"", "\"javascript:1\"",
    ];

    /// <summary>Breaks a JSON body in one to three places.</summary>
    /// <param name="body">A right body.</param>
    public byte[] Mutate(JsonObject body)
    {
        byte[] text = random.Next(2) == 0 ? ReplaceValue(body) : JsonSerializer.SerializeToUtf8Bytes(body);
        for (int times = random.Next(random.Next(2) == 0 ? 1 : 3); times > 0; times--)
        {
            text = ChangeBytes(text);
        }
        return text;
    }

    /// <summary>A text for a path or a query, escaped.</summary>
    /// <param name="text">A right one.</param>
    public string Mutate(string text)
    {
        byte[] bytes = ChangeBytes(Encoding.UTF8.GetBytes(text.Length == 0 ? "x" : text));
        // Kestrel itself refuses a NUL in a path, with a bare 400.
        return string.Concat(bytes.Select(value => $"%{Math.Max(value, (byte)1):X2}"));
    }

    private byte[] ReplaceValue(JsonObject body)
    {
        var copy = (JsonObject)body.DeepClone();
        var nodes = new List<(JsonNode Parent, object Key)>();
        Collect(copy, nodes);
        (var parent, object key) = nodes[random.Next(nodes.Count)];
        var place = JsonValue.Create(Place.Trim('"'));
        if (parent is JsonArray array)
        {
            array[(int)key] = place;
        }
        else
        {
            ((JsonObject)parent)[(string)key] = place;
        }
        return Encoding.UTF8.GetBytes(copy.ToJsonString().Replace(Place, Value(), StringComparison.Ordinal));
    }

    private string Value() => random.Next(s_values.Length + 4) switch
    {
        var index when index < s_values.Length => s_values[index],
        var index when index == s_values.Length => $"\"{new string('a', random.Next(1, 200_000))}\"",
        var index when index == s_values.Length + 1 => string.Concat(Enumerable.Repeat("[", random.Next(1, 2000))),
        var index when index == s_values.Length + 2 => $"[{string.Join(',', Enumerable.Repeat("\"term\"", random.Next(1, 20_000)))}]",
        _ => $"\"{string.Concat(Enumerable.Repeat("\\u00e9\\ud83d\\ude00", random.Next(1, 1000)))}\"",
    };

    private byte[] ChangeBytes(byte[] text)
    {
        int at = random.Next(text.Length);
        int length = Math.Min(random.Next(1, 12), text.Length - at);
        return random.Next(7) switch
        {
            0 => [.. text[..at], (byte)random.Next(256), .. text[(at + 1)..]],
            1 => [.. text[..at], .. text[(at + length)..]],
            2 => [.. text[..at], .. RandomBytes(), .. text[at..]],
            3 => [.. text[..(at + length)], .. text[at..]],
            4 => text[..at],
            5 => [.. text[..at], .. text[(at + length)..], .. text[at..(at + length)]],
            _ => [.. text[..at], (byte)(text[at] ^ (1 << random.Next(8))), .. text[(at + 1)..]],
        } is { Length: > 0 } changed ? changed : [0];
    }

    private byte[] RandomBytes()
    {
        byte[] bytes = new byte[random.Next(1, 9)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void Collect(JsonNode node, List<(JsonNode, object)> nodes)
    {
        if (node is JsonObject body)
        {
            foreach ((string name, var value) in body)
            {
                nodes.Add((body, name));
                if (value is not null)
                {
                    Collect(value, nodes);
                }
            }
        }
        else if (node is JsonArray array)
        {
            for (int index = 0; index < array.Count; index++)
            {
                nodes.Add((array, index));
                if (array[index] is { } value)
                {
                    Collect(value, nodes);
                }
            }
        }
    }
}
