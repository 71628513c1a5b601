using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Pii.Tests.Detection;

/// <summary>What holds for any input, however broken: nothing throws, spans lie inside their turns, and the same input gives the same spans.</summary>
public sealed class DetectionPropertyTests
{
    private static readonly string[] _pieces =
    [
        .. HostileText.Runs.Values, .. HostileText.Turns.Values.SelectMany(pieces => pieces), "john", "lowery", "gmail", "underscore", "as in", "cvv", "2001:db8::1",
        "http://", "www.", "é", "İ", "ß", "-", ".", "?", "! ", "'s", "’s", "$", "%", " a m", "20%", "1/2", "12/12/2012", "[noise]", "<unk>", "ten", "p d f", "\t", " ",
    ];

    private static Arbitrary<string[]> Dialogues => Gen.Elements(_pieces).ArrayOf()
        .Select(pieces => string.Join(pieces.Length % 2 == 0 ? " " : "", pieces)).ArrayOf().ToArbitrary();

    [Theory]
    [InlineData(Sensitivity.Readable)]
    [InlineData(Sensitivity.Balanced)]
    [InlineData(Sensitivity.Strict)]
    public void DetectText_anyPieces_givesSpansInsideTheirTurns(Sensitivity sensitivity)
    {
        var detector = new PiiDetector(new PiiDetectorOptions { Policies = PiiPolicySet.Everything, Sensitivity = sensitivity });
        Prop.ForAll(Dialogues, texts =>
        {
            TextTurn[] turns = [.. texts.Select((text, index) => new TextTurn(text, index % 3 == 0 ? "agent" : index % 3 == 1 ? "caller" : null))];
            var spans = detector.DetectText(turns, TestContext.Current.CancellationToken);
            foreach (var span in spans)
            {
                Assert.InRange(span.Turn, 0, turns.Length - 1);
                Assert.InRange(span.Chars.Start, 0, span.Chars.End - 1);
                Assert.InRange(span.Chars.End, 1, turns[span.Turn].Text.Length);
                Assert.InRange(span.Score, 0, 1);
                Assert.NotEmpty(span.Parts);
            }
            Assert.Equal(spans.Select(Describe), detector.DetectText(turns, TestContext.Current.CancellationToken).Select(Describe));
        }).QuickCheckThrowOnFailure();
    }

    private static string Describe(PiiSpan span) => $"{span.Turn} {span.Chars} {span.Policy.Name} {span.Score} {span.Recognizer}";
}
