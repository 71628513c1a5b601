using System.Text;
using Bleep.Dialogues;

namespace Bleep.Tests.Dialogues;

public sealed class JsonLineReaderTests
{
    private static async Task<List<(long Number, string Text, bool TooLong)>> Read(string content, int maxLineBytes = 1000)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var lines = new List<(long, string, bool)>();
        await foreach (var line in new JsonLineReader(stream, maxLineBytes).ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add((line.Number, Encoding.UTF8.GetString(line.Utf8.Span), line.IsTooLong));
        }
        return lines;
    }

    [Fact]
    public async Task Read_lines_counts_blank_ones_and_drops_ends() =>
        Assert.Equal([(1, "a", false), (3, "b", false), (4, "c", false)], await Read("\uFEFFa\r\n \nb\nc"));

    [Fact]
    public async Task Read_empty_stream_gives_nothing() => Assert.Empty(await Read(""));

    [Fact]
    public async Task Read_too_long_line_is_skipped_and_the_next_is_read() =>
        Assert.Equal([(1, "", true), (2, "ok", false)], await Read($"{new string('x', 300_000)}\nok\n", maxLineBytes: 100_000));

    [Fact]
    public async Task Read_line_across_many_buffers_is_whole()
    {
        string text = new('y', 500_000);
        Assert.Equal([(1, text, false), (2, "z", false)], await Read($"{text}\nz", maxLineBytes: 500_000));
    }
}
