using System.Text;
using Bleep.Pii.Formatting;
using Bleep.Pii.Redaction;
using Bleep.Pii.StaticEntities;
using Bleep.Transcripts;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Pii.Tests.StaticEntities;

public sealed class StaticEntityMatcherTests
{
    private static StaticEntityMatcher Matcher(params string[] terms) => new(new Dictionary<string, IReadOnlyList<string>> { ["project"] = terms });

    private static string Redact(string text, params string[] terms) =>
        new TextRedactor(new EntityNameSubstitution()).Redact(text, Matcher(terms).Find(text));

    private static Turn Turn(string text) => new([.. text.Split(' ').Select((word, index) =>
        new Word(word, TimeSpan.FromSeconds(index), TimeSpan.FromSeconds(index + 1)))]);

    [Theory]
    [InlineData("ask about Bearclaw now", "ask about [PROJECT] now")]
    [InlineData("ask about bearclaw", "ask about [PROJECT]")]
    [InlineData("BEARCLAW!", "[PROJECT]!")]
    [InlineData("(\"Bearclaw\"),", "(\"[PROJECT]\"),")]
    [InlineData("Bearclaw's budget", "[PROJECT]'s budget")]
    [InlineData("Bearclaw\u2019s budget", "[PROJECT]\u2019s budget")]
    [InlineData("the Bear-claw plan", "the [PROJECT] plan")]
    [InlineData("the Bear\u2011claw plan", "the [PROJECT] plan")]
    [InlineData("the Bear claw plan", "the [PROJECT] plan")]
    [InlineData("the bear\nclaw plan", "the [PROJECT] plan")]
    [InlineData("bear_claw_v2.pdf", "[PROJECT]_v2.pdf")]
    [InlineData("info@bearclaw.example", "info@[PROJECT].example")]
    [InlineData("Bear\u200Bclaw", "[PROJECT]")]
    [InlineData("Béarclåw", "[PROJECT]")]
    [InlineData("Be\u0301arclaw", "[PROJECT]")]
    [InlineData("ｂｅａｒｃｌａｗ", "[PROJECT]")]
    [InlineData("Bearclaws", "Bearclaws")]
    [InlineData("Bearclawed", "Bearclawed")]
    [InlineData("unbearclaw", "unbearclaw")]
    [InlineData("bear, so to speak, claw", "bear, so to speak, claw")]
    [InlineData("a bear ---- claw", "a bear ---- claw")]
    [InlineData("bear claws", "bear claws")]
    [InlineData("", "")]
    public void Find_oneWordTerm_toleratesSmallDifferences(string text, string expected) => Assert.Equal(expected, Redact(text, "Bearclaw"));

    [Theory]
    [InlineData("Bear claw", "meet bearclaw", "meet [PROJECT]")]
    [InlineData("Project Bear-Claw", "project bearclaw's end", "[PROJECT]'s end")]
    [InlineData("O'Brien", "call obrien or O’Brien", "call [PROJECT] or [PROJECT]")]
    [InlineData("Don", "I don't know Don", "I don't know [PROJECT]")]
    [InlineData("Smith, Jones & Co.", "we hired smith jones & co today", "we hired [PROJECT] today")]
    [InlineData("José", "Jose and JOSE\u0301", "[PROJECT] and [PROJECT]")]
    [InlineData("Straße 7", "in der STRASSE 7.", "in der [PROJECT].")]
    [InlineData("Андрей", "Андреи\u0306 тут", "[PROJECT] тут")]
    [InlineData("محمد", "قال مُحَمَّد.", "قال [PROJECT].")]
    [InlineData("北京", "我在北京工作", "我在[PROJECT]工作")]
    [InlineData("हिन्दी", "यह हिन्दी है", "यह [PROJECT] है")]
    [InlineData("X-42", "the x 42 is late", "the [PROJECT] is late")]
    public void Find_term_isFoundInItsOtherForms(string term, string text, string expected) => Assert.Equal(expected, Redact(text, term));

    [Fact]
    public void Find_overlappingTerms_coverAllOfThem()
    {
        var spans = Matcher("Bear Claw", "Claw Lake", "Bear").Find("bear claw lake");
        Assert.Equal([new CharRange(0, 9), new CharRange(5, 14)], spans.Select(span => span.Chars));
    }

    [Fact]
    public void Find_rawWords_givesWordRangesAndLabel()
    {
        var span = Matcher("Bearclaw").Find([Turn("hello there"), Turn("the bear claw's late")], TestContext.Current.CancellationToken).Single();
        Assert.Equal((1, new WordRange(1, 3), new CharRange(4, 13)), (span.Turn, span.Words, span.Chars));
        Assert.Equal(("PROJECT", true, 1.0, "PROJECT"), (span.Label, span.IsStatic, span.Score, span.Policy.Tag));
    }

    [Fact]
    public void Find_outputWords_givesTheRawWords()
    {
        OutputWord[] words =
        [
            new("the", new WordRange(0, 1), default, default, 1), new("Bear", new WordRange(1, 2), default, default, 1),
            new("claw", new WordRange(3, 4), default, default, 1), new("42.", new WordRange(4, 6), default, default, 1),
        ];
        Assert.Equal(new WordRange(1, 6), Matcher("Bearclaw 42").Find([new OutputTurn(3, words, null, null)], TestContext.Current.CancellationToken).Single().Words);
    }

    [Fact]
    public void Find_sameTermUnderTwoLabels_keepsTheFirst()
    {
        var matcher = new StaticEntityMatcher(new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["x1"], ["b"] = ["X-1"] });
        Assert.Equal("A", matcher.Find("x 1").Single().Label);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("a[b", "x")]
    [InlineData("label", "")]
    [InlineData("label", " -- ")]
    [InlineData("label", null)]
    public void TryCreate_badInput_saysWhatWithoutTheTerm(string label, string? term)
    {
        var map = new Dictionary<string, IReadOnlyList<string>> { [label] = ["good", term!] };
        Assert.False(StaticEntityMatcher.TryCreate(map, out _, out string? error));
        Assert.NotEmpty(error);
        Assert.DoesNotContain("--", error);
        Assert.Throws<ArgumentException>(() => new StaticEntityMatcher(map));
    }

    [Fact]
    public void TryCreate_hugeTerm_isRefused()
    {
        string secret = new('q', StaticEntityMatcher.MaxTermLength + 1);
        Assert.False(StaticEntityMatcher.TryCreate(new Dictionary<string, IReadOnlyList<string>> { ["l"] = [secret] }, out _, out string? error));
        Assert.Equal("Term 1 of label L has more than 256 letters and digits.", error);
    }

    [Fact]
    public void Find_anyTextAroundTheTerm_findsIt()
    {
        var noise = Gen.Elements([.. "ab 7.-'\u2019é\u0301,\n中🦊"]).ArrayOf(12).Select(chars => new string(chars));
        var cases = from before in noise from after in noise select (before, after);
        Prop.ForAll(cases.ToArbitrary(), entry =>
        {
            string text = $"{entry.before} zeta-qoph {entry.after}";
            return !Redact(text, "Zetaqoph").Contains("zeta", StringComparison.Ordinal)
                && Redact(text, "Zetaqoph").EndsWith(entry.after, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Find_manyTermsAndLongText_findsAll()
    {
        string[] terms = [.. Enumerable.Range(0, 20_000).Select(index => $"term {index}x")];
        var text = new StringBuilder();
        for (int index = 0; index < 20_000; index++)
        {
            text.Append("aaaaaaa term ").Append(index).Append("X ");
        }
        Assert.Equal(20_000, Matcher(terms).Find(text.ToString()).Count);
    }

    [Fact]
    public void Find_loneSurrogatesAndControls_doNotThrow() =>
        Assert.Equal("\uD800 [PROJECT]\0", Redact("\uD800 x1\0", "x1"));
}
