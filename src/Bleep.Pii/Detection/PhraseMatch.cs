using Bleep.Pii.Languages;

namespace Bleep.Pii.Detection;

/// <summary>A phrase of the language pack found in the document.</summary>
/// <param name="Start">First token.</param>
/// <param name="End">Token after the last.</param>
/// <param name="Entry">What the phrase means.</param>
internal readonly record struct PhraseMatch(int Start, int End, PhraseEntry Entry);
