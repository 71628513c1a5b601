using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tagging;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Tests.Tagging;

public sealed class TaggerRecognizerTests
{
    private const int MaxBytes = 8 * 1024 * 1024;

    [Fact]
    public void Weights_ofEnglish_areSmallEnough()
    {
        using var stream = typeof(TaggerRecognizer).Assembly.GetManifestResourceStream("Languages/en/tagger.bin");
        Assert.NotNull(stream);
        Assert.InRange(stream.Length, 1, MaxBytes);
    }

    [Theory]
    // Names that no list holds, by what stands around them.
    [InlineData("Please send it to {person_name:Zdravka Quillfeather} before noon.")]
    [InlineData("my name is {person_name:zdravka quillfeather} and i have a question")]
    [InlineData("this is {person_name:tamsworth} speaking how can i help you")]
    [InlineData("We moved to {location:Grimmelsford} last year.")]
    [InlineData("i live in {location:grimmelsford} with my two sons")]
    [InlineData("She works at {organization:Quillfeather Logistics} now.")]
    [InlineData("thank you for calling {organization:grimmelsford mutual} how can i help")]
    // Nothing private.
    [InlineData("i will check the rest of the order and call you back")]
    [InlineData("may i mark that as paid")]
    [InlineData("The rose one was nice but the amber one faded.")]
    [InlineData("Will you bill me for the second one, or may I return it?")]
    [InlineData("okay let me see if we have something cheaper for you")]
    public void Find_sentence_findsNamesAlone(string marked)
    {
        int open = marked.IndexOf('{', StringComparison.Ordinal), colon = marked.IndexOf(':', StringComparison.Ordinal), close = marked.IndexOf('}', StringComparison.Ordinal);
        string text = open < 0 ? marked : marked[..open] + marked[(colon + 1)..close] + marked[(close + 1)..];
        var context = Read(text);
        new TaggerRecognizer().Find(context);
        var found = context.Candidates.Where(candidate => candidate.Score >= 0.5).OrderByDescending(candidate => candidate.TokenEnd - candidate.TokenStart).ToList();
        if (open < 0)
        {
            Assert.Empty(found);
            return;
        }
        Assert.NotEmpty(found);
        Assert.All(found, candidate => Assert.Equal(marked[(open + 1)..colon], candidate.Policy.Name));
        Assert.Equal(open, context.Stream[found[0].TokenStart].Start);
        Assert.Equal(open + close - colon - 1, context.Stream[found[0].TokenEnd - 1].End);
    }

    [Theory]
    [InlineData("Hello, my name is Petra Vondrackova and I am calling from Harbor Mutual about the claim that we talked about on Monday.")]
    [InlineData("i would like to book a table at the golden dragon in san jose for two people tomorrow evening at seven")]
    [InlineData("okay so the appointment with doctor okonkwo is at the clinic in springfield and you will get a letter from us")]
    public void Run_windowOfTheGate_agreesWithWholeTurn(string text)
    {
        var context = Read(text);
        var model = TaggerResource.For("en")!;
        var whole = new ChainTagger(model).Run(context, 0, context.Stream.Count).ToArray();
        var tagger = new ChainTagger(model);
        var gate = new TaggerGate(context);
        int looked = 0;
        while (gate.Next(out int from, out int to))
        {
            var part = tagger.Run(context, from, to);
            for (int token = from; token < to; token++)
            {
                Assert.Equal(whole[token][TaggerLabels.Outside], part[token - from][TaggerLabels.Outside], 0.05f);
            }
            looked += to - from;
        }
        Assert.InRange(looked, 1, context.Stream.Count);
    }

    [Fact]
    public void Find_longRunOfNames_staysInsideItsPieces()
    {
        var context = Read(string.Join(' ', Enumerable.Repeat("Zdravka Quillfeather", 1000)));
        new TaggerRecognizer().Find(context);
        Assert.NotEmpty(context.Candidates);
        Assert.All(context.Candidates, candidate => Assert.InRange(candidate.TokenEnd, candidate.TokenStart + 1, context.Stream.Count));
    }

    [Fact]
    public void Find_claimedTokens_areLeftAlone()
    {
        var context = Read("my name is zdravka quillfeather");
        context.Claim(0, context.Stream.Count);
        new TaggerRecognizer().Find(context);
        Assert.Empty(context.Candidates);
    }

    private static DetectionContext Read(string text) =>
        new(new Tokenizer(LanguagePack.For("en")).Tokenize([(text, (string?)null)]), PiiPolicySet.Documented, Sensitivity.Balanced);
}
