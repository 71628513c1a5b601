using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.Policies;
using Bleep.Transcripts;

namespace Bleep.Pii.Tests.Redaction;

/// <summary>Short ways to write findings and turns in tests.</summary>
internal static class Findings
{
    public static PiiSpan Chars(int start, int end, PiiPolicy? policy = null, double score = 0.9) =>
        new(0, default, policy ?? PiiPolicies.PersonName, score, "test") { Chars = new CharRange(start, end) };

    /// <summary>The finding of <paramref name="value"/> where it first stands in the text.</summary>
    public static PiiSpan Of(string text, string value, PiiPolicy? policy = null, double score = 0.9)
    {
        int start = text.IndexOf(value, StringComparison.Ordinal);
        Assert.True(start >= 0);
        return Chars(start, start + value.Length, policy, score);
    }

    public static PiiSpan Words(int start, int end, PiiPolicy? policy = null, double score = 0.9, int turn = 0) =>
        new(turn, new WordRange(start, end), policy ?? PiiPolicies.PersonName, score, "test");

    public static PiiSpan Static(int start, int end, string label) =>
        new(0, new WordRange(start, end), PiiPolicy.ForLabel(label), 1, "static") { IsStatic = true, Label = label };

    /// <summary>A turn whose output words are its raw words, one every 100 ms.</summary>
    public static OutputTurn Turn(string text, int index = 0) => new(index,
        [.. text.Split(' ').Select((word, i) => new OutputWord(word, new WordRange(i, i + 1),
            TimeSpan.FromMilliseconds(100 * i), TimeSpan.FromMilliseconds((100 * i) + 90), i % 2 == 0 ? 1.0 : 0.5))], "A", 1);
}
