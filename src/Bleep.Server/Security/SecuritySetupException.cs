namespace Bleep.Server.Security;

/// <summary>The server cannot start safely. The message is one sentence for who runs it: what is wrong and what to do.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class SecuritySetupException(string message) : Exception(message);
