using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace Bleep.Speech.Hosting.Protocol;

/// <summary>Reads frames from a stream. Whatever comes, it holds no more than one frame and throws on what is none.</summary>
/// <param name="stream">The stream; not closed by the reader.</param>
internal sealed class FrameReader(Stream stream)
{
    private readonly PipeReader _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));

    /// <summary>Reads the next frame.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The frame with a body of its own, or null at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">The bytes are no frame, or end inside one.</exception>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (TryParse(ref buffer, out var frame))
            {
                _reader.AdvanceTo(buffer.Start);
                return frame;
            }
            bool isEmpty = buffer.IsEmpty;
            _reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                return isEmpty ? null : throw new InvalidDataException("the stream ends inside a frame");
            }
        }
    }

    private static bool TryParse(ref ReadOnlySequence<byte> buffer, out Frame frame)
    {
        frame = default;
        if (buffer.Length < Frame.HeaderBytes)
        {
            return false;
        }
        Span<byte> header = stackalloc byte[Frame.HeaderBytes];
        buffer.Slice(0, Frame.HeaderBytes).CopyTo(header);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        var kind = (FrameKind)header[4];
        if (length > Frame.MaxPayloadBytes || !Enum.IsDefined(kind))
        {
            throw new InvalidDataException("not a frame");
        }
        if (buffer.Length < Frame.HeaderBytes + length)
        {
            return false;
        }
        var body = buffer.Slice(Frame.HeaderBytes, length);
        frame = new Frame(kind, BinaryPrimitives.ReadUInt32LittleEndian(header[5..]), body.ToArray());
        buffer = buffer.Slice(body.End);
        return true;
    }
}
