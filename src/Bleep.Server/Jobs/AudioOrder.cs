namespace Bleep.Server.Jobs;

/// <summary>The redacted sound that a job makes.</summary>
/// <param name="Format"><c>mp3</c> or <c>wav</c>.</param>
/// <param name="IsSilence">True for silence in place of private words, false for a tone.</param>
/// <param name="MakesSilentAudio">True makes it also where nobody speaks.</param>
public sealed record AudioOrder(string Format, bool IsSilence, bool MakesSilentAudio);
