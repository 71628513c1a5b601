using Bleep.Speech.Models.Files;
using Bleep.Testing;

namespace Bleep.Speech.Tests.Models;

public sealed class TokenTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_table_knowsWhatIsInIt()
    {
        var table = TokenTable.Read(_folder.Write("tokens.txt", "<blk> 0\n\u2581The 1\n, 2\n3\nthe 4\r\n"));

        Assert.Equal(new TokenTable(5, HasBlank: true, HasLower: true, HasUpper: true, HasMarks: true), table);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a 0\nb 0")]
    [InlineData("a 0\nb 2")]
    [InlineData("a -1\nb 0")]
    [InlineData("a 0\nb one")]
    [InlineData("a 0\nb 99999999999")]
    public void Read_noTable_isRefused(string text) =>
        Assert.Throws<InvalidDataException>(() => TokenTable.Read(_folder.Write("tokens.txt", text)));
}
