using Bleep.Pii.Policies;

namespace Bleep.Outputs;

/// <summary>What an audit says of a redaction.</summary>
/// <param name="Engine">Engine that heard the words; <c>transcript</c> where the user gave them.</param>
/// <param name="Policies">Policies that acted.</param>
/// <param name="Sensitivity"><c>strict</c>, <c>balanced</c> or <c>readable</c>.</param>
/// <param name="Language">Language asked for.</param>
/// <param name="Redactions">Every redaction.</param>
public sealed record AuditClaims(
    string Engine, PiiPolicySet Policies, string Sensitivity, string Language, IReadOnlyList<Redaction> Redactions);
