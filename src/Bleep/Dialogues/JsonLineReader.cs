using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Bleep.Dialogues;

/// <summary>
/// Reads a stream of JSON Lines one line at a time in memory bounded by the longest allowed line. Lines end in LF or CR LF;
/// a byte order mark is skipped; lines of white space only are left out but counted.
/// </summary>
/// <param name="stream">The stream to read; it stays open.</param>
/// <param name="maxLineBytes">Longest line in bytes; a longer one is skipped and reported as too long.</param>
public sealed class JsonLineReader(Stream stream, int maxLineBytes = JsonLineReader.DefaultMaxLineBytes)
{
    /// <summary>The longest line that is read unless another limit is given: 64 MiB.</summary>
    public const int DefaultMaxLineBytes = 64 * 1024 * 1024;

    /// <summary>Reads the lines in order.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<JsonLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var line = new ArrayBufferWriter<byte>(4096);
        long number = 1;
        bool tooLong = false;
        try
        {
            while (true)
            {
                var result = await pipe.ReadAsync(cancellationToken);
                var buffer = result.Buffer;
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    tooLong = tooLong || !TryAppend(line, buffer.Slice(0, end));
                    if (tooLong || !IsBlank(Content(line, number).Span))
                    {
                        yield return new JsonLine(number, tooLong ? default : Content(line, number), tooLong);
                    }
                    line.ResetWrittenCount();
                    tooLong = false;
                    number++;
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }
                tooLong = tooLong || !TryAppend(line, buffer);
                pipe.AdvanceTo(buffer.End);
                if (result.IsCompleted)
                {
                    break;
                }
            }
            if (tooLong || !IsBlank(Content(line, number).Span))
            {
                yield return new JsonLine(number, tooLong ? default : Content(line, number), tooLong);
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private bool TryAppend(ArrayBufferWriter<byte> line, ReadOnlySequence<byte> bytes)
    {
        if (line.WrittenCount + bytes.Length > maxLineBytes)
        {
            return false;
        }
        foreach (var segment in bytes)
        {
            line.Write(segment.Span);
        }
        return true;
    }

    private static ReadOnlyMemory<byte> Content(ArrayBufferWriter<byte> line, long number)
    {
        var content = line.WrittenMemory;
        if (number == 1 && content.Span.StartsWith("\uFEFF"u8))
        {
            content = content[3..];
        }
        return content.Span.EndsWith("\r"u8) ? content[..^1] : content;
    }

    private static bool IsBlank(ReadOnlySpan<byte> content) => content.TrimStart(" \t\r"u8).IsEmpty;
}
