using System.Runtime.InteropServices;
using Bleep.Media.Probing;
using Bleep.Media.Processes;

namespace Bleep.Media.Decoding;

/// <summary>
/// Decodes live sound while it comes in: bytes of one container in, samples out, mono. One writer and one reader at a time, which must both
/// go on, as neither side holds more than a pipe does.
/// </summary>
public sealed class LiveDecoder : IAsyncDisposable
{
    /// <summary>So many bytes from the start of a stream tell its container.</summary>
    public const int HeadBytes = 4096;

    private readonly ToolProcess _process;
    private byte _half;
    private bool _hasHalf;

    private LiveDecoder(ToolProcess process) => _process = process;

    /// <summary>Tells the container of a stream that names itself in its first bytes; null for anything else, raw samples too.</summary>
    /// <param name="head">The first bytes, up to <see cref="HeadBytes"/> of them.</param>
    public static ContainerFormat? FormatOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("ID3"u8) ? ContainerFormat.Mp3 : FormatSniffer.FromHead(head);

    /// <summary>True for a container that can be decoded while it comes in; ISO media may have its index at the end.</summary>
    /// <param name="format">The container.</param>
    public static bool CanDecode(ContainerFormat format) =>
        format is not (ContainerFormat.M4a or ContainerFormat.Mp4 or ContainerFormat.Mov or ContainerFormat.ThreeGp);

    /// <summary>Starts a decoder.</summary>
    /// <param name="tools">Where ffmpeg is.</param>
    /// <param name="format">A container that <see cref="CanDecode"/> says yes to (AAC in ADTS); nothing else is tried.</param>
    /// <param name="sampleRateHz">Samples a second that come out.</param>
    /// <exception cref="MediaException">ffmpeg cannot be started.</exception>
    public static LiveDecoder Start(MediaTools tools, ContainerFormat format, int sampleRateHz)
    {
        if (!CanDecode(format))
        {
            throw new ArgumentOutOfRangeException(nameof(format), "this format is not decoded live");
        }
        // A live caller may be silent for as long as it likes; whoever serves it knows when it is gone.
        var limits = MediaLimits.Default with { IdleTimeout = Timeout.InfiniteTimeSpan };
        string[] arguments =
        [
            .. ToolInput.Quiet, "-probesize", $"{HeadBytes}", "-analyzeduration", "0", .. ToolInput.Fence(format), "-i", "pipe:0",
            "-map", "0:a:0", "-vn", "-sn", "-dn", "-ar", $"{sampleRateHz}", "-ac", "1", "-f", "s16le", "-flush_packets", "1", "pipe:1",
        ];
        return new LiveDecoder(ToolProcess.Start(tools, tools.FfmpegPath, arguments, limits));
    }

    /// <summary>Gives the next bytes.</summary>
    /// <param name="bytes">Bytes that follow those given last.</param>
    /// <param name="cancellationToken">Ends the decoder.</param>
    /// <exception cref="MediaException">The decoder gave up: this is no such sound.</exception>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _process.WriteAsync(bytes, cancellationToken);

    /// <summary>Says that no more bytes come; the samples end after the last one.</summary>
    public void Complete() => _process.CloseInput();

    /// <summary>Reads the next samples.</summary>
    /// <param name="samples">Takes them; at least one long.</param>
    /// <param name="cancellationToken">Ends the decoder.</param>
    /// <returns>Samples read; zero at the end.</returns>
    public async ValueTask<int> ReadAsync(Memory<short> samples, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[samples.Length * sizeof(short)];
        while (true)
        {
            int kept = _hasHalf ? 1 : 0;
            bytes[0] = _half;
            int read = await _process.ReadAsync(bytes.AsMemory(kept), cancellationToken);
            if (read == 0)
            {
                return 0;
            }
            int length = kept + read;
            _hasHalf = length % sizeof(short) != 0;
            _half = _hasHalf ? bytes[length - 1] : (byte)0;
            var whole = MemoryMarshal.Cast<byte, short>(bytes.AsSpan(0, length - (length % sizeof(short))));
            if (whole.Length > 0)
            {
                whole.CopyTo(samples.Span);
                return whole.Length;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
