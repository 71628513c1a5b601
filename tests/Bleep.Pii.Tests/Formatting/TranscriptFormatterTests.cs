using System.Text;
using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.Policies;
using Bleep.Pii.Redaction;
using Bleep.Pii.Tests.Redaction;
using Bleep.Transcripts;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Pii.Tests.Formatting;

public sealed class TranscriptFormatterTests
{
    private static readonly Disfluencies s_english = new("en");

    private static readonly string[] Vocabulary =
    [
        "one", "two", "six", "oh", "zero", "o", "ten", "twelve", "twenty", "sixty", "hundred", "thousand", "million", "and", "double",
        "triple", "point", "dot", "at", "com", "gmail", "john", "a", "i", "b", "m", "p", "march", "may", "seventh", "second", "first", "of",
        "the", "dollars", "cents", "percent", "main", "street", "apartment", "phone", "card", "social", "birth", "um", "uh", "[noise]",
        "yes", "what", "is", "my", "slash", "underscore", "twenty-five", "years", "old", "eighties", "nineteen", "o'clock", "am", "mail",
        "g", "w", "co", "uk", "plus", "it's", "don't", "expires", "zip", "id", "mr", "émile", "",
    ];

    [Theory]
    [InlineData("my name is john | what is yours", "My name is john. What is yours?")]
    [InlineData("hi , this is anna", "Hi, this is anna.")]
    [InlineData("i called , but nobody answered", "I called, but nobody answered.")]
    [InlineData("i called and nobody answered", "I called and nobody answered.")]
    [InlineData("my name is | | john", "My name is john.")]
    [InlineData("could you spell that", "Could you spell that?")]
    [InlineData("okay , and what's your phone number", "Okay, and what's your phone number?")]
    [InlineData("and your date of birth", "And your date of birth?")]
    [InlineData("thank you | you are welcome", "Thank you. You are welcome.")]
    [InlineData("when i called they were closed", "When i called they were closed.", false)]
    [InlineData("which account would you like", "Which account would you like?")]
    [InlineData("how much is it", "How much is it?")]
    [InlineData("my name is anna , how can i help you", "My name is anna. How can I help you?")]
    [InlineData("all done , is there anything else", "All done. Is there anything else?")]
    [InlineData("i lost my card can you send me a new one", "I lost my card can you send me a new one?")]
    [InlineData("you like it and so do i", "You like it and so do I.")]
    [InlineData("have a nice day", "Have a nice day.")]
    [InlineData("see you on monday in may", "See you on Monday in May.")]
    [InlineData("mr smith speaks english", "Mr. Smith speaks English.")]
    [InlineData("call at four p m", "Call at 4 p.m.")]
    [InlineData("i'm here i think", "I'm here I think.")]
    [InlineData("six one zero | two six five | one seven one four", "610-265-1714.")]
    [InlineData("l | o | w | e | r | y", "L O W E R Y.")]
    [InlineData("write to john at example dot com", "Write to john@example.com.")]
    public void Format_spokenTurn_readsLikeText(string spoken, string expected, bool capitalI = true) =>
        Assert.Equal(capitalI ? expected : expected.Replace(" i ", " I "), Speech.Format(new FormatOptions(), spoken));

    [Fact]
    public void Format_fillers_goUnlessAskedFor()
    {
        Assert.Equal("Well I think so.", Speech.Format(new(), "well um i uh think [noise] so"));
        Assert.Equal("Well um I uh think so.", Speech.Format(new() { Disfluencies = true }, "well um i uh think so"));
        Assert.Equal("Mm-hmm.", Speech.Format(new(), "mm-hmm"));
        Assert.Empty(Speech.Format(new(), "um uh"));
    }

    [Theory]
    [InlineData("i i i think the the bill is is wrong", "I think the bill is wrong.")]
    [InlineData("i um i think", "I think.")]
    [InlineData("appoint- appointment for the d- doctor", "Appointment for the doctor.")]
    [InlineData("no no that that is very very wrong", "No no that that is very very wrong.")]
    [InlineData("i | i think", "I I think.")]
    [InlineData("six six oh oh five", "66005.")]
    [InlineData("a a r o n", "A A R O N.")]
    [InlineData("it's w i i", "It's W I I.")]
    public void Format_stuttering_goesWhereItMeansNothing(string spoken, string expected) =>
        Assert.Equal(expected, Speech.Format(new(), spoken));

    [Fact]
    public void Format_stuttering_staysWhenAskedForAndInItsSource()
    {
        Assert.Equal("I I think.", Speech.Format(new() { Disfluencies = true }, "i i think"));
        var words = new TranscriptFormatter(new()).Format(Speech.Transcript("um the uh the bill"), TestContext.Current.CancellationToken)[0].Words;
        Assert.Equal([new WordRange(1, 4), new WordRange(4, 5)], words.Select(word => word.Source));
        Assert.Equal((TimeSpan.FromMilliseconds(220), TimeSpan.FromMilliseconds(860)), (words[0].Start, words[0].End));
    }

    [Theory]
    [InlineData("Um, call me now.", "Call me now.")]
    [InlineData("I, I think so, um.", "I think so.")]
    [InlineData("Well, um, the the bill. Uh, is wrong.", "Well, the bill. Is wrong.")]
    [InlineData("The the uh bill.", "The bill.")]
    [InlineData("No. No.", "No. No.")]
    [InlineData("Uh. Um.", "")]
    [InlineData("(um) It was wa- wanted.", "It was wanted.")]
    public void Format_writtenDisfluencies_goAndLeaveTheSentenceWhole(string written, string expected) =>
        Assert.Equal(expected, new TranscriptFormatter(new()).Format(
            new Transcript([Speech.Turn(written)]) { IsFormatted = true }, TestContext.Current.CancellationToken)[0].Text);

    [Fact]
    public void Format_longStuttering_endsSoon()
    {
        Assert.Equal("I.", Speech.Format(new(), string.Join(' ', Enumerable.Repeat("i um", 50_000))));
        Assert.NotEmpty(Speech.Format(new(), string.Join(' ', Enumerable.Repeat("a", 50_000)) + " b"));
    }

    [Fact]
    public void Format_switchesOff_keepTheWords()
    {
        Assert.Equal("i owe five dollars on monday", Speech.Format(FormatOptions.Raw, "i owe five dollars um on monday"));
        Assert.Equal("I owe $5", Speech.Format(new() { Punctuate = false }, "i owe five dollars"));
        Assert.Equal("i owe $5.", Speech.Format(new() { Capitalize = false }, "i owe five dollars"));
    }

    [Fact]
    public void Format_findingsOfNames_getCapitals()
    {
        PiiSpan[] findings =
        [
            Span(2, 5, PiiPolicies.PersonName), Span(6, 7, PiiPolicies.LocationCity), Span(8, 11, PiiPolicies.Organization), Span(11, 12, PiiPolicies.Occupation),
        ];
        var turns = new TranscriptFormatter(new()).Format(
            Speech.Transcript("i'm called anne-marie o'brien mcdonald's from springfield the department of health manager"), findings, TestContext.Current.CancellationToken);
        Assert.Equal("I'm called Anne-Marie O'Brien McDonald's from Springfield the Department of Health manager.", turns[0].Text);

        static PiiSpan Span(int start, int end, PiiPolicy policy) => new(0, new WordRange(start, end), policy, 0.9, "test");
    }

    [Fact]
    public void Format_properNouns_getCapitals() =>
        Assert.Equal("We use Bleep's tool.", Speech.Format(new() { ProperNouns = new HashSet<string> { "bleep" } }, "we use bleep's tool"));

    [Fact]
    public void Format_customSpelling_replacesAfterFormatting()
    {
        var options = new FormatOptions
        {
            CustomSpellings =
            [
                new(["sequel", "S Q L"], "SQL"), new(["dee cee"], "D.C."), new(["gonna"], "going to"), new(["Dee Cee Comics"], "DC Comics"), new(["401K"], "401(k)"),
            ],
        };
        Assert.Equal("SQL in D.C. or SQL, and more.", Speech.Format(options, "sequel in dee cee or s q l , and more"));
        Assert.Equal("I'm going to read DC Comics.", Speech.Format(options, "i'm gonna read dee cee comics"));
        Assert.Equal("A 401(k) plan.", Speech.Format(options, "a four oh one k plan"));
        var words = new TranscriptFormatter(options).Format(Speech.Transcript("gonna"), TestContext.Current.CancellationToken)[0].Words;
        Assert.Equal([new WordRange(0, 1), new WordRange(0, 1)], words.Select(word => word.Source));
    }

    [Fact]
    public void Format_profanity_keepsTheFirstLetter()
    {
        Assert.Equal("What the f***, B******!", new TranscriptFormatter(new() { FilterProfanity = true }).Format(
            new Transcript([Speech.Turn("What the fuck, Bastard!")]) { IsFormatted = true }, TestContext.Current.CancellationToken)[0].Text);
        Assert.Equal("S*** happens.", Speech.Format(new() { FilterProfanity = true }, "shit happens"));
        Assert.Equal("Shit happens.", Speech.Format(new(), "shit happens"));
    }

    [Fact]
    public void Format_profanityOfAnotherLanguage_isLeftAlone() => Assert.Equal("Das ist dick.", new TranscriptFormatter(new() { FilterProfanity = true })
        .Format(Speech.Transcript("das ist dick") with { LanguageCode = "de" }, TestContext.Current.CancellationToken)[0].Text);

    [Fact]
    public void Format_spellingAndProfanityOverAFinding_staysHidden()
    {
        var options = new FormatOptions { FilterProfanity = true, CustomSpellings = [new(["john lowery"], "Mister Secret Client"), new(["dick"], "Richard")] };
        var formatted = new TranscriptFormatter(options).Format(
            Speech.Transcript("i i am john lowery and dick is a bastard"), TestContext.Current.CancellationToken);
        PiiSpan[] spans = [Findings.Words(4, 5), Findings.Words(6, 7), Findings.Words(9, 10), Findings.Words(0, 1)];
        Assert.Equal("# am ###### ###### ###### and ####### is a #******.", new TranscriptRedactor(new HashSubstitution()).Redact(formatted, spans)[0].Text);
    }

    [Theory]
    [InlineData("SQL", "sequel", "S Q L")]
    [InlineData(null, "sequel")]
    [InlineData(" ", "sequel")]
    [InlineData("a\nb", "sequel")]
    [InlineData("SQL")]
    [InlineData("SQL", "...")]
    [InlineData("SQL", null)]
    public void TryCreate_customSpelling_saysWhatIsWrongWithoutTheWords(string? to, params string?[]? from)
    {
        bool isGood = CustomSpelling.TryCreate(from, to, out var spelling, out string? error);
        Assert.Equal(to == "SQL" && from?.Length == 2, isGood);
        Assert.Equal(isGood, spelling is not null);
        Assert.DoesNotContain("sequel", error ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Format_formattedTranscript_keepsItsWords()
    {
        var given = new Transcript([Speech.Turn("Um, call Six one ZERO; now!")]) { IsFormatted = true };
        Assert.Equal("Um, call Six one ZERO; now!", new TranscriptFormatter(new() { Disfluencies = true }).Format(given, TestContext.Current.CancellationToken)[0].Text);
        Assert.Equal("call six one zero now",
            new TranscriptFormatter(FormatOptions.Raw).Format(given, TestContext.Current.CancellationToken)[0].Text);
    }

    [Fact]
    public void Format_otherLanguage_keepsItsWords()
    {
        var german = Speech.Transcript("er kommt um vier am montag | oh [noise] ja") with { LanguageCode = "de-CH" };
        Assert.Equal("Er kommt um vier am montag. Oh ja.", new TranscriptFormatter(new()).Format(german, TestContext.Current.CancellationToken)[0].Text);
    }

    [Fact]
    public void Format_mergedNumber_remembersWordsTimeAndConfidence()
    {
        var turn = new TranscriptFormatter(new()).Format(Speech.Transcript("call six one uh oh now"), TestContext.Current.CancellationToken)[0];
        Assert.Equal(["Call", "610", "now."], turn.Words.Select(word => word.Text));
        var number = turn.Words[1];
        Assert.Equal(new WordRange(1, 5), number.Source);
        Assert.Equal((TimeSpan.FromMilliseconds(220), TimeSpan.FromMilliseconds(1080)), (number.Start, number.End));
        Assert.Equal((0.5 + 1 + 1) / 3, number.Confidence, 6);
        Assert.Equal(("A", 0), (turn.Speaker, turn.Turn));
    }

    [Fact]
    public void Format_numberOverTwoTurns_staysInItsTurns()
    {
        var turns = new TranscriptFormatter(new()).Format(Speech.Transcript("six one zero", "two six five"), TestContext.Current.CancellationToken);
        Assert.Equal(["610.", "265."], turns.Select(turn => turn.Text));
    }

    [Fact]
    public void Format_anyWords_coverTheirSourcesInOrder()
    {
        var words = Gen.Elements(Vocabulary).ListOf();
        var cases = from text in words from punctuate in Gen.Elements(true, false) from raw in Gen.Elements(true, false) select (text, punctuate, raw);
        Prop.ForAll(cases.ToArbitrary(), entry =>
        {
            var turn = new Turn([.. entry.text.Select((word, index) => new Word(word, TimeSpan.FromSeconds(index * 0.4), TimeSpan.FromSeconds((index * 0.4) + 0.3)))]);
            var options = new FormatOptions { Punctuate = entry.punctuate, Disfluencies = entry.raw };
            var output = new TranscriptFormatter(options).Format(new Transcript([turn]))[0];
            int next = 0;
            foreach (var word in output.Words)
            {
                while (next < word.Source.Start && !entry.raw && s_english.IsFiller(entry.text[next]))
                {
                    next++;
                }
                if (word.Source.Start != next || word.Source.Length < 1 || word.Start != turn.Words[next].Start
                    || word.End != turn.Words[word.Source.End - 1].End || word.Text.Contains(' '))
                {
                    return false;
                }
                next = word.Source.End;
            }
            return entry.text.Skip(next).All(word => !entry.raw && s_english.IsFiller(word));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Format_thenRedactAnySpan_leavesNoSpokenWordOfIt()
    {
        var cases = from text in Gen.Elements(Vocabulary.Where(word => word.Length > 0).ToArray()).NonEmptyListOf() from a in Gen.Choose(0, 99) from b in Gen.Choose(0, 99) select (text, a, b);
        Prop.ForAll(cases.ToArbitrary(), entry =>
        {
            int start = entry.a % entry.text.Count;
            int end = start + 1 + (entry.b % (entry.text.Count - start));
            // The touched words become nonces, which no rule knows but capitals.
            string[] spoken = [.. entry.text.Select((word, index) => index >= start && index < end ? $"q{index}zxv" : word)];
            var transcript = Speech.Transcript(string.Join(' ', spoken));
            var output = new TranscriptFormatter(new()).Format(transcript);
            var redacted = new TranscriptRedactor(new HashSubstitution()).Redact(output, [Findings(start, end)]);
            return !redacted[0].Text.Contains("zxv", StringComparison.OrdinalIgnoreCase);
        }).QuickCheckThrowOnFailure();

        static PiiSpan Findings(int start, int end) => new(0, new WordRange(start, end), PiiPolicies.PersonName, 0.9, "test");
    }

    [Theory]
    [InlineData("one")]
    [InlineData("a")]
    [InlineData("one p m")]
    [InlineData("dot")]
    [InlineData("b dot com at")]
    [InlineData("first one")]
    [InlineData("twenty thousand")]
    [InlineData("double")]
    [InlineData("one million two thousand")]
    [InlineData("march")]
    [InlineData("one b")]
    public void Format_longMonotony_endsSoon(string piece)
    {
        var text = new StringBuilder();
        for (int index = 0; index < 50_000; index++)
        {
            text.Append(piece).Append(' ');
        }
        Assert.NotEmpty(Speech.Format(new(), text + "main street"));
    }

    [Fact]
    public void Format_cancelled_stops() => Assert.ThrowsAny<OperationCanceledException>(
        () => new TranscriptFormatter(new()).Format(Speech.Transcript("a"), new CancellationToken(true)));
}
