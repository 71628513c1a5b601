using Bleep.Pii.Policies;
using Bleep.Transcripts;

namespace Bleep.Outputs;

/// <summary>The settings that decided a result. Terms and patterns of the user are counted, never shown.</summary>
public sealed record AuditSettings
{
    /// <summary>Policies that acted.</summary>
    public required PiiPolicySet Policies { get; init; }

    /// <summary><c>strict</c>, <c>balanced</c> or <c>readable</c>.</summary>
    public required string Sensitivity { get; init; }

    /// <summary>Language asked for.</summary>
    public required string Language { get; init; }

    /// <summary><c>hash</c>, <c>entity_name</c> or <c>text</c>.</summary>
    public required string Substitution { get; init; }

    /// <summary><c>beep</c>, <c>silence</c> or <c>none</c>.</summary>
    public required string Audio { get; init; }

    /// <summary>Extension of the redacted media, or null.</summary>
    public string? Format { get; init; }

    /// <summary>Padding of every mask.</summary>
    public required TimeSpan Padding { get; init; }

    /// <summary>The only part of the recording that was listened to; null for all of it.</summary>
    public TimeRange? Window { get; init; }

    /// <summary>Number of terms, patterns and lists of the user's own that acted.</summary>
    public int CustomRules { get; init; }
}
