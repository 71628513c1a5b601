using Bleep.Transcripts;

namespace Bleep.Outputs;

/// <summary>What was done to a recording, without a word of it: no text, no name or path of the input.</summary>
public sealed record Audit
{
    /// <summary>Version of Bleep.</summary>
    public required string BleepVersion { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What stands for the engine where the user gave the words.</summary>
    public const string GivenTranscript = "transcript";

    /// <summary>Engine that heard the words, or <see cref="GivenTranscript"/>.</summary>
    public required string Engine { get; init; }

    /// <summary>Its model, or null.</summary>
    public string? Model { get; init; }

    /// <summary>The settings that decided the result.</summary>
    public required AuditSettings Settings { get; init; }

    /// <summary>Length of the source.</summary>
    public required TimeSpan SourceDuration { get; init; }

    /// <summary>SHA-256 of the redacted media in lower-case hexadecimal, or null where none was written.</summary>
    public string? MediaSha256 { get; init; }

    /// <summary>Every finding in the order of time.</summary>
    public required IReadOnlyList<Redaction> Redactions { get; init; }

    /// <summary>The time masked, with its padding; empty where no media was written.</summary>
    public required Timeline Masked { get; init; }

    /// <summary>What <c>verify</c> said of the result, or null where it was not asked.</summary>
    public string? Verification { get; init; }
}
