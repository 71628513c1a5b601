using System.Runtime.InteropServices;
using Bleep.Media.Processes;

namespace Bleep.Media.Decoding;

/// <summary>A microphone, through the capture devices of the user's ffmpeg. Goes on until it is disposed or the device is gone.</summary>
public sealed class MicrophoneStream : IPcmStream
{
    private static readonly string[] s_linuxSystems = ["pulse", "alsa"];

    /// <summary>Where sound servers are found and what the user set up for them; a capture has no hostile file to be guarded from.</summary>
    private static readonly string[] s_environment =
        ["HOME", "USER", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "PULSE_SERVER", "PULSE_SOURCE", "PULSE_COOKIE", "ALSA_CONFIG_PATH", "ALSA_CARD"];

    private readonly ToolProcess _process;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _filled;

    private MicrophoneStream(ToolProcess process, int sampleRateHz)
    {
        _process = process;
        SampleRateHz = sampleRateHz;
    }

    /// <inheritdoc/>
    public int SampleRateHz { get; }

    /// <summary>Always one.</summary>
    public int Channels => 1;

    /// <summary>The capture systems of this machine in the order they are tried: ffmpeg's names of them.</summary>
    public static IReadOnlyList<string> Systems { get; } =
        OperatingSystem.IsMacOS() ? ["avfoundation"] : OperatingSystem.IsWindows() ? ["dshow"] : s_linuxSystems;

    /// <summary>Opens a microphone; returns when its first samples are there.</summary>
    /// <param name="tools">Where ffmpeg is.</param>
    /// <param name="device">
    /// Name of the device, as ffmpeg knows it; in front of it a name of <see cref="Systems"/> and a colon may choose the system. Null takes
    /// the system's default; DirectShow has none.
    /// </param>
    /// <param name="sampleRateHz">Samples a second that come out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The microphone, or null when none could be opened.</returns>
    /// <exception cref="MediaException">ffmpeg cannot be started.</exception>
    public static async Task<MicrophoneStream?> OpenAsync(MediaTools tools, string? device, int sampleRateHz, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tools);
        string? named = Systems.FirstOrDefault(system => device?.StartsWith($"{system}:", StringComparison.OrdinalIgnoreCase) == true);
        device = named is null ? device : device![(named.Length + 1)..];
        foreach (string system in named is null ? Systems : [named])
        {
            var microphone = new MicrophoneStream(Start(tools, system, device, sampleRateHz), sampleRateHz);
            try
            {
                if (await microphone.FillAsync(cancellationToken) > 0)
                {
                    return microphone;
                }
            }
            catch
            {
                await microphone.DisposeAsync();
                throw;
            }
            await microphone.DisposeAsync();
        }
        return null;
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<short> interleaved, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(interleaved.Length, nameof(interleaved));
        while (_filled < sizeof(short))
        {
            if (await FillAsync(cancellationToken) == 0)
            {
                return 0;
            }
        }
        int samples = Math.Min(_filled / sizeof(short), interleaved.Length);
        int bytes = samples * sizeof(short);
        MemoryMarshal.Cast<byte, short>(_buffer.AsSpan(0, bytes)).CopyTo(interleaved.Span);
        _buffer.AsSpan(bytes, _filled - bytes).CopyTo(_buffer);
        _filled -= bytes;
        return samples;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Array.Clear(_buffer);
    }

    private static ToolProcess Start(MediaTools tools, string system, string? device, int sampleRateHz)
    {
        string input = system switch
        {
            "avfoundation" => $":{device ?? "default"}",
            "dshow" => $"audio={device}",
            _ => device ?? "default",
        };
        // A device may be switched off for as long as its user likes.
        var limits = MediaLimits.Default with { IdleTimeout = Timeout.InfiniteTimeSpan };
        string[] arguments =
        [
            .. ToolInput.Quiet, "-f", system, "-i", input,
            "-map", "0:a:0", "-ar", $"{sampleRateHz}", "-ac", "1", "-f", "s16le", "-flush_packets", "1", "pipe:1",
        ];
        var process = ToolProcess.Start(tools, tools.FfmpegPath, arguments, limits, s_environment);
        process.CloseInput();
        return process;
    }

    private async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        int read = await _process.ReadAsync(_buffer.AsMemory(_filled), cancellationToken);
        _filled += read;
        return read;
    }
}
