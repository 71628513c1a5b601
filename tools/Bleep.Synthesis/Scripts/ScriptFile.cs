using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Values;

namespace Bleep.Synthesis.Scripts;

/// <summary>
/// A call written out by hand: a line a turn, <c>A:</c> the agent, <c>C:</c> the caller, private words marked as
/// <c>&lt;policy:written|spoken&gt;</c>. The other marks of templates work too; nobody hesitates unless it is written.
/// </summary>
public static class ScriptFile
{
    /// <summary>Reads a script.</summary>
    /// <param name="id">The name of the call.</param>
    /// <param name="text">The script.</param>
    /// <param name="seed">Decides what is left open, if anything is.</param>
    /// <exception cref="FormatException">A line is malformed; the message names it.</exception>
    public static SyntheticCall Read(string id, TextReader text, long seed = 0)
    {
        var random = new SeededRandom(seed);
        var expander = new TemplateExpander(new CallCast(random.Fork("cast"), TemplateSplit.All), random.Fork("words"), disfluency: 0);
        return new SyntheticCall(id, "script", [.. FragmentReader.ReadLines(text).Select(expander.Expand).OfType<CallTurn>()]);
    }
}
