using System.Text.Json.Serialization;

namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>A text with nothing private left in it.</summary>
/// <param name="Text">The redacted text.</param>
/// <param name="Spans">What was hidden.</param>
public sealed record RedactTextResponse(string Text, IReadOnlyList<TextSpanResponse> Spans)
{
    /// <summary>The redacted words; absent unless words were sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WordResponse>? Words { get; init; }
}
