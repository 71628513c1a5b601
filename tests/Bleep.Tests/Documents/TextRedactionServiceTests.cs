using System.Text;
using System.Text.Json;
using Bleep.Documents;
using Bleep.Outputs;
using Bleep.Pii.Custom;
using Bleep.Pii.Detection;
using Bleep.Pii.Redaction;
using Bleep.Pii.StaticEntities;
using Bleep.Pipeline;
using Bleep.Testing.Sound;

namespace Bleep.Tests.Documents;

public sealed class TextRedactionServiceTests
{
    private static TextRedactionService Service(Substitution substitution, bool merges = true, params string[] patterns)
    {
        Assert.True(CustomPatterns.TryCreate(new Dictionary<string, IReadOnlyList<string>> { ["ticket"] = patterns }, out var custom, out _));
        var finder = new PersonalDataFinder(new PiiDetectorOptions { Patterns = custom })
        {
            StaticTerms = new StaticEntityMatcher(new Dictionary<string, IReadOnlyList<string>> { ["project"] = ["bear claw"] }),
        };
        return new TextRedactionService(finder, new RedactionSettings { Substitution = substitution, MergesStaticTerms = merges });
    }

    [Fact]
    public void RedactText_findings_stand_in_code_points_of_the_original()
    {
        const string text = "\U0001F600 My name is John Lowery, call me at 610-265-1714.";
        var redacted = Service(new EntityNameSubstitution()).RedactText(text, TestContext.Current.CancellationToken);
        Assert.EndsWith(" My name is [PERSON_NAME] [PERSON_NAME], call me at [PHONE_NUMBER].", redacted.Text, StringComparison.Ordinal);
        Assert.Contains(redacted.Findings, found => found is { Policy: "phone_number", Start: 37, End: 49 });
        var finding = Assert.Single(redacted.Findings, found => found.Policy == "person_name");
        Assert.Equal(("person_name", 13, 24), (finding.Policy, finding.Start, finding.End));
        Assert.InRange(finding.Score, 0.5, 1);
        Assert.NotEmpty(finding.Recognizer);
    }

    [Theory]
    [InlineData(true, "About [PROJECT], [PROJECT]'s plan.")]
    [InlineData(false, "About [PROJECT] [PROJECT], [PROJECT]'s plan.")]
    public void RedactText_static_term_of_two_words_is_merged_or_not(bool merges, string expected) =>
        Assert.Equal(expected, Service(new EntityNameSubstitution(), merges).RedactText("About bear claw, Bearclaw's plan.", TestContext.Current.CancellationToken).Text);

    [Fact]
    public void RedactText_own_text_and_hash_keep_the_possessive()
    {
        Assert.Equal("See <PROJECT>'s plan.", Service(new TextSubstitution("<{POLICY}>")).RedactText("See Bearclaw's plan.", TestContext.Current.CancellationToken).Text);
        Assert.Equal("See ########'s plan.", Service(new HashSubstitution()).RedactText("See Bearclaw's plan.", TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void RedactTranscript_findings_stand_in_the_words_given()
    {
        var redacted = Service(new HashSubstitution()).RedactTranscript(GivenCall.Usual.Transcript, TestContext.Current.CancellationToken);
        string[] words = [.. GivenCall.Usual.Words.Select(word => word.Text)];
        var name = Assert.Single(redacted.Findings, finding => finding.Policy == "person_name");
        Assert.Equal(["john", "lowery"], words[name.Start..name.End]);
        Assert.DoesNotContain("lowery", string.Concat(redacted.Recording.Turns.Select(turn => turn.Text)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void RedactTranscript_patterns_match_the_formatted_words_too()
    {
        var redacted = Service(new EntityNameSubstitution(), true, "calling").RedactTranscript(GivenCall.Usual.Transcript, TestContext.Current.CancellationToken);
        Assert.Contains("[TICKET]", redacted.Recording.Turns[0].Text, StringComparison.Ordinal);
        redacted = Service(new EntityNameSubstitution(), true, "[0-9]{3}-[0-9]{3}-[0-9]{4}").RedactTranscript(GivenCall.Usual.Transcript, TestContext.Current.CancellationToken);
        Assert.Contains(redacted.Findings, finding => finding is { Policy: "ticket" or "TICKET", Recognizer: "pattern" } && finding.End - finding.Start == 10);
    }

    [Fact]
    public void RedactTranscript_json_comes_back_in_its_shape()
    {
        using var output = new MemoryStream();
        Service(new HashSubstitution()).RedactTranscript(Encoding.UTF8.GetBytes(GivenCall.Usual.Json), output, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(output.ToArray());
        Assert.True(json.RootElement.GetProperty("redact_pii").GetBoolean());
        Assert.DoesNotContain("lowery", Encoding.UTF8.GetString(output.ToArray()), StringComparison.OrdinalIgnoreCase);
        Assert.Throws<TranscriptReadException>(() => Service(new HashSubstitution()).RedactTranscript("{}"u8.ToArray(), output, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("  {\"words\": []}", true)]
    [InlineData("{\"words\": 1}", false)]
    [InlineData("{\"words\": [", false)]
    [InlineData("words", false)]
    [InlineData("", false)]
    public void IsTranscript_tells_json_with_words(string input, bool expected) =>
        Assert.Equal(expected, TextRedactionService.IsTranscript(Encoding.UTF8.GetBytes(input)));

    [Fact]
    public void RedactText_patterns_that_match_everywhere_fail_and_show_nothing()
    {
        string text = string.Concat(Enumerable.Repeat("secretword ", 21_000));
        var error = Assert.Throws<CustomRuleException>(() =>
            Service(new HashSubstitution(), true, "[a-z]").RedactText(text, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("secretword", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("[a-z]", error.ToString(), StringComparison.Ordinal);
    }
}
