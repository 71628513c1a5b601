namespace Bleep.Speech.Segmentation;

/// <summary>A half-open range of 10 ms frames.</summary>
/// <param name="Start">First frame inside.</param>
/// <param name="End">First frame after.</param>
internal readonly record struct FrameRange(int Start, int End)
{
    /// <summary>Number of frames inside.</summary>
    public int Length => End - Start;
}
