using Bleep.Live;
using Bleep.Pii.Detection;
using Bleep.Pii.Redaction;
using Bleep.Pii.Tests.Gold;
using Bleep.Pipeline;
using Bleep.Testing;

namespace Bleep.Tests.Live;

public sealed class SafePartialsTests
{
    private static readonly PersonalDataFinder s_finder = new(new PiiDetectorOptions());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Parts => new(Enumerable.Range(0, 8));

    [Theory]
    [MemberData(nameof(Parts))]
    public void Preview_shows_no_word_at_any_time_that_the_end_of_the_turn_hides(int part)
    {
        var leaks = new List<string>();
        (int Shown, int Plain) harmless = default;
        var dialogues = GoldReader.Read(File.ReadLines(RepositoryFiles.PathOf("tests/Bleep.Pii.Tests/Gold/gold.txt")));
        foreach (var dialogue in dialogues.Where((_, index) => index % 8 == part))
        {
            var redactor = new LiveRedactor(s_finder, new HashSubstitution());
            foreach (var turn in dialogue.Turns)
            {
                leaks.AddRange(Follow(redactor, turn.Text, ref harmless).Select(leak => $"{dialogue.Id}: {leak}"));
            }
        }

        Assert.Equal("", string.Join('\n', leaks));
        // Hiding everything would be safe as well.
        Assert.InRange(harmless.Shown, harmless.Plain * 0.2, harmless.Plain);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Preview_shows_no_word_of_a_made_up_value_before_the_end(int part)
    {
        var random = new Random(part);
        var leaks = new List<string>();
        (int Shown, int Plain) harmless = default;
        for (int call = 0; call < 12; call++)
        {
            var redactor = new LiveRedactor(s_finder, new EntityNameSubstitution());
            for (int turn = 0; turn < 5; turn++)
            {
                leaks.AddRange(Follow(redactor, MadeUpTurns.Next(random), ref harmless));
            }
        }

        Assert.Equal("", string.Join('\n', leaks));
    }

    [Fact]
    public void Preview_without_redaction_shows_all_words()
    {
        var redactor = new LiveRedactor(finder: null, new HashSubstitution());

        Assert.Equal("my name is john", redactor.Preview(LiveCall.Words("my name is john"), Token).Text);
    }

    private static List<string> Follow(LiveRedactor redactor, string text, ref (int Shown, int Plain) harmless)
    {
        var words = LiveCall.Words(text);
        var shown = new int[words.Count];
        for (int count = 1; count <= words.Count; count++)
        {
            foreach (var word in redactor.Preview([.. words.Take(count)], Token).Words)
            {
                if (word.Text == words[word.Source.Start].Text)
                {
                    shown[word.Source.Start] = shown[word.Source.Start] == 0 ? count : shown[word.Source.Start];
                }
            }
        }
        var final = redactor.Finish(words, cancellationToken: Token).Plain;
        harmless.Plain += final.Words.Count(word => word.Redaction is null);
        harmless.Shown += final.Words.Count(word => word.Redaction is null && shown[word.Source.Start] > 0);
        return [.. final.Words
            .Where(word => word.Redaction is not null && shown[word.Source.Start] > 0)
            .Select(word => $"'{words[word.Source.Start].Text}' of {word.Redaction!.Policy.Name} ({word.Redaction.Recognizer}) after {shown[word.Source.Start]} words: {text}")];
    }
}
