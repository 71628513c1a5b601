using Bleep.Pii.Detection;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Tests.Detection;

/// <summary>
/// No input makes detection slower than linear. What is compared is processor time a character beside that of prose of the same length: a step
/// that looks back over all that came before would make it thousands of times as much.
/// </summary>
public sealed class LinearTimeTests
{
    private const int Length = 300_000;
    private const int LongLength = 10_000_000;

    // Prose has five to six characters a token, some of these texts one.
    private const double MostTimesProse = 25;

    private static readonly PiiDetector _detector = new(new PiiDetectorOptions { Policies = PiiPolicySet.Everything, Sensitivity = Sensitivity.Strict });
    private static readonly Lazy<TimeSpan> _prose = new(() => Measure(HostileText.OfProse(Length)));

    public static TheoryData<string> Runs => [.. HostileText.Runs.Keys];

    public static TheoryData<string> Turns => [.. HostileText.Turns.Keys];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Detect_onePieceOverAndOver_takesNotMuchLongerThanProse(string name) => AssertLinear(HostileText.OfRun(name, Length), _prose.Value);

    [Theory]
    [MemberData(nameof(Turns))]
    public void Detect_oneTurnOverAndOver_takesNotMuchLongerThanProse(string name) => AssertLinear(HostileText.OfTurns(name, Length), _prose.Value);

    [Fact]
    [Trait("Category", "Soak")]
    public void Detect_tenMegabytesOfEach_takesNotMuchLongerThanProse()
    {
        var prose = Measure(HostileText.OfProse(LongLength));
        foreach (string name in HostileText.Runs.Keys)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Report(name, AssertLinear(HostileText.OfRun(name, LongLength), prose), prose);
        }
        foreach (string name in HostileText.Turns.Keys)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Report(name, AssertLinear(HostileText.OfTurns(name, LongLength), prose), prose);
        }
    }

    private static TimeSpan AssertLinear(IReadOnlyList<TextTurn> turns, TimeSpan prose)
    {
        var spent = Measure(turns);
        Assert.True(spent < prose * MostTimesProse, $"{spent / prose:0.0} times as long as prose");
        return spent;
    }

    private static TimeSpan Measure(IReadOnlyList<TextTurn> turns)
    {
        // The better of two runs: the first may have compiled something.
        var first = ThreadTime.Of(() => _detector.DetectText(turns, TestContext.Current.CancellationToken));
        var second = turns.Sum(turn => (long)turn.Text.Length) > Length * 2L ? first : ThreadTime.Of(() => _detector.DetectText(turns, TestContext.Current.CancellationToken));
        return first < second ? first : second;
    }

    private static void Report(string name, TimeSpan spent, TimeSpan prose) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"{name,-28} {spent / prose,6:0.0} times prose");
}
