namespace Bleep.Training.Tagger;

/// <summary>A stretch of a text that is a name, or of which nothing is known.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">Code unit after the last.</param>
/// <param name="Kind">Index of the kind of name; <see cref="Unknown"/> where nothing is known.</param>
internal readonly record struct LabelledRange(int Start, int End, int Kind)
{
    /// <summary>The training makes nothing of such a stretch.</summary>
    public const int Unknown = -1;
}
