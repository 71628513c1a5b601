namespace Bleep.Media;

/// <summary>How sound shall be decoded; null keeps what the file has.</summary>
/// <param name="SampleRateHz">Frames a second.</param>
/// <param name="Channels">Number of channels, mixed up or down.</param>
/// <param name="OnlyChannel">Zero-based channel to take alone; the result is mono.</param>
public readonly record struct PcmFormat(int? SampleRateHz = null, int? Channels = null, int? OnlyChannel = null);
