namespace Bleep.Speech;

/// <summary>Why speech could not be recognised, and so who has to act.</summary>
public enum SpeechErrorKind
{
    /// <summary>The caller asked for an engine or model name that does not exist.</summary>
    UnknownEngine,

    /// <summary>The engine's native library is not installed on this machine.</summary>
    EngineMissing,

    /// <summary>The model's files are not installed, or not complete.</summary>
    ModelMissing,

    /// <summary>The model's files are there but the engine refuses them.</summary>
    ModelBroken,

    /// <summary>No engine, or not the one asked for, understands the language.</summary>
    UnsupportedLanguage,

    /// <summary>The engine cannot do what was asked (for example live audio).</summary>
    UnsupportedFeature,

    /// <summary>The audio has a form no recogniser takes.</summary>
    BadAudio,

    /// <summary>The engine host could not be started.</summary>
    HostFailedToStart,

    /// <summary>The engine host died on this audio, twice.</summary>
    HostCrashed,

    /// <summary>The engine host gave no sign of life on this audio, twice.</summary>
    HostHung,

    /// <summary>The engine host answered with something that is no answer, twice.</summary>
    HostProtocol,

    /// <summary>The engine reported a failure of its own.</summary>
    EngineFailed,

    /// <summary>All engine hosts for live audio are taken, or somebody else is installing models.</summary>
    Busy,

    /// <summary>A model or library could not be fetched, or is not what it should be.</summary>
    DownloadFailed,

    /// <summary>A server that recognises could not be reached, refused, or answered with something that is no answer.</summary>
    ServerFailed,
}
