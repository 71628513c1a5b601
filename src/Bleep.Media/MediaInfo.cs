namespace Bleep.Media;

/// <summary>What a media file holds, as far as it matters here. Tags are deliberately not read.</summary>
public sealed record MediaInfo
{
    /// <summary>The container.</summary>
    public required ContainerFormat Format { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>
    /// Length from the header, or estimated from bit rate where the format has no such header. The exact length is known
    /// after decoding.
    /// </summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Sound tracks in file order; at least one.</summary>
    public required IReadOnlyList<AudioTrack> AudioTracks { get; init; }

    /// <summary>Moving pictures in file order, without cover art.</summary>
    public required IReadOnlyList<VideoTrack> VideoTracks { get; init; }

    /// <summary>What the file's own clock shows at the start of the recording; all times count from there.</summary>
    internal TimeSpan Start { get; init; }

    /// <summary>True when there is a moving picture.</summary>
    public bool HasVideo => VideoTracks.Count > 0;
}
