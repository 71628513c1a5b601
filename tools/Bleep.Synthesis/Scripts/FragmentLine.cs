namespace Bleep.Synthesis.Scripts;

/// <summary>What one speaker says without a break.</summary>
/// <param name="Speaker"><c>agent</c> or <c>caller</c>.</param>
/// <param name="Content">The words with their slots.</param>
internal sealed record FragmentLine(string Speaker, TemplateNode Content);
