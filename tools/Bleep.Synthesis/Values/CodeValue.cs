using System.Text;
using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>
/// A number or code made of groups. Forms: <c>full</c>, <c>last4</c> (or fewer), <c>last3</c>, <c>first4</c>, <c>part1</c> … <c>part9</c>
/// (one group), <c>rest</c> (all groups but the first).
/// </summary>
internal sealed class CodeValue : SlotValue
{
    private readonly string[] _groups;
    private readonly string _separator;
    private readonly string _policy;
    private readonly string? _alsoPolicy;
    private readonly bool _readsWhole;
    private readonly bool _pairs;

    /// <summary>Makes a code of known groups.</summary>
    /// <param name="groups">The groups in order.</param>
    /// <param name="separator">What stands between them in writing; empty for none.</param>
    /// <param name="policy">Wire name.</param>
    /// <param name="alsoPolicy">A second policy under which it may count.</param>
    /// <param name="pairs">Whether pairs of digits may be read as numbers.</param>
    public CodeValue(string[] groups, string separator, string policy, string? alsoPolicy = null, bool pairs = true)
    {
        (_groups, _separator, _policy, _alsoPolicy, _pairs) = (groups, separator, policy, alsoPolicy, pairs);
        // Without separators nobody knows where the groups were: the reader makes groups of their own.
        _readsWhole = separator.Length == 0;
    }

    /// <summary>Makes a code after a pattern: <c>9</c> a digit, <c>8</c> a digit that is not zero, <c>A</c> a letter, <c>X</c> either; blanks,
    /// hyphens and slashes part groups; a backslash takes the next character as it is.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="policy">Wire name.</param>
    /// <param name="random">The source of characters.</param>
    /// <param name="alsoPolicy">A second policy under which it may count.</param>
    public static CodeValue OfPattern(string pattern, string policy, SeededRandom random, string? alsoPolicy = null)
    {
        var made = new StringBuilder();
        for (int index = 0; index < pattern.Length; index++)
        {
            made.Append(pattern[index] switch
            {
                '9' => (char)('0' + random.Next(0, 9)),
                '8' => (char)('0' + random.Next(1, 9)),
                'A' => random.Pick("ABCDEFGHJKLMNPQRSTUVWXYZ".ToCharArray()),
                'X' => random.Pick("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789".ToCharArray()),
                '\\' => pattern[++index],
                var other => other,
            });
        }
        string code = made.ToString();
        int separator = code.AsSpan().IndexOfAny(' ', '-', '/');
        return new CodeValue(code.Split(' ', '-', '/'), separator < 0 ? "" : code[separator].ToString(), policy, alsoPolicy);
    }

    /// <summary>Letters and digits without separators.</summary>
    public string Bare => string.Concat(_groups);

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        var speech = new CodeSpeech(random, _pairs);
        if (form == "full")
        {
            string written = string.Join(random.Chance(0.75) ? _separator : "", _groups);
            return Make(written, _readsWhole ? speech.Read(Bare) : speech.Read(_groups));
        }
        if (form == "rest")
        {
            return Make(string.Join(_separator, _groups[1..]), speech.Read(_groups[1..]));
        }
        if (form.StartsWith("last", StringComparison.Ordinal) && int.TryParse(form.AsSpan(4), out int last))
        {
            string tail = Bare[^Math.Min(last, Bare.Length)..];
            return Make(tail, speech.ReadGroup(tail));
        }
        if (form.StartsWith("first", StringComparison.Ordinal) && int.TryParse(form.AsSpan(5), out int first))
        {
            string head = Bare[..Math.Min(first, Bare.Length)];
            return Make(head, speech.ReadGroup(head));
        }
        if (form.StartsWith("part", StringComparison.Ordinal) && int.TryParse(form.AsSpan(4), out int part))
        {
            string group = _groups[Math.Min(part, _groups.Length) - 1];
            return Make(group, speech.ReadGroup(group));
        }
        throw UnknownForm(form);
    }

    private Rendering Make(string written, string spoken) => new(written, spoken, _policy) { AlsoPolicy = _alsoPolicy };
}
