using Bleep.Synthesis.Truth;

namespace Bleep.Synthesis.Audio;

/// <summary>A call as sound, with the truth about it.</summary>
/// <param name="Sound">The sound.</param>
/// <param name="Truth">Every word and every private stretch with its time.</param>
public sealed record CallRecording(Sound Sound, CallTruth Truth);
