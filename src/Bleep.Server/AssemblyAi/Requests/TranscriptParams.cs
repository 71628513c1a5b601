using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>Body of <c>POST /v2/transcript</c>: the fields of AssemblyAI's interface, and Bleep's own ones at the end.</summary>
public sealed class TranscriptParams
{
    /// <summary>The recording: an http or https address, or an upload's.</summary>
    public string? AudioUrl { get; set; }

    /// <summary><c>best</c>, <c>nano</c>, <c>slam-1</c> or <c>universal</c>; echoed only.</summary>
    public string? SpeechModel { get; set; }

    /// <summary>Models in the order of preference; unknown ones fall through to the server's own.</summary>
    public List<string>? SpeechModels { get; set; }

    /// <summary>Language spoken; default <c>en_us</c>.</summary>
    public string? LanguageCode { get; set; }

    /// <summary>Languages spoken.</summary>
    public List<string>? LanguageCodes { get; set; }

    /// <summary>True to find the language out.</summary>
    public bool? LanguageDetection { get; set; }

    /// <summary>Least certainty of the language, 0 to 1.</summary>
    public double? LanguageConfidenceThreshold { get; set; }

    /// <summary>Options of language detection.</summary>
    public JsonElement? LanguageDetectionOptions { get; set; }

    /// <summary>Sentence marks; default true.</summary>
    public bool? Punctuate { get; set; }

    /// <summary>Capitals and digits; default true.</summary>
    public bool? FormatText { get; set; }

    /// <summary>True keeps 'um' and the like.</summary>
    public bool? Disfluencies { get; set; }

    /// <summary>True transcribes each channel by itself.</summary>
    public bool? Multichannel { get; set; }

    /// <summary>Older name of <c>multichannel</c>.</summary>
    public bool? DualChannel { get; set; }

    /// <summary>True tells speakers apart.</summary>
    public bool? SpeakerLabels { get; set; }

    /// <summary>Number of speakers, 1 to 10.</summary>
    public int? SpeakersExpected { get; set; }

    /// <summary>Bounds of the number of speakers.</summary>
    public SpeakerOptions? SpeakerOptions { get; set; }

    /// <summary>True masks profanity.</summary>
    public bool? FilterProfanity { get; set; }

    /// <summary>True lists the personal data found.</summary>
    public bool? EntityDetection { get; set; }

    /// <summary>Terms that are likely to be said, in ASCII; 1000 of six words at most.</summary>
    public List<string>? WordBoost { get; set; }

    /// <summary><c>low</c>, <c>default</c> or <c>high</c>.</summary>
    public string? BoostParam { get; set; }

    /// <summary>Terms that are likely to be said; 1000 of six words at most.</summary>
    public List<string>? KeytermsPrompt { get; set; }

    /// <summary>Spellings to use.</summary>
    public List<CustomSpellingParams>? CustomSpelling { get; set; }

    /// <summary>First millisecond that is transcribed.</summary>
    public long? AudioStartFrom { get; set; }

    /// <summary>First millisecond that is not transcribed any more.</summary>
    public long? AudioEndAt { get; set; }

    /// <summary>Least share of the sound that must be speech, 0 to 1.</summary>
    public double? SpeechThreshold { get; set; }

    /// <summary>Hint for models that take instructions; echoed only.</summary>
    public string? Prompt { get; set; }

    /// <summary>How freely a model chooses words, 0 to 1; echoed only.</summary>
    public double? Temperature { get; set; }

    /// <summary><c>all</c>; echoed only.</summary>
    public string? RemoveAudioTags { get; set; }

    /// <summary>Field of knowledge, such as <c>medical-v1</c>; echoed only.</summary>
    public string? Domain { get; set; }

    /// <summary>Where the end of the job is told.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Name of a header to send along.</summary>
    public string? WebhookAuthHeaderName { get; set; }

    /// <summary>Value of that header; never echoed.</summary>
    public string? WebhookAuthHeaderValue { get; set; }

    /// <summary>True hides personal data.</summary>
    public bool? RedactPii { get; set; }

    /// <summary>True makes the redacted sound as well.</summary>
    public bool? RedactPiiAudio { get; set; }

    /// <summary><c>mp3</c> or <c>wav</c>.</summary>
    public string? RedactPiiAudioQuality { get; set; }

    /// <summary>How sound is redacted.</summary>
    public AudioOptions? RedactPiiAudioOptions { get; set; }

    /// <summary>What is hidden; left out: the 44 documented policies.</summary>
    public List<string>? RedactPiiPolicies { get; set; }

    /// <summary><c>hash</c> or <c>entity_name</c>.</summary>
    public string? RedactPiiSub { get; set; }

    /// <summary>True keeps the unredacted words as well.</summary>
    public bool? RedactPiiReturnUnredacted { get; set; }

    /// <summary>The client's own terms by label; never echoed.</summary>
    public Dictionary<string, List<string>>? RedactStaticEntities { get; set; }

    /// <summary>Bleep's own: true makes a redacted video where the recording is one.</summary>
    public bool? RedactPiiVideo { get; set; }

    /// <summary>Bleep's own: text in place of each private word, 64 characters at most; <c>{POLICY}</c> stands for the policy's name.</summary>
    public string? RedactPiiSubText { get; set; }

    /// <summary>Bleep's own: the client's regular expressions by label; never echoed.</summary>
    public Dictionary<string, List<string>>? RedactPiiCustom { get; set; }

    /// <summary>Bleep's own: terms that are never hidden; never echoed.</summary>
    public List<string>? RedactPiiAllow { get; set; }

    /// <summary>Everything else that was sent.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
