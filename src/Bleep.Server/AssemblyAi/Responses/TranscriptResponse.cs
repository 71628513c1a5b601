using System.Text.Json.Serialization;
using Bleep.Server.AssemblyAi.Requests;

namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>A transcript with the request echoed. Times are milliseconds but <c>audio_duration</c>, which is whole seconds.</summary>
public sealed record TranscriptResponse
{
    /// <summary>Its id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary><c>queued</c>, <c>processing</c>, <c>completed</c> or <c>error</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The recording's address as it was sent.</summary>
    public required string AudioUrl { get; init; }

    /// <summary>Why it failed; null otherwise.</summary>
    public string? Error { get; init; }

    /// <summary>Always <c>assemblyai_default</c>, which clients expect.</summary>
    public string? LanguageModel { get; init; }

    /// <summary>Always <c>assemblyai_default</c>.</summary>
    public string? AcousticModel { get; init; }

    /// <summary>Language of the words.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Languages that were asked for.</summary>
    public IReadOnlyList<string>? LanguageCodes { get; init; }

    /// <summary>Certainty of the language; null unless it was found out.</summary>
    public double? LanguageConfidence { get; init; }

    /// <summary>Least certainty that was asked for.</summary>
    public double? LanguageConfidenceThreshold { get; init; }

    /// <summary>True when the language was to be found out.</summary>
    public bool? LanguageDetection { get; init; }

    /// <summary>All words joined by blanks; null until it is done.</summary>
    public string? Text { get; init; }

    /// <summary>The words; null until it is done.</summary>
    public IReadOnlyList<WordResponse>? Words { get; init; }

    /// <summary>What each speaker or channel says in one go; null unless they are told apart.</summary>
    public IReadOnlyList<UtteranceResponse>? Utterances { get; init; }

    /// <summary>Mean of the words, 0 to 1; null until it is done.</summary>
    public double? Confidence { get; init; }

    /// <summary>Length of the recording in whole seconds, rounded up.</summary>
    public long? AudioDuration { get; init; }

    /// <summary>Number of channels; null unless they were transcribed apart.</summary>
    public int? AudioChannels { get; init; }

    /// <summary>Personal data found; null unless <c>entity_detection</c> was asked for.</summary>
    public IReadOnlyList<EntityResponse>? Entities { get; init; }

    /// <summary>As it was sent.</summary>
    public string? SpeechModel { get; init; }

    /// <summary>As it was sent.</summary>
    public IReadOnlyList<string>? SpeechModels { get; init; }

    /// <summary>Engine and model that wrote the words.</summary>
    public string? SpeechModelUsed { get; init; }

    /// <summary>Whether sentence marks were asked for.</summary>
    public bool? Punctuate { get; init; }

    /// <summary>Whether capitals and digits were asked for.</summary>
    public bool? FormatText { get; init; }

    /// <summary>Whether 'um' and the like are kept.</summary>
    public bool? Disfluencies { get; init; }

    /// <summary>Whether channels are transcribed apart.</summary>
    public bool? Multichannel { get; init; }

    /// <summary>Older name of <c>multichannel</c>.</summary>
    public bool? DualChannel { get; init; }

    /// <summary>Whether speakers are told apart.</summary>
    public bool? SpeakerLabels { get; init; }

    /// <summary>As it was sent.</summary>
    public int? SpeakersExpected { get; init; }

    /// <summary>As it was sent.</summary>
    public SpeakerOptions? SpeakerOptions { get; init; }

    /// <summary>Whether profanity is masked.</summary>
    public bool? FilterProfanity { get; init; }

    /// <summary>Whether personal data is listed.</summary>
    public bool? EntityDetection { get; init; }

    /// <summary>As it was sent.</summary>
    public IReadOnlyList<string>? WordBoost { get; init; }

    /// <summary>As it was sent.</summary>
    public string? BoostParam { get; init; }

    /// <summary>As it was sent.</summary>
    public IReadOnlyList<string>? KeytermsPrompt { get; init; }

    /// <summary>As it was sent, but null with redacted audio, where clients cannot read it.</summary>
    public IReadOnlyList<CustomSpellingParams>? CustomSpelling { get; init; }

    /// <summary>As it was sent.</summary>
    public long? AudioStartFrom { get; init; }

    /// <summary>As it was sent.</summary>
    public long? AudioEndAt { get; init; }

    /// <summary>As it was sent.</summary>
    public double? SpeechThreshold { get; init; }

    /// <summary>As it was sent.</summary>
    public string? Prompt { get; init; }

    /// <summary>As it was sent.</summary>
    public double? Temperature { get; init; }

    /// <summary>As it was sent.</summary>
    public string? RemoveAudioTags { get; init; }

    /// <summary>As it was sent.</summary>
    public string? Domain { get; init; }

    /// <summary>As it was sent.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>True when a header is sent along with webhook calls.</summary>
    public bool WebhookAuth { get; init; }

    /// <summary>Name of that header; its value is never told.</summary>
    public string? WebhookAuthHeaderName { get; init; }

    /// <summary>What the receiver answered to the transcript call last.</summary>
    public int? WebhookStatusCode { get; init; }

    /// <summary>Whether personal data is hidden.</summary>
    public bool RedactPii { get; init; }

    /// <summary>Whether the redacted sound was asked for.</summary>
    public bool? RedactPiiAudio { get; init; }

    /// <summary><c>mp3</c> or <c>wav</c>.</summary>
    public string? RedactPiiAudioQuality { get; init; }

    /// <summary>How sound is redacted.</summary>
    public AudioOptions? RedactPiiAudioOptions { get; init; }

    /// <summary>What is hidden.</summary>
    public IReadOnlyList<string>? RedactPiiPolicies { get; init; }

    /// <summary><c>hash</c> or <c>entity_name</c>.</summary>
    public string? RedactPiiSub { get; init; }

    /// <summary>Whether the unredacted words were asked for.</summary>
    public bool? RedactPiiReturnUnredacted { get; init; }

    /// <summary>Bleep's own: whether a redacted video was asked for; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RedactPiiVideo { get; init; }

    /// <summary>Bleep's own: the text in place of private words; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RedactPiiSubText { get; init; }

    /// <summary>The words as they were said; absent unless they were asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UnredactedText { get; init; }

    /// <summary>The words as they were said; absent unless they were asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WordResponse>? UnredactedWords { get; init; }

    /// <summary>The utterances as they were said; absent unless they were asked for and speakers or channels are told apart.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UtteranceResponse>? UnredactedUtterances { get; init; }

    /// <summary>Always false: no summary is made here.</summary>
    public bool Summarization { get; init; }

    /// <summary>Always false.</summary>
    public bool AutoChapters { get; init; }

    /// <summary>Always false.</summary>
    public bool AutoHighlights { get; init; }

    /// <summary>Always false.</summary>
    public bool SentimentAnalysis { get; init; }

    /// <summary>Always false.</summary>
    public bool IabCategories { get; init; }

    /// <summary>Always false.</summary>
    public bool ContentSafety { get; init; }

    /// <summary>Always false.</summary>
    public bool Throttled { get; init; }

    /// <summary>What of the request could not be honoured; null without any.</summary>
    public MetadataResponse? Metadata { get; init; }
}
