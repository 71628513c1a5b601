using System.Text.Json.Serialization;

namespace Bleep.Speech.Models;

/// <summary>How a model is built, which decides how sherpa-onnx is told to run it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelKind>))]
public enum ModelKind
{
    /// <summary>A transducer made with NeMo, with or without durations: Parakeet.</summary>
    [JsonStringEnumMemberName("nemo-transducer")]
    NemoTransducer,

    /// <summary>A CTC model made with NeMo.</summary>
    [JsonStringEnumMemberName("nemo-ctc")]
    NemoCtc,

    /// <summary>A transducer made with icefall: Zipformer and its relatives.</summary>
    [JsonStringEnumMemberName("zipformer-transducer")]
    ZipformerTransducer,

    /// <summary>A Zipformer with a CTC head.</summary>
    [JsonStringEnumMemberName("zipformer-ctc")]
    ZipformerCtc,

    /// <summary>Whisper.</summary>
    [JsonStringEnumMemberName("whisper")]
    Whisper,

    /// <summary>SenseVoice.</summary>
    [JsonStringEnumMemberName("sense-voice")]
    SenseVoice,

    /// <summary>A transducer for running speech.</summary>
    [JsonStringEnumMemberName("online-transducer")]
    OnlineTransducer,

    /// <summary>A Zipformer with a CTC head for running speech.</summary>
    [JsonStringEnumMemberName("online-zipformer-ctc")]
    OnlineZipformerCtc,

    /// <summary>A CTC model made with NeMo for running speech.</summary>
    [JsonStringEnumMemberName("online-nemo-ctc")]
    OnlineNemoCtc,

    /// <summary>Silero's detector of speech, which recognises nothing but helps all others.</summary>
    [JsonStringEnumMemberName("vad")]
    Vad,
}
