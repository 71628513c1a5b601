namespace Bleep.Dialogues;

/// <summary>One line of a JSON Lines stream.</summary>
/// <param name="Number">The line's number, from 1, empty lines counted.</param>
/// <param name="Utf8">The line's bytes without its end; valid until the next line is read. Empty when the line is too long.</param>
/// <param name="IsTooLong">True when the line is longer than the reader's limit; its content was skipped.</param>
public readonly record struct JsonLine(long Number, ReadOnlyMemory<byte> Utf8, bool IsTooLong);
