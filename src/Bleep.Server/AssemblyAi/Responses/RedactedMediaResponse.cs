using System.Text.Json.Serialization;

namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>Where redacted sound or video can be fetched.</summary>
/// <param name="Status"><c>redacted_audio_ready</c>, <c>redacted_video_ready</c> or <c>processing</c>.</param>
public sealed record RedactedMediaResponse(string Status)
{
    /// <summary>Address of the sound, without authorization, for a while; absent until it is ready.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RedactedAudioUrl { get; init; }

    /// <summary>Address of the video, without authorization, for a while; absent until it is ready.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RedactedVideoUrl { get; init; }
}
