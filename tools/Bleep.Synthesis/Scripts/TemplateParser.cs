using System.Buffers;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Scripts;

/// <summary>
/// Reads the little language of the templates:
/// <c>(a|b)</c> one of them, <c>[a]</c> or <c>[a|b]</c> perhaps, <c>{kind#1:form@policy?}</c> a value of the call (number, form, other policy and the
/// question mark for "optional" may be left out), <c>&lt;policy:written|spoken&gt;</c> private words (a question mark after the policy
/// for "optional", a minus in its place for words that count neither way, the spoken form may be left out).
/// </summary>
internal sealed class TemplateParser
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("()[]{}<>|");
    private readonly string _text;
    private int _position;

    private TemplateParser(string text) => _text = text;

    /// <summary>Parses one line of a template.</summary>
    /// <param name="text">The line without its speaker.</param>
    /// <exception cref="FormatException">The brackets do not match or a slot is malformed.</exception>
    public static TemplateNode Parse(string text)
    {
        var parser = new TemplateParser(text);
        var node = parser.ParseSequence("");
        return parser._position == text.Length ? node : throw parser.Fault();
    }

    private SequenceNode ParseSequence(string stops)
    {
        var parts = new List<TemplateNode>();
        while (_position < _text.Length && !stops.Contains(_text[_position], StringComparison.Ordinal))
        {
            parts.Add(_text[_position] switch
            {
                '(' => ParseChoice(),
                '[' => ParseOptional(),
                '{' => ParseSlot(Enclosed('}')),
                '<' => ParseMark(Enclosed('>')),
                ')' or ']' or '}' or '>' or '|' => throw Fault(),
                _ => ParseLiteral(),
            });
        }
        return new SequenceNode(parts);
    }

    private LiteralNode ParseLiteral()
    {
        int start = _position;
        int length = _text.AsSpan(start).IndexOfAny(s_special);
        _position = length < 0 ? _text.Length : start + length;
        return new LiteralNode(_text[start.._position]);
    }

    private ChoiceNode ParseChoice() => ParseOptions("|)");

    private OptionalNode ParseOptional() => new(ParseOptions("|]"));

    private ChoiceNode ParseOptions(string stops)
    {
        _position++;
        var options = new List<TemplateNode>();
        do
        {
            options.Add(ParseSequence(stops));
        }
        while (Take() == '|');
        return new ChoiceNode(options);
    }

    private char Take() => _position < _text.Length ? _text[_position++] : throw Fault();

    private string Enclosed(char close)
    {
        int end = _text.IndexOf(close, _position);
        if (end < 0)
        {
            throw Fault();
        }
        string inside = _text[(_position + 1)..end];
        _position = end + 1;
        return inside;
    }

    private static SlotNode ParseSlot(string inside)
    {
        bool isOptional = inside.EndsWith('?');
        string rest = isOptional ? inside[..^1] : inside;
        string? policy = CutAfter(ref rest, '@');
        string form = CutAfter(ref rest, ':') ?? "full";
        string? number = CutAfter(ref rest, '#');
        return new SlotNode(rest, number is null ? 0 : int.Parse(number), form, policy, isOptional);
    }

    private MarkNode ParseMark(string inside)
    {
        string rest = inside;
        string content = CutAfter(ref rest, ':') ?? throw Fault();
        bool isOptional = rest.EndsWith('?');
        string? spoken = CutAfter(ref content, '|');
        return new MarkNode(isOptional ? rest[..^1] : rest, isOptional, content, spoken ?? SpokenForm.Of(content));
    }

    private static string? CutAfter(ref string text, char mark)
    {
        int index = text.IndexOf(mark, StringComparison.Ordinal);
        if (index < 0)
        {
            return null;
        }
        string after = text[(index + 1)..];
        text = text[..index];
        return after;
    }

    private FormatException Fault() => new($"template malformed at character {_position}: {_text}");
}
