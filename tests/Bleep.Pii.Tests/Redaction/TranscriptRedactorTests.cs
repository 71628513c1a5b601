using Bleep.Pii.Formatting;
using Bleep.Pii.Policies;
using Bleep.Pii.Redaction;
using Bleep.Transcripts;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Pii.Tests.Redaction;

public sealed class TranscriptRedactorTests
{
    [Fact]
    public void Redact_findings_substituteTheirWordsAndTellWhy()
    {
        var span = Findings.Words(2, 4);
        var turn = new TranscriptRedactor(new EntityNameSubstitution()).Redact([Findings.Turn("I am John Lowery.")], [span]).Single();
        Assert.Equal("I am [PERSON_NAME] [PERSON_NAME].", turn.Text);
        Assert.Equal([null, null, span, span], turn.Words.Select(word => word.Redaction));
        Assert.Equal(("A", 1), (turn.Speaker, turn.Channel));
    }

    [Fact]
    public void Redact_outputWordOfSeveralSources_goesWhenOneIsTouched()
    {
        var word = new OutputWord("610-265-1714.", new WordRange(3, 13), TimeSpan.Zero, TimeSpan.FromSeconds(3), 1);
        var turn = new OutputTurn(5, [word], null, null);
        var redactor = new TranscriptRedactor(new HashSubstitution());
        Assert.Equal("###-###-####.", redactor.Redact([turn], [Findings.Words(12, 14, turn: 5)])[0].Text);
        Assert.Equal("610-265-1714.", redactor.Redact([turn], [Findings.Words(13, 14, turn: 5), Findings.Words(3, 13, turn: 4)])[0].Text);
    }

    [Fact]
    public void Redact_staticTermOfTwoWords_mergesTextAndTime()
    {
        var turn = Findings.Turn("about Bear claw, then");
        var merged = new TranscriptRedactor(new EntityNameSubstitution()).Redact([turn], [Findings.Static(1, 3, "PROJECT")])[0];
        Assert.Equal("about [PROJECT], then", merged.Text);
        Assert.Equal((TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(290), 0.75),
            (merged.Words[1].Start, merged.Words[1].End, merged.Words[1].Confidence));

        var apart = new TranscriptRedactor(new EntityNameSubstitution(), mergeStaticTerms: false).Redact([turn], [Findings.Static(1, 3, "PROJECT")])[0];
        Assert.Equal("about [PROJECT] [PROJECT], then", apart.Text);
        var hashed = new TranscriptRedactor(new HashSubstitution()).Redact([turn], [Findings.Static(1, 3, "PROJECT")])[0];
        Assert.Equal("about #### ####, then", hashed.Text);
    }

    [Fact]
    public void Redact_tagPerEntity_keepsNeighboursApart() => Assert.Equal("[PERSON_NAME] [PERSON_NAME] of [LOCATION]",
        new TranscriptRedactor(new EntityNameSubstitution(perWord: false))
            .Redact([Findings.Turn("Ann Lee Bob of New York")], [Findings.Words(0, 2), Findings.Words(2, 3), Findings.Words(4, 6, PiiPolicies.Location)])[0].Text);

    [Fact]
    public void Redact_overlap_strongestTakesTheTag()
    {
        var weak = Findings.Words(0, 3, PiiPolicies.Organization, 0.5);
        var strong = Findings.Words(1, 2, PiiPolicies.PersonName, 0.8);
        var turn = new TranscriptRedactor(new EntityNameSubstitution(perWord: false)).Redact([Findings.Turn("House of Usher")], [weak, strong])[0];
        Assert.Equal("[ORGANIZATION] [PERSON_NAME] [ORGANIZATION]", turn.Text);
    }

    [Fact]
    public void Redact_emptySpan_throws() => Assert.Throws<ArgumentException>(
        () => new TranscriptRedactor(new HashSubstitution()).Redact([Findings.Turn("Ann")], [Findings.Words(1, 1)]));

    [Fact]
    public void Redact_anySpans_hideExactlyTheTouchedWords()
    {
        var cases =
            from lengths in Gen.Choose(1, 4).NonEmptyListOf()
            from cuts in Gen.Two(Gen.Choose(0, 60)).ListOf()
            select (lengths, Spans: cuts.Select((cut, index) => Findings.Words(Math.Min(cut.Item1, cut.Item2), Math.Max(cut.Item1, cut.Item2) + 1,
                PiiPolicies.All[index % 65], index % 7 / 7.0)).ToList());
        Prop.ForAll(cases.ToArbitrary(), entry =>
        {
            var words = new List<OutputWord>();
            int next = 0;
            foreach (int length in entry.lengths)
            {
                words.Add(new OutputWord($"w{next}x", new WordRange(next, next + length), TimeSpan.FromSeconds(next), TimeSpan.FromSeconds(next + length), 1));
                next += length + (length == 4 ? 1 : 0);
            }
            var redacted = new TranscriptRedactor(new HashSubstitution()).Redact([new OutputTurn(0, words, null, null)], entry.Spans)[0];
            return redacted.Words.Count == words.Count && redacted.Words.Zip(words).All(pair =>
            {
                var touching = entry.Spans.Where(span => span.Words.Overlaps(pair.Second.Source)).ToList();
                return touching.Count == 0
                    ? pair.First.Redaction is null && pair.First.Text == pair.Second.Text
                    : pair.First.Text.All(c => c == '#') && touching.Max(span => span.Score) == pair.First.Redaction!.Score;
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Redact_manyNestedSpans_endsSoon()
    {
        const int count = 20_000;
        var turn = Findings.Turn(string.Join(' ', Enumerable.Repeat("word", count)));
        var spans = Enumerable.Range(0, count).Select(index => Findings.Words(index / 2, count - (index / 2), score: index / (double)count)).ToList();
        Assert.All(new TranscriptRedactor(new HashSubstitution()).Redact([turn], spans)[0].Words, word => Assert.Equal("####", word.Text));
    }
}
