namespace Bleep.Server.Jobs;

/// <summary>What a finished job found, as it is stored, sealed. All words are redacted but those of <see cref="UnredactedTurns"/>.</summary>
public sealed record JobResult
{
    /// <summary>The turns in the order of time.</summary>
    public required IReadOnlyList<ResultTurn> Turns { get; init; }

    /// <summary>The turns as they were said; null unless the client asked for them.</summary>
    public IReadOnlyList<ResultTurn>? UnredactedTurns { get; init; }

    /// <summary>Personal data found; null unless the client asked for the list.</summary>
    public IReadOnlyList<ResultEntity>? Entities { get; init; }

    /// <summary>What was hidden, without its text.</summary>
    public IReadOnlyList<ResultRedaction> Redactions { get; init; } = [];

    /// <summary>Length of the recording in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>Language of the words.</summary>
    public required string LanguageCode { get; init; }

    /// <summary>Certainty of the language, or null when it was not found out.</summary>
    public double? LanguageConfidence { get; init; }

    /// <summary>Number of channels that were transcribed apart; 1 where they were mixed.</summary>
    public int ChannelCount { get; init; } = 1;

    /// <summary>Engine and model.</summary>
    public required string SpeechModel { get; init; }

    /// <summary>What could not be honoured, each one sentence.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Extension of the redacted sound without its dot; null without any.</summary>
    public string? AudioExtension { get; init; }

    /// <summary>Extension of the redacted video without its dot; null without any.</summary>
    public string? VideoExtension { get; init; }
}
