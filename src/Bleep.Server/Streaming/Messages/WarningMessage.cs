namespace Bleep.Server.Streaming.Messages;

/// <summary>Something that was asked for and is not done; the session goes on.</summary>
/// <param name="WarningCode">The code.</param>
/// <param name="Warning">What is not done.</param>
public sealed record WarningMessage(int WarningCode, string Warning)
{
    /// <summary>Always <c>Warning</c>.</summary>
    public string Type { get; } = "Warning";
}
