namespace Bleep.Media;

/// <summary>A moving picture as its header describes it. Cover art is none.</summary>
/// <param name="Index">Position among all tracks of the file.</param>
/// <param name="Codec">ffmpeg's name of the codec: <c>h264</c>, <c>vp9</c>…</param>
/// <param name="Width">Width in pixels; zero when unknown.</param>
/// <param name="Height">Height in pixels; zero when unknown.</param>
public sealed record VideoTrack(int Index, string Codec, int Width, int Height);
