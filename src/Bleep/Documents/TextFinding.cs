namespace Bleep.Documents;

/// <summary>One finding in a text or a list of words, without its text.</summary>
/// <param name="Policy">Wire name of the policy, or the label of a rule of the user's.</param>
/// <param name="Start">First Unicode code point of the text that was given, or index of the first word.</param>
/// <param name="End">Code point or word after the last.</param>
/// <param name="Score">How sure the detector is, 0 to 1, to four places.</param>
/// <param name="Recognizer">Which recogniser found it.</param>
public sealed record TextFinding(string Policy, int Start, int End, double Score, string Recognizer);
