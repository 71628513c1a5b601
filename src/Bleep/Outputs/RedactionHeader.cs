using Bleep.Pii.Policies;

namespace Bleep.Outputs;

/// <summary>What a transcript file says about its redaction.</summary>
/// <param name="Policies">The policies asked for.</param>
/// <param name="SubstitutionName">Wire name of the substitution, <c>hash</c> or <c>entity_name</c>; <c>text</c> for a text of the user's.</param>
/// <param name="HasAudio">True when redacted media was written too.</param>
/// <param name="AudioQuality"><c>mp3</c>, <c>wav</c>, or null for another format.</param>
public sealed record RedactionHeader(PiiPolicySet Policies, string SubstitutionName, bool HasAudio, string? AudioQuality);
