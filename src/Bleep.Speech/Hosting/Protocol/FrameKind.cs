namespace Bleep.Speech.Hosting.Protocol;

/// <summary>What a frame between the pool and an engine host carries. The numbers are the wire's; a change needs a new version.</summary>
internal enum FrameKind : byte
{
    /// <summary>Host, first frame: <see cref="HelloMessage"/>.</summary>
    Hello = 1,

    /// <summary>Pool, first frame: the <see cref="EngineSpec"/> to load.</summary>
    Load = 2,

    /// <summary>Host: the engine is loaded. Empty.</summary>
    Ready = 3,

    /// <summary>Pool: a piece of a recording begins, <see cref="JobMessage"/>.</summary>
    BeginPiece = 10,

    /// <summary>Pool: a live utterance begins, <see cref="JobMessage"/>.</summary>
    BeginUtterance = 11,

    /// <summary>Pool: samples of the current piece or utterance, signed 16-bit little-endian.</summary>
    Audio = 12,

    /// <summary>Pool: the piece or utterance is complete. Empty.</summary>
    End = 13,

    /// <summary>Host: one step of the work is done, the host is alive. Empty.</summary>
    Step = 20,

    /// <summary>Host: what an utterance sounds like so far, <see cref="WordsMessage"/>.</summary>
    Partial = 21,

    /// <summary>Host: the words of a piece or utterance, <see cref="WordsMessage"/>. Ends it.</summary>
    Result = 22,

    /// <summary>Host: loading or the piece failed in an orderly way, <see cref="ErrorMessage"/>. Ends it.</summary>
    Error = 23,
}
