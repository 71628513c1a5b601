namespace Bleep.Server.Security;

/// <summary>Sealed content does not open: it was changed, cut off, belongs to another object, or its key is not here.</summary>
/// <param name="message">What is wrong, without anything private.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class SealException(string message, Exception? innerException = null) : Exception(message, innerException);
