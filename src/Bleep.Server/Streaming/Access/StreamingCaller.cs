using Bleep.Server.Security;

namespace Bleep.Server.Streaming.Access;

/// <summary>Who opened a session, and for how long at most.</summary>
/// <param name="Caller">Whose session it is.</param>
/// <param name="MaxSession">How long it may last.</param>
internal sealed record StreamingCaller(Caller Caller, TimeSpan MaxSession);
