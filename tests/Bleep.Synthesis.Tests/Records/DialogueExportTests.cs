using Bleep.Dialogues;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Scripts;

namespace Bleep.Synthesis.Tests.Records;

public sealed class DialogueExportTests
{
    private static readonly CallGenerator s_generator = new();

    [Fact]
    public void Spoken_anyCall_parsesBackWithItsSpans()
    {
        foreach (var call in s_generator.Generate(0, 60))
        {
            var read = WriteAndRead(DialogueExport.Spoken(call));

            Assert.Equal(call.Id, read.Id!.Value.GetString());
            Assert.All(read.Turns.Zip(call.Turns), pair =>
            {
                Assert.Equal(pair.Second.Speaker, pair.First.Speaker);
                Assert.Equal(
                    pair.Second.Spans.Select(span => (span.Policy, span.Value)),
                    pair.First.Spans.Select(span => (span.Policy, string.Join(' ', pair.First.Words!.Skip(span.Start).Take(span.End - span.Start)))));
            });
        }
    }

    [Fact]
    public void Written_anyCall_rangesCountCodePoints()
    {
        foreach (var call in s_generator.Generate(0, 60))
        {
            var read = WriteAndRead(DialogueExport.Written(call));

            Assert.All(read.Turns.Zip(call.Turns), pair =>
            {
                var points = new CodePoints(pair.First.Text!);
                Assert.Equal(
                    pair.Second.WrittenSpans.Select(span => span.Value),
                    pair.First.Spans.Select(span => pair.First.Text![points.ToUnit(span.Start)..points.ToUnit(span.End)]));
            });
        }
    }

    private static Dialogue WriteAndRead(Dialogue dialogue)
    {
        using var stream = new MemoryStream();
        new DialogueWriter(stream).Write(dialogue);
        return DialogueParser.Parse(stream.ToArray());
    }
}
