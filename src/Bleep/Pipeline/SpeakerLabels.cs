using Bleep.Transcripts;

namespace Bleep.Pipeline;

/// <summary>
/// Names of speakers come from outside and can be private themselves ('John Smith'). Short labels and common roles stay; any
/// other name becomes a letter.
/// </summary>
public static class SpeakerLabels
{
    private static readonly HashSet<string> s_roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "agent", "caller", "customer", "client", "user", "system", "assistant", "operator", "representative", "rep", "patient",
        "doctor", "nurse", "interviewer", "interviewee", "host", "guest", "speaker", "unknown",
    };

    /// <summary>The transcript with every speaker's name made harmless, the same name always in the same way.</summary>
    /// <param name="transcript">The transcript as it came.</param>
    public static Transcript Neutralise(Transcript transcript)
    {
        var names = new Dictionary<string, string>();
        var taken = transcript.Turns.Select(turn => turn.Speaker).OfType<string>().Where(IsHarmless).ToHashSet();
        return transcript with
        {
            Turns = [.. transcript.Turns.Select(turn => turn.Speaker is { } name ? turn with { Speaker = NameOf(name) } : turn)],
        };

        string NameOf(string name)
        {
            if (IsHarmless(name))
            {
                return name;
            }
            if (!names.TryGetValue(name, out string? neutral))
            {
                neutral = Enumerable.Range(0, int.MaxValue).Select(Letters).First(taken.Add);
                names.Add(name, neutral);
            }
            return neutral;
        }
    }

    /// <summary>True for labels that name nobody: a letter, a number, a common role.</summary>
    /// <param name="name">The label.</param>
    public static bool IsHarmless(string name) =>
        s_roles.Contains(name) || (name.Length == 1 && char.IsAsciiLetterOrDigit(name[0])) || (name.Length == 2 && name.All(char.IsAsciiDigit));

    private static string Letters(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : $"{Letters((index / 26) - 1)}{(char)('A' + (index % 26))}";
}
