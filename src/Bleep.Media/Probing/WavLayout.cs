namespace Bleep.Media.Probing;

/// <summary>Where the samples of a WAVE file lie.</summary>
/// <param name="DataOffset">First byte of the samples.</param>
/// <param name="DataBytes">Bytes of samples that the file really holds.</param>
/// <param name="FrameBytes">Bytes of a frame.</param>
/// <param name="IsPlain">True when there is one run of samples and nothing unusual about it.</param>
internal readonly record struct WavLayout(long DataOffset, long DataBytes, int FrameBytes, bool IsPlain);
