namespace Bleep.Outputs;

/// <summary>What a transcript file says besides its words.</summary>
public sealed record TranscriptHeader
{
    /// <summary>The transcript's name.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the redacted media, never the path of the input.</summary>
    public required string AudioName { get; init; }

    /// <summary>Length of the recording.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Language of the words as a BCP 47 style code.</summary>
    public string LanguageCode { get; init; } = "en";

    /// <summary>Number of channels that were recognised apart.</summary>
    public int ChannelCount { get; init; } = 1;

    /// <summary>True when sentence marks were set.</summary>
    public bool Punctuate { get; init; } = true;

    /// <summary>True when capitals and digits were set.</summary>
    public bool FormatText { get; init; } = true;

    /// <summary>Engine and model that wrote the words.</summary>
    public required string SpeechModel { get; init; }

    /// <summary>How the words were redacted; null for an unredacted transcript.</summary>
    public RedactionHeader? Redaction { get; init; }
}
