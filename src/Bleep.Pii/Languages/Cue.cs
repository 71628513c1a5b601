using Bleep.Pii.Policies;

namespace Bleep.Pii.Languages;

/// <summary>A phrase that announces a private value.</summary>
/// <param name="Policy">The policy of the value.</param>
/// <param name="Shape">What the value looks like.</param>
/// <param name="Text">The phrase, for explanations.</param>
/// <param name="IsWeak">True when other words than a value follow it as often, so that only what looks like a value is taken.</param>
internal sealed record Cue(PiiPolicy Policy, ValueShape Shape, string Text, bool IsWeak = false);
