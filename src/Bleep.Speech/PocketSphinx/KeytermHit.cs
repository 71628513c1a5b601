namespace Bleep.Speech.PocketSphinx;

/// <summary>A term heard in a piece.</summary>
/// <param name="Term">The term.</param>
/// <param name="StartMs">Where it begins, in milliseconds from the start of the piece.</param>
/// <param name="EndMs">Where it ends.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record KeytermHit(Keyterm Term, int StartMs, int EndMs, double Confidence);
