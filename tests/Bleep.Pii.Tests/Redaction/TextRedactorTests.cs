using Bleep.Pii.Policies;
using Bleep.Pii.Redaction;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Pii.Tests.Redaction;

public sealed class TextRedactorTests
{
    private const string Text = "Hi, I'm John Lowery, call\n610-265-1714 now.";

    [Fact]
    public void Redact_hash_keepsTheLayout() => Assert.Equal("Hi, I'm #### ######, call\n###-###-#### now.",
        new TextRedactor(new HashSubstitution()).Redact(Text,
            [Findings.Of(Text, "610-265-1714", PiiPolicies.PhoneNumber), Findings.Of(Text, "John Lowery")]));

    [Fact]
    public void Redact_tagPerWord_repeatsTheTag() => Assert.Equal("Hi, I'm [PERSON_NAME] [PERSON_NAME], call\n610-265-1714 now.",
        new TextRedactor(new EntityNameSubstitution()).Redact(Text, [Findings.Of(Text, "John Lowery")]));

    [Fact]
    public void Redact_tagPerEntity_writesOne() => Assert.Equal("Hi, I'm [PERSON_NAME], call\n610-265-1714 now.",
        new TextRedactor(new EntityNameSubstitution(perWord: false)).Redact(Text, [Findings.Of(Text, "John Lowery,")]));

    [Fact]
    public void Redact_staticTermOfTwoWords_writesOneTag()
    {
        var term = Findings.Of(Text, "John Lowery", PiiPolicy.ForLabel("project")) with { IsStatic = true, Label = "PROJECT" };
        Assert.Equal("Hi, I'm [PROJECT], call\n610-265-1714 now.", new TextRedactor(new EntityNameSubstitution()).Redact(Text, [term]));
        Assert.StartsWith("Hi, I'm #### ######,", new TextRedactor(new HashSubstitution()).Redact(Text, [term]));
    }

    [Fact]
    public void Redact_noFindings_givesTheText() => Assert.Same(Text, new TextRedactor(new HashSubstitution()).Redact(Text, []));

    [Fact]
    public void Redact_overlap_strongestTakesTheWord()
    {
        const string text = "Jordan River 123";
        var redactor = new TextRedactor(new EntityNameSubstitution(perWord: false));
        Assert.Equal("[LOCATION] [NUMBER_SEQUENCE]", redactor.Redact(text,
            [Findings.Chars(0, 6, score: 0.5), Findings.Chars(0, 12, PiiPolicies.Location, 0.8), Findings.Chars(13, 16, PiiPolicies.NumberSequence, 0.2)]));
        Assert.Equal("[PERSON_NAME] [LOCATION] 123", redactor.Redact(text,
            [Findings.Chars(0, 6, score: 0.9), Findings.Chars(0, 12, PiiPolicies.Location, 0.8)]));
    }

    [Fact]
    public void Redact_equalScores_moreSpecificPolicyTakesTheTag() => Assert.Equal("[LOCATION_CITY]",
        new TextRedactor(new EntityNameSubstitution()).Redact("Paris",
            [Findings.Chars(0, 5, PiiPolicies.Location), Findings.Chars(0, 5, PiiPolicies.LocationCity)]));

    [Fact]
    public void Redact_overlapInsideAWord_givesTheWordOneTag() => Assert.Equal("[PHONE_NUMBER]",
        new TextRedactor(new EntityNameSubstitution()).Redact("610-265-1714",
            [Findings.Chars(0, 7, PiiPolicies.NumberSequence, 0.4), Findings.Chars(4, 12, PiiPolicies.PhoneNumber, 0.6)]));

    [Fact]
    public void Redact_touchingFindings_keepTheirOwnTags() => Assert.Equal("[PERSON_NAME][LOCATION]",
        new TextRedactor(new EntityNameSubstitution()).Redact("JohnParis", [Findings.Chars(0, 4), Findings.Chars(4, 9, PiiPolicies.Location)]));

    [Fact]
    public void Redact_rangeCutsAGrapheme_takesTheWholeGrapheme()
    {
        Assert.Equal("####!", new TextRedactor(new HashSubstitution()).Redact("Jose\u0301!", [Findings.Chars(0, 4)]));
        Assert.Equal("##", new TextRedactor(new HashSubstitution()).Redact("𝐉𝐨", [Findings.Chars(1, 3)]));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(0, 6)]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    public void Redact_rangeOfAnotherText_throws(int start, int end) =>
        Assert.Throws<ArgumentException>(() => new TextRedactor(new HashSubstitution()).Redact("Paris", [Findings.Chars(start, end)]));

    [Fact]
    public void Redact_twice_changesNothingMore()
    {
        foreach (var substitution in new Substitution[] { new HashSubstitution(), new EntityNameSubstitution(), new EntityNameSubstitution(false) })
        {
            var redactor = new TextRedactor(substitution);
            string once = redactor.Redact("Ask John's boss.", [Findings.Chars(4, 10)]);
            Assert.Equal(once, redactor.Redact(once, [Findings.Chars(4, once.IndexOf(" boss", StringComparison.Ordinal))]));
        }
    }

    [Fact]
    public void Redact_anyRanges_leaveNoLetterInsideAndAllOutside()
    {
        var hash = new TextRedactor(new HashSubstitution());
        var cases =
            from text in Gen.Elements([.. "abc 12-.,@xyz\nQ"]).ArrayOf(40)
            from cuts in Gen.Two(Gen.Choose(0, 40)).ListOf()
            select (Text: new string(text), Ranges: cuts.Select(cut => (Start: Math.Min(cut.Item1, cut.Item2), End: Math.Max(cut.Item1, cut.Item2)))
                .Where(range => range.Start < range.End).ToList());
        Prop.ForAll(cases.ToArbitrary(), entry =>
        {
            string redacted = hash.Redact(entry.Text, entry.Ranges.Select((range, index) => Findings.Chars(range.Start, range.End, score: index / 100.0)));
            return redacted.Length == entry.Text.Length && entry.Text.Select((c, index) =>
                entry.Ranges.Any(range => range.Start <= index && index < range.End)
                    ? redacted[index] == (char.IsLetterOrDigit(c) ? '#' : c)
                    : redacted[index] == c).All(holds => holds);
        }).QuickCheckThrowOnFailure();
    }
}
