namespace Bleep.Speech.Models.Fetching;

/// <summary>What is known of a file that is partly here, so that the rest can be asked for.</summary>
/// <param name="Address">Where it comes from.</param>
/// <param name="Validator">The server's mark of this version of the file (a strong ETag, or the date of the last change).</param>
internal sealed record PartialFile(string Address, string Validator);
