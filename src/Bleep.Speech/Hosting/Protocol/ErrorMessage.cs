namespace Bleep.Speech.Hosting.Protocol;

/// <summary>An orderly failure of an engine.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Message">One line for the user.</param>
internal sealed record ErrorMessage(SpeechErrorKind Kind, string Message);
