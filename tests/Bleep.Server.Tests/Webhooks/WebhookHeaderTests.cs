using Bleep.Server.Webhooks;

namespace Bleep.Server.Tests.Webhooks;

public sealed class WebhookHeaderTests
{
    [Theory]
    [InlineData("X-My-Secret", "value with spaces", true)]
    [InlineData("Authorization", "Bearer abc", true)]
    [InlineData("X", "", true)]
    [InlineData("", "value", false)]
    [InlineData("X Y", "value", false)]
    [InlineData("X:", "value", false)]
    [InlineData("X\r\nY", "value", false)]
    [InlineData("Schlüssel", "value", false)]
    [InlineData("X", "a\r\nHost: b", false)]
    [InlineData("X", "a\0", false)]
    [InlineData("X", "ä", false)]
    [InlineData("Host", "value", false)]
    [InlineData("content-length", "5", false)]
    [InlineData("Content-Type", "text/plain", false)]
    [InlineData("Transfer-Encoding", "chunked", false)]
    [InlineData("Connection", "close", false)]
    [InlineData("Proxy-Authorization", "x", false)]
    public void IsSendable_of_header_is_as_expected(string name, string value, bool expected) =>
        Assert.Equal(expected, new WebhookHeader(name, value).IsSendable);

    [Fact]
    public void Text_of_header_and_call_shows_nothing_private()
    {
        var header = new WebhookHeader("X-Key", "PLANTED");

        Assert.DoesNotContain("PLANTED", header.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", new WebhookCall(WebhookKind.Audio, "http://PLANTED/", header, "PLANTED"u8.ToArray()).ToString(), StringComparison.Ordinal);
    }
}
