namespace Bleep.Server.Streaming.Messages;

/// <summary>What serves a session.</summary>
/// <param name="Model">The speech engine's model.</param>
/// <param name="Mode">The mode asked for.</param>
/// <param name="ApiVersion">The version of the interface that the client named.</param>
public sealed record SessionConfiguration(string Model, string Mode, string ApiVersion);
