using System.Text.Json;
using Bleep.Server.AssemblyAi.Requests;
using Bleep.Server.AssemblyAi.Responses;
using Bleep.Server.Jobs;

namespace Bleep.Server.AssemblyAi;

/// <summary>From a row and a result to what a client reads.</summary>
internal static class TranscriptResponseBuilder
{
    private const string DefaultModel = "assemblyai_default";

    /// <summary>The request as it is echoed; empty once it is deleted.</summary>
    /// <param name="record">The row.</param>
    public static TranscriptParams EchoOf(TranscriptRecord record) => record.Request is { } request
        ? request.Echo.Deserialize(AssemblyAiJson.Default.TranscriptParams)!
        : new TranscriptParams { AudioUrl = DeletedTranscript.Url };

    /// <summary>The transcript.</summary>
    /// <param name="record">Its row.</param>
    /// <param name="result">Its result; null until it is completed and once it is deleted.</param>
    public static TranscriptResponse Build(TranscriptRecord record, JobResult? result)
    {
        if (record.IsDeleted)
        {
            return Wiped(record);
        }
        var echo = EchoOf(record);
        bool isMultichannel = echo.Multichannel is true || echo.DualChannel is true;
        var words = result is null ? null : ResultWords.Of(result.Turns);
        bool hasUtterances = result is not null && (isMultichannel || echo.SpeakerLabels is true);
        var unredacted = result?.UnredactedTurns;
        return new TranscriptResponse
        {
            Id = record.Id.ToString(),
            Status = NameOf(record.Status),
            AudioUrl = echo.AudioUrl!,
            Error = record.Failure is { } failure ? JobErrorText.Of(failure, echo.AudioUrl!) : null,
            LanguageModel = DefaultModel,
            AcousticModel = DefaultModel,
            LanguageCode = echo.LanguageCode,
            LanguageCodes = echo.LanguageCodes,
            LanguageConfidence = result?.LanguageConfidence,
            LanguageConfidenceThreshold = echo.LanguageConfidenceThreshold,
            LanguageDetection = echo.LanguageDetection ?? false,
            Text = words is null ? null : ResultWords.TextOf(words),
            Words = words,
            Utterances = hasUtterances ? ResultWords.UtterancesOf(result!.Turns) : null,
            Confidence = words is null ? null : ResultWords.MeanOf(words),
            AudioDuration = result is null ? null : SecondsOf(result),
            AudioChannels = result is not null && isMultichannel ? result.ChannelCount : null,
            Entities = result?.Entities is { } entities
                ? [.. entities.Select(entity => new EntityResponse(entity.Policy, entity.Text, entity.StartMs, entity.EndMs))]
                : null,
            SpeechModel = echo.SpeechModel,
            SpeechModels = echo.SpeechModels,
            SpeechModelUsed = result?.SpeechModel,
            Punctuate = echo.Punctuate ?? true,
            FormatText = echo.FormatText ?? true,
            Disfluencies = echo.Disfluencies ?? false,
            Multichannel = isMultichannel,
            DualChannel = echo.DualChannel,
            SpeakerLabels = echo.SpeakerLabels ?? false,
            SpeakersExpected = echo.SpeakersExpected,
            SpeakerOptions = echo.SpeakerOptions,
            FilterProfanity = echo.FilterProfanity ?? false,
            EntityDetection = echo.EntityDetection ?? false,
            WordBoost = echo.WordBoost,
            BoostParam = echo.BoostParam,
            KeytermsPrompt = echo.KeytermsPrompt,
            CustomSpelling = echo.RedactPiiAudio is true ? null : echo.CustomSpelling,
            AudioStartFrom = echo.AudioStartFrom,
            AudioEndAt = echo.AudioEndAt,
            SpeechThreshold = echo.SpeechThreshold,
            Prompt = echo.Prompt,
            Temperature = echo.Temperature,
            RemoveAudioTags = echo.RemoveAudioTags,
            Domain = echo.Domain,
            WebhookUrl = echo.WebhookUrl,
            WebhookAuth = echo.WebhookAuthHeaderName is not null,
            WebhookAuthHeaderName = echo.WebhookAuthHeaderName,
            WebhookStatusCode = record.WebhookStatus,
            RedactPii = echo.RedactPii ?? false,
            RedactPiiAudio = echo.RedactPiiAudio ?? false,
            RedactPiiAudioQuality = echo.RedactPiiAudioQuality ?? (echo.RedactPiiAudio is true ? "mp3" : null),
            RedactPiiAudioOptions = AudioOptionsOf(echo.RedactPiiAudioOptions),
            RedactPiiPolicies = echo.RedactPiiPolicies,
            RedactPiiSub = echo.RedactPiiSub,
            RedactPiiReturnUnredacted = echo.RedactPiiReturnUnredacted ?? false,
            RedactPiiVideo = echo.RedactPiiVideo,
            RedactPiiSubText = echo.RedactPiiSubText,
            UnredactedText = unredacted is null ? null : ResultWords.TextOf(ResultWords.Of(unredacted)),
            UnredactedWords = unredacted is null ? null : ResultWords.Of(unredacted),
            UnredactedUtterances = unredacted is null || !hasUtterances ? null : ResultWords.UtterancesOf(unredacted),
            Metadata = MetadataOf(result?.Warnings ?? record.Request?.Work?.Warnings),
        };
    }

    /// <summary>The status as it is written.</summary>
    /// <param name="status">The status.</param>
    public static string NameOf(TranscriptStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>Length of the recording in whole seconds, rounded up.</summary>
    /// <param name="result">The result.</param>
    public static long SecondsOf(JobResult result) => (result.DurationMs + 999) / 1000;

    private static TranscriptResponse Wiped(TranscriptRecord record) => new()
    {
        Id = record.Id.ToString(),
        Status = NameOf(record.Status),
        AudioUrl = DeletedTranscript.Url,
        WebhookUrl = DeletedTranscript.Url,
        Text = DeletedTranscript.Text,
        Error = record.Failure is { } failure ? JobErrorText.Of(failure, DeletedTranscript.Url) : null,
        LanguageModel = DefaultModel,
        AcousticModel = DefaultModel,
    };

    // Clients know no other method by name; no method at all is the tone.
    private static AudioOptions? AudioOptionsOf(AudioOptions? options) => options is null ? null : new AudioOptions
    {
        ReturnRedactedNoSpeechAudio = options.ReturnRedactedNoSpeechAudio ?? false,
        OverrideAudioRedactionMethod = options.OverrideAudioRedactionMethod == "silence" ? "silence" : null,
    };

    private static MetadataResponse? MetadataOf(IReadOnlyList<string>? warnings) => warnings is { Count: > 0 }
        ? new MetadataResponse(null, warnings[0], [.. warnings.Select(warning => new WarningResponse(warning))])
        : null;
}
