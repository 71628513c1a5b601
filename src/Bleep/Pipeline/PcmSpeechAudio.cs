using Bleep.Media;
using Bleep.Speech;

namespace Bleep.Pipeline;

/// <summary>Decoded sound of one channel as a recogniser takes it.</summary>
internal sealed class PcmSpeechAudio : ISpeechAudio, IAsyncDisposable
{
    private readonly IPcmStream _stream;

    private PcmSpeechAudio(IPcmStream stream) => _stream = stream;

    public int SampleRateHz => _stream.SampleRateHz;

    /// <summary>Opens the sound of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="channel">Zero-based channel, or null for all mixed down.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    public static async Task<PcmSpeechAudio> OpenAsync(MediaFile file, int? channel, CancellationToken cancellationToken) =>
        new(await file.OpenPcmAsync(new PcmFormat(ISpeechAudio.RequiredSampleRateHz, Channels: 1, channel), cancellationToken));

    public ValueTask<int> ReadAsync(Memory<short> samples, CancellationToken cancellationToken) =>
        _stream.ReadAsync(samples, cancellationToken);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
