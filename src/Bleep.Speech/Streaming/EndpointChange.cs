namespace Bleep.Speech.Streaming;

/// <summary>What a frame of live audio changes.</summary>
internal enum EndpointChange
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An utterance began a little earlier.</summary>
    Begin,

    /// <summary>The utterance ends with this frame.</summary>
    End,
}
