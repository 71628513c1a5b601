namespace Bleep.Server.Jobs;

/// <summary>The work of one job, whichever face it came through. Everything in it is valid.</summary>
public sealed record JobRequest
{
    /// <summary>The recording.</summary>
    public required AudioSource Source { get; init; }

    /// <summary>Language spoken, as a code such as <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>True when the language was to be found out, and <see cref="Language"/> is what is taken without an identifier.</summary>
    public bool DetectsLanguage { get; init; }

    /// <summary>Least certainty of the language, 0 to 1.</summary>
    public double LanguageConfidenceThreshold { get; init; }

    /// <summary>First millisecond that is transcribed; null from the start.</summary>
    public long? StartMs { get; init; }

    /// <summary>First millisecond that is not transcribed any more; null to the end.</summary>
    public long? EndMs { get; init; }

    /// <summary>True to transcribe each channel by itself; false mixes them.</summary>
    public bool IsMultichannel { get; init; }

    /// <summary>True to tell speakers apart.</summary>
    public bool LabelsSpeakers { get; init; }

    /// <summary>True sets sentence marks.</summary>
    public bool Punctuate { get; init; } = true;

    /// <summary>True sets capitals and digits.</summary>
    public bool FormatText { get; init; } = true;

    /// <summary>True keeps 'um' and the like.</summary>
    public bool KeepsDisfluencies { get; init; }

    /// <summary>True masks profanity.</summary>
    public bool FiltersProfanity { get; init; }

    /// <summary>Spellings to use, in their order.</summary>
    public IReadOnlyList<SpellingRule> Spellings { get; init; } = [];

    /// <summary>Terms that are likely to be said.</summary>
    public IReadOnlyList<string> Keyterms { get; init; } = [];

    /// <summary>Least share of the sound that must be speech, 0 to 1.</summary>
    public double SpeechThreshold { get; init; }

    /// <summary>True lists the personal data that was found.</summary>
    public bool DetectsEntities { get; init; }

    /// <summary>What is hidden and how; null hides nothing.</summary>
    public RedactionOrder? Redaction { get; init; }

    /// <summary>What of the request cannot be honoured, each one sentence for the client.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
