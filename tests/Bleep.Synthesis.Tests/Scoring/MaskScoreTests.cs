using Bleep.Synthesis.Scoring;
using Bleep.Synthesis.Truth;
using Bleep.Transcripts;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Synthesis.Tests.Scoring;

public sealed class MaskScoreTests
{
    // "my name is john smith thanks", a word every 500 ms lasting 400 ms; john smith is private.
    private static readonly CallTruth s_truth = MakeTruth(["my", "name", "is", "john", "smith", "thanks"], (3, 5, "person_name", false));

    [Fact]
    public void Of_exactMask_isPerfect()
    {
        var score = MaskScore.Of(s_truth, Audit(("person_name", 1500, 2400)));

        Assert.Equal(1, score.MaskedShare);
        Assert.Equal(0, score.MaskedOtherShare);
        Assert.Equal(TimeSpan.FromMilliseconds(900), score.Total.TruthTime);
    }

    [Fact]
    public void Of_maskWithin100MsAround_countsNeitherWay()
    {
        var score = MaskScore.Of(s_truth, Audit(("person_name", 1400, 2500)));

        Assert.Equal(1, score.MaskedShare);
        Assert.Equal(0, score.MaskedOtherShare);
    }

    [Fact]
    public void Of_nothingMasked_isNothing()
    {
        var score = MaskScore.Of(s_truth, Audit());

        Assert.Equal(0, score.MaskedShare);
        Assert.Equal(0, score.MaskedOtherShare);
        // my, name and is lie before 1400 ms; thanks begins where the guarded stretch ends.
        Assert.Equal(TimeSpan.FromMilliseconds(1600), score.OtherSpeech);
    }

    [Fact]
    public void Of_halfTheNameUnmasked_tellsWhatWasLost()
    {
        var audit = Audit(("person_name", 1500, 2000));
        var onlyJohn = new HeardWords([Heard("john", 1500), Heard("smyth", 2000)]);
        var both = new HeardWords([Heard("John", 1520), Heard("Smith,", 2010)]);

        var unheard = MaskScore.Of(s_truth, audit, onlyJohn).Total;
        var missed = MaskScore.Of(s_truth, audit, both).Total;

        Assert.Equal(TimeSpan.FromMilliseconds(400), unheard.RecognitionLost);
        Assert.Equal(TimeSpan.Zero, unheard.DetectionLost);
        Assert.Equal(TimeSpan.Zero, missed.RecognitionLost);
        Assert.Equal(TimeSpan.FromMilliseconds(400), missed.DetectionLost);
    }

    [Fact]
    public void Of_wordHeardElsewhere_isNotHeardHere()
    {
        var heard = new HeardWords([Heard("smith", 100), Heard("john", 2000)]);

        Assert.Equal(TimeSpan.FromMilliseconds(900), MaskScore.Of(s_truth, Audit(), heard).Total.RecognitionLost);
    }

    [Theory]
    [InlineData("two", "217-555-0142", true)]
    [InlineData("lowery", "john.lowery@example.com", true)]
    [InlineData("Smith", "smith's", true)]
    [InlineData("two", "to", false)]
    [InlineData("at", "that", false)]
    public void Holds_formattedWord_standsForSpokenOnes(string spoken, string written, bool isHeard) =>
        Assert.Equal(isHeard, new HeardWords([Heard(written, 0)]).Holds(spoken, TimeRange.FromMilliseconds(100, 300)));

    [Fact]
    public void Of_optionalStretch_countsNeitherWay()
    {
        var truth = MakeTruth(["see", "you", "tomorrow", "then", "and", "thanks"], (2, 3, "date", true));

        var masked = MaskScore.Of(truth, Audit(("date", 1000, 1400)));
        var plain = MaskScore.Of(truth, Audit());

        Assert.Equal(1, masked.MaskedShare);
        Assert.Equal(1, plain.MaskedShare);
        Assert.Equal(0, masked.MaskedOtherShare);
        Assert.Equal(TimeSpan.Zero, masked.Total.TruthTime);
    }

    [Fact]
    public void Of_wrongMask_isPutToItsPolicy()
    {
        var score = MaskScore.Of(s_truth, Audit(("person_name", 1500, 2400), ("duration", 0, 400)));

        Assert.Equal(TimeSpan.FromMilliseconds(400), score.Policies.Single(policy => policy.Policy == "duration").WronglyMasked);
        Assert.Equal(0.25, score.MaskedOtherShare);
    }

    [Fact]
    public void Of_anyMasks_sharesStayBetween0And1AndGrowWithTheMask()
    {
        var range = Gen.Choose(0, 2900).SelectMany(start => Gen.Choose(1, 1500).Select(length => (start, start + length))).ListOf();
        Prop.ForAll(Arb.From(range), ranges =>
        {
            var less = MaskScore.Of(s_truth, Audit([.. ranges.Skip(1).Select(entry => ("x", entry.start, entry.Item2))]));
            var more = MaskScore.Of(s_truth, Audit([.. ranges.Select(entry => ("x", entry.start, entry.Item2))]));
            return more.MaskedShare is >= 0 and <= 1 && more.MaskedOtherShare is >= 0 and <= 1
                && less.MaskedShare <= more.MaskedShare && less.MaskedOtherShare <= more.MaskedOtherShare;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Add_twoScores_sumsTimes()
    {
        var good = MaskScore.Of(s_truth, Audit(("person_name", 1500, 2400)));
        var bad = MaskScore.Of(s_truth, Audit());

        var both = MaskScore.Empty.Add(good).Add(bad);

        Assert.Equal(0.5, both.MaskedShare);
        Assert.Equal(2 * good.OtherSpeech, both.OtherSpeech);
        Assert.Equal(0.5, both.Policies.Single().MaskedShare);
    }

    [Fact]
    public void Read_auditAndTranscript_asWrittenByRedact()
    {
        var audit = MaskAudit.Read("""
            {"redactions":[{"policy":"person_name","start_ms":1500,"end_ms":2400,"score":0.97,"recognizer":"x"}],
             "masked":[{"start_ms":1440,"end_ms":2460}],"version":1}
            """u8.ToArray());
        var heard = HeardWords.Read("""{"words":[{"text":"John","start":1500,"end":1900}]}"""u8.ToArray());

        Assert.Equal("person_name", Assert.Single(audit.Redactions).Policy);
        Assert.Equal(TimeSpan.FromMilliseconds(1020), audit.Masked.Total);
        Assert.True(heard.Holds("john", TimeRange.FromMilliseconds(1500, 1900)));
        Assert.Throws<System.Text.Json.JsonException>(() => MaskAudit.Read("{}"u8.ToArray()));
        Assert.Throws<System.Text.Json.JsonException>(() => HeardWords.Read("{}"u8.ToArray()));
    }

    private static Word Heard(string text, int startMs) =>
        new(text, TimeSpan.FromMilliseconds(startMs), TimeSpan.FromMilliseconds(startMs + 400));

    private static MaskAudit Audit(params (string Policy, int StartMs, int EndMs)[] redactions)
    {
        var list = redactions.Select(entry => (entry.Policy, TimeRange.FromMilliseconds(entry.StartMs, entry.EndMs))).ToList();
        return new MaskAudit(list, Timeline.Of(list.Select(entry => entry.Item2)));
    }

    private static CallTruth MakeTruth(string[] words, params (int Start, int End, string Policy, bool Optional)[] spans)
    {
        TruthWord[] said = [.. words.Select((word, index) => new TruthWord(
            word, TimeRange.FromMilliseconds(500 * index, 500 * index + 400), "caller", null, 0))];
        return new CallTruth("test", TimeSpan.FromSeconds(3), said,
        [
            .. spans.Select(span => new TruthInterval(
                span.Policy,
                new TimeRange(said[span.Start].Time.Start, said[span.End - 1].Time.End),
                string.Join(' ', words[span.Start..span.End]),
                "caller",
                null,
                new WordRange(span.Start, span.End),
                span.Optional)),
        ]);
    }
}
