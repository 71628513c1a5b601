using System.Diagnostics.CodeAnalysis;

namespace Bleep.Media;

/// <summary>Decoded sound, read forward once in bounded memory.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of samples is what the field calls it.")]
public interface IPcmStream : IAsyncDisposable
{
    /// <summary>Frames a second.</summary>
    int SampleRateHz { get; }

    /// <summary>Channels; the samples of a frame stand side by side.</summary>
    int Channels { get; }

    /// <summary>Reads whole frames.</summary>
    /// <param name="interleaved">Room for at least one frame.</param>
    /// <param name="cancellationToken">Ends the reading and the decoder.</param>
    /// <returns>Number of samples written, a multiple of <see cref="Channels"/>; zero only at the end.</returns>
    /// <exception cref="MediaException">The decoder failed or stalled.</exception>
    ValueTask<int> ReadAsync(Memory<short> interleaved, CancellationToken cancellationToken = default);
}
