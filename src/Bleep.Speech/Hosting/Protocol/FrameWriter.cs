using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bleep.Speech.Hosting.Protocol;

/// <summary>Writes frames to a stream, each whole and flushed. Calls may overlap; frames do not.</summary>
/// <param name="stream">The stream; not closed by the writer.</param>
internal sealed class FrameWriter(Stream stream) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Writes a frame without a body.</summary>
    public ValueTask WriteAsync(FrameKind kind, uint job, CancellationToken cancellationToken) =>
        WriteAsync(new Frame(kind, job, default), cancellationToken);

    /// <summary>Writes a frame with a message as its body.</summary>
    public ValueTask WriteAsync<T>(FrameKind kind, uint job, T message, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        WriteAsync(new Frame(kind, job, JsonSerializer.SerializeToUtf8Bytes(message, type)), cancellationToken);

    /// <summary>Writes samples, in as many frames as they need.</summary>
    public async ValueTask WriteAudioAsync(uint job, ReadOnlyMemory<short> samples, CancellationToken cancellationToken)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Frame.MaxSamples * sizeof(short));
        try
        {
            while (!samples.IsEmpty)
            {
                var block = samples[..Math.Min(samples.Length, Frame.MaxSamples)];
                int count = block.Length * sizeof(short);
                CopyLittleEndian(block.Span, bytes.AsSpan(0, count));
                await WriteAsync(new Frame(FrameKind.Audio, job, bytes.AsMemory(0, count)), cancellationToken);
                samples = samples[block.Length..];
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    /// <summary>Writes one frame.</summary>
    /// <exception cref="InvalidOperationException">Its body is too long.</exception>
    public async ValueTask WriteAsync(Frame frame, CancellationToken cancellationToken)
    {
        if (frame.Payload.Length > Frame.MaxPayloadBytes)
        {
            throw new InvalidOperationException("the frame is too long");
        }
        int length = Frame.HeaderBytes + frame.Payload.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            BinaryPrimitives.WriteInt32LittleEndian(buffer, frame.Payload.Length);
            buffer[4] = (byte)frame.Kind;
            BinaryPrimitives.WriteUInt32LittleEndian(buffer.AsSpan(5), frame.Job);
            frame.Payload.Span.CopyTo(buffer.AsSpan(Frame.HeaderBytes));
            await _turn.WaitAsync(cancellationToken);
            try
            {
                await stream.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
                await stream.FlushAsync(cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static void CopyLittleEndian(ReadOnlySpan<short> samples, Span<byte> bytes)
    {
        var target = MemoryMarshal.Cast<byte, short>(bytes);
        samples.CopyTo(target);
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(target, target);
        }
    }
}
