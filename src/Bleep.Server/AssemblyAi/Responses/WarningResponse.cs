namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>Something that could not be honoured.</summary>
/// <param name="Message">One sentence.</param>
public sealed record WarningResponse(string Message);
