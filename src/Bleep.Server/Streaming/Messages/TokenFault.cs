namespace Bleep.Server.Streaming.Messages;

/// <summary>A wrong parameter.</summary>
/// <param name="Loc">Where it stands.</param>
/// <param name="Msg">What is wrong.</param>
/// <param name="Type">What kind of fault.</param>
public sealed record TokenFault(IReadOnlyList<string> Loc, string Msg, string Type);
