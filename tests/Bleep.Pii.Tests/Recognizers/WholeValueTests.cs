using Bleep.Pii.Detection;
using Bleep.Pii.Tests.Detection;

namespace Bleep.Pii.Tests.Recognizers;

/// <summary>Values go from their first to their last word, and words beside them stay.</summary>
public sealed class WholeValueTests
{
    private static readonly PiiDetector _detector = new(new PiiDetectorOptions());

    [Theory]
    [InlineData("how long is it until the {event:state fair of texas}")]
    [InlineData("my back gave out at the {event:stanley cup finals}")]
    [InlineData("yeah i'm {physical_attribute:twelve stone} these days")]
    [InlineData("my handle is {username:at clementine dot qureshi}")]
    [InlineData("the wifi password is {password:n for nancy double o for orange one seven six exclamation mark}")]
    public void Detect_value_isFoundWhole(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("send it to {email_address:takashi dot walker at gmail dot com}")]
    [InlineData("i'll email you a confirmation to {email_address:takashi dot walker at gmail dot com}")]
    [InlineData("{filename:photos underscore report dot c s v} and there's another {filename:one offer dot m p three}")]
    public void Detect_wordsBesideAValue_stay(string marked)
    {
        var expected = Expected.Parse(marked);
        expected.AssertFoundBy(_detector);
    }

    [Fact]
    public void Detect_callBackAfterBeingCutOff_isNoInjury() =>
        Assert.DoesNotContain(_detector.DetectText([new TextTurn("if we get cut off i'll call you back later", null)], TestContext.Current.CancellationToken), span => span.Policy.Name == "injury");
}
