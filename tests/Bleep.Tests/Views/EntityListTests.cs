using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.Policies;
using Bleep.Pii.Redaction;
using Bleep.Pii.StaticEntities;
using Bleep.Pipeline;
using Bleep.Testing.Sound;
using Bleep.Views;

namespace Bleep.Tests.Views;

public sealed class EntityListTests
{
    private static PersonalDataFinder Finder(string policies) =>
        new(new PiiDetectorOptions { Policies = PiiPolicySet.TryParse(policies, out var set, out _) ? set : PiiPolicySet.Empty })
        {
            StaticTerms = new StaticEntityMatcher(new Dictionary<string, IReadOnlyList<string>> { ["SECRET"] = ["right away"] }),
        };

    [Fact]
    public void Of_unredacted_turns_shows_what_was_said()
    {
        var processor = new TranscriptProcessor(Finder("person_name,phone_number"), new FormatOptions(), new EntityNameSubstitution());
        var recording = processor.Process(GivenCall.Usual.Transcript, TestContext.Current.CancellationToken);
        var entities = EntityList.Of(processor.FormatOnly(GivenCall.Usual.Transcript, TestContext.Current.CancellationToken), recording);
        Assert.Contains(entities, entity => entity is { Policy: "person_name" } && entity.Text.Equals("john lowery", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(entities, entity => entity is { Policy: "phone_number", Text: "610-265-1714" });
        Assert.DoesNotContain(entities, entity => entity.Policy.Contains("secret", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(entities.OrderBy(entity => entity.Time.Start), entities);
    }

    [Fact]
    public void Of_redacted_turns_hides_what_they_hide_and_no_more()
    {
        var processor = new TranscriptProcessor(Finder("phone_number"), new FormatOptions(), new EntityNameSubstitution());
        var recording = processor.Process(GivenCall.Usual.Transcript, TestContext.Current.CancellationToken);
        var all = Finder("person_name,phone_number").Find(GivenCall.Usual.Transcript.Turns, TestContext.Current.CancellationToken);
        var entities = EntityList.Of(recording.Turns, all);
        Assert.Contains(entities, entity => entity is { Policy: "phone_number", Text: "[PHONE_NUMBER]" });
        Assert.Contains(entities, entity => entity is { Policy: "person_name" } && entity.Text.Equals("john lowery", StringComparison.OrdinalIgnoreCase));
    }
}
