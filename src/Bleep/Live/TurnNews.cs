using Bleep.Transcripts;

namespace Bleep.Live;

/// <summary>What an event of the engine means for the turn that goes on.</summary>
/// <param name="Order">Number of the turn, from 0.</param>
/// <param name="Words">All its words so far, at least one.</param>
/// <param name="FinalWords">How many of them, from the first, will hardly change any more.</param>
/// <param name="Confidence">How likely the speaker is done, 0 to 1.</param>
/// <param name="IsFirst">True for the first news of this turn.</param>
/// <param name="IsEnd">True when the turn is over.</param>
public sealed record TurnNews(int Order, IReadOnlyList<Word> Words, int FinalWords, double Confidence, bool IsFirst, bool IsEnd);
