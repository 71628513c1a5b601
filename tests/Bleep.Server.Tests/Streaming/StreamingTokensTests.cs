using Bleep.Server.Security;
using Bleep.Server.Streaming.Access;
using Bleep.Server.Tests.Security;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Streaming;

public sealed class StreamingTokensTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly KeyRing _ring = Keys.NewRing();

    [Fact]
    public void TryRead_until_the_token_expires_gives_what_it_stands_for()
    {
        var tokens = new StreamingTokens(_ring, _clock);
        string token = tokens.Create("0123456789ab", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(90));

        Assert.True(tokens.TryRead(token, out var content));
        Assert.Equal(new StreamingToken("0123456789ab", TimeSpan.FromSeconds(90)), content);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.False(tokens.TryRead(token, out _));
    }

    [Fact]
    public void TryRead_of_a_changed_token_or_one_of_another_server_is_false()
    {
        var tokens = new StreamingTokens(_ring, _clock);
        string token = tokens.Create("0123456789ab", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(90));
        for (int index = 0; index < token.Length; index += 7)
        {
            string changed = string.Concat(token.AsSpan(0, index), token[index] == 'A' ? "B" : "A", token.AsSpan(index + 1));
            Assert.False(tokens.TryRead(changed, out _), $"{index}");
        }
        Assert.False(new StreamingTokens(Keys.NewRing(), _clock).TryRead(token, out _));
        Assert.False(tokens.TryRead("", out _));
        Assert.False(tokens.TryRead(new string('A', 10_000), out _));
        Assert.False(tokens.TryRead("ä?", out _));
    }
}
