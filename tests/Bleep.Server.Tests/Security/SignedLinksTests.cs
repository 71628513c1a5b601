using System.Web;
using Bleep.Server.Security;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Security;

public sealed class SignedLinksTests
{
    private static readonly Guid s_id = Guid.Parse("0123456789abcdef0123456789abcdef");
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(30);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_500));
    private readonly KeyRing _ring = Keys.NewRing();

    [Theory]
    [InlineData("https://bleep.example", "https://bleep.example/media/")]
    [InlineData("https://bleep.example/", "https://bleep.example/media/")]
    [InlineData("https://example.org:8443/bleep", "https://example.org:8443/bleep/media/")]
    public void Create_puts_the_link_below_the_public_address(string root, string expected)
    {
        var link = Links(root).Create(s_id, "mp3", s_lifetime);

        Assert.StartsWith($"{expected}0123456789abcdef0123456789abcdef.mp3?expires=1800001801&signature=", link.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void IsGood_of_a_link_holds_until_its_time_is_over()
    {
        var links = Links();
        var (expires, signature) = Parts(links.Create(s_id, "mp3", s_lifetime));

        Assert.True(links.IsGood(s_id, "mp3", expires, signature));
        _time.Advance(s_lifetime);
        Assert.True(links.IsGood(s_id, "mp3", expires, signature));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(links.IsGood(s_id, "mp3", expires, signature));
    }

    [Fact]
    public void IsGood_of_anything_changed_is_false()
    {
        var links = Links();
        var (expires, signature) = Parts(links.Create(s_id, "mp3", s_lifetime));
        string later = (long.Parse(expires, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.False(links.IsGood(Guid.Empty, "mp3", expires, signature));
        Assert.False(links.IsGood(s_id, "wav", expires, signature));
        Assert.False(links.IsGood(s_id, "mp3", later, signature));
        Assert.False(links.IsGood(s_id, "mp3", "0" + expires, signature));
        Assert.False(links.IsGood(s_id, "mp3", "+" + expires, signature));
        Assert.False(links.IsGood(s_id, "mp3", " " + expires, signature));
        Assert.False(links.IsGood(s_id, "mp3", null, signature));
        Assert.False(links.IsGood(s_id, "mp3", "99999999999999999999", signature));
        Assert.False(links.IsGood(s_id, "mp3", expires, null));
        Assert.False(links.IsGood(s_id, "mp3", expires, ""));
        Assert.False(links.IsGood(s_id, "mp3", expires, signature + "="));
        for (int index = 0; index < signature.Length; index++)
        {
            // Every character counts, the last one's unused bits too.
            char other = signature[index] == 'A' ? 'B' : 'A';
            Assert.False(links.IsGood(s_id, "mp3", expires, $"{signature[..index]}{other}{signature[(index + 1)..]}"));
        }
    }

    [Fact]
    public void IsGood_of_a_link_of_another_key_is_false()
    {
        var (expires, signature) = Parts(Links().Create(s_id, "mp3", s_lifetime));
        var rotated = new SignedLinks(_ring.Rotate(_time.GetUtcNow()), new Uri("https://bleep.example"), _time);

        Assert.False(rotated.IsGood(s_id, "mp3", expires, signature));
        Assert.True(Links("https://other.example").IsGood(s_id, "mp3", expires, signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("mp3?x")]
    public void Create_with_something_that_is_no_extension_throws(string extension) =>
        Assert.Throws<ArgumentException>(() => Links().Create(s_id, extension, s_lifetime));

    private static (string Expires, string Signature) Parts(Uri link)
    {
        var query = HttpUtility.ParseQueryString(link.Query);
        return (query["expires"]!, query["signature"]!);
    }

    private SignedLinks Links(string root = "https://bleep.example") => new(_ring, new Uri(root), _time);
}
