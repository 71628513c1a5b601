using Bleep.Pii.Redaction;
using Bleep.Transcripts;

namespace Bleep.Live;

/// <summary>A turn that is over, as it may be shown.</summary>
/// <param name="Plain">The words as they were recognised, one output word for each, private ones replaced.</param>
/// <param name="Formatted">The words tidied, private ones replaced.</param>
/// <param name="Masks">The times to mask, from the start of the session, without padding.</param>
public sealed record LiveTurn(RedactedTurn Plain, RedactedTurn Formatted, Timeline Masks);
