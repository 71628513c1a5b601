namespace Bleep.Speech.Models.Files;

/// <summary>An input or output of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Its shape; 0 where a dimension is not fixed.</param>
internal sealed record OnnxValue(string Name, IReadOnlyList<long> Dimensions);
