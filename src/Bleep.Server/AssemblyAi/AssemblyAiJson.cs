using System.Text.Json.Serialization;
using Bleep.Server.AssemblyAi.Requests;
using Bleep.Server.AssemblyAi.Responses;

namespace Bleep.Server.AssemblyAi;

/// <summary>How this face reads and writes JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = MaxDepth)]
[JsonSerializable(typeof(TranscriptParams))]
[JsonSerializable(typeof(RedactTextParams))]
[JsonSerializable(typeof(TranscriptResponse))]
[JsonSerializable(typeof(UploadResponse))]
[JsonSerializable(typeof(TranscriptListResponse))]
[JsonSerializable(typeof(SentencesResponse))]
[JsonSerializable(typeof(ParagraphsResponse))]
[JsonSerializable(typeof(WordSearchResponse))]
[JsonSerializable(typeof(RedactedMediaResponse))]
[JsonSerializable(typeof(RedactionsResponse))]
[JsonSerializable(typeof(RedactTextResponse))]
[JsonSerializable(typeof(ErrorResponse))]
internal sealed partial class AssemblyAiJson : JsonSerializerContext
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 32;
}
