namespace Bleep.Speech.Models.Fetching;

/// <summary>How far the fetching of something is.</summary>
/// <param name="Stage">What is being done, as a word: <c>downloading</c>, <c>unpacking</c>, <c>checking</c>.</param>
/// <param name="DoneBytes">Bytes done.</param>
/// <param name="TotalBytes">Bytes to do; null when not known.</param>
public readonly record struct FetchProgress(string Stage, long DoneBytes, long? TotalBytes);
