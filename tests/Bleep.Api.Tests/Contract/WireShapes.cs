using System.Text.Json;
using Bleep.Pii.Policies;

namespace Bleep.Api.Tests.Contract;

/// <summary>The shapes of all answers, as the official clients' types and the Python client's checks have them.</summary>
internal static class WireShapes
{
    private static readonly Shape s_policy = Shape.OneOf([.. PiiPolicies.All.Select(policy => policy.Name)]);

    private static readonly Shape s_word = Timed(
        ("text", Shape.FilledText), ("start", Shape.Whole), ("end", Shape.Whole), ("confidence", Shape.Share),
        ("speaker", Shape.FilledText.OrNull()), ("channel", Shape.FilledText.OrNull()));

    private static readonly Shape s_utterance = Timed(
        ("text", Shape.FilledText), ("start", Shape.Whole), ("end", Shape.Whole), ("confidence", Shape.Share),
        ("speaker", Shape.FilledText), ("channel", Shape.FilledText.OrNull()), ("words", Shape.FilledListOf(s_word)));

    private static readonly Shape s_status = Shape.OneOf("queued", "processing", "completed", "error");

    /// <summary>Everything from 400 up.</summary>
    public static Shape Error { get; } = Shape.ObjectOf(("error", Shape.FilledText), ("status?", Shape.OneOf("error")));

    public static Shape Upload { get; } = Shape.ObjectOf(("upload_url", Shape.Url));

    public static Shape RedactedAudio { get; } = Shape.ObjectOf(
        ("status", Shape.OneOf("redacted_audio_ready")), ("redacted_audio_url", Shape.Url));

    public static Shape RedactedVideo { get; } = Shape.ObjectOf(
        ("status", Shape.OneOf("redacted_video_ready")), ("redacted_video_url", Shape.Url));

    public static Shape RedactedMediaPending { get; } = Shape.ObjectOf(("status", Shape.OneOf("processing")));

    public static Shape Sentences { get; } = Shape.ObjectOf(
        ("id", Shape.Id), ("confidence", Shape.Share), ("audio_duration", Shape.Whole), ("speech_model_used", Shape.FilledText.OrNull()),
        ("sentences", Shape.ListOf(Timed(
            ("text", Shape.FilledText), ("start", Shape.Whole), ("end", Shape.Whole), ("confidence", Shape.Share),
            ("words", Shape.FilledListOf(s_word)), ("speaker", Shape.FilledText.OrNull()), ("channel", Shape.FilledText.OrNull())))));

    public static Shape Paragraphs { get; } = Shape.ObjectOf(
        ("id", Shape.Id), ("confidence", Shape.Share), ("audio_duration", Shape.Whole), ("speech_model_used", Shape.FilledText.OrNull()),
        ("paragraphs", Shape.ListOf(Timed(
            ("text", Shape.FilledText), ("start", Shape.Whole), ("end", Shape.Whole), ("confidence", Shape.Share),
            ("words", Shape.FilledListOf(s_word))))));

    public static Shape WordSearch { get; } = Shape.ObjectOf(
        ("id", Shape.Id), ("total_count", Shape.Whole),
        ("matches", Shape.ListOf(Shape.ObjectOf(
            ("text", Shape.FilledText), ("count", Shape.Whole),
            ("timestamps", Shape.ListOf(Shape.ListOf(Shape.Whole))), ("indexes", Shape.ListOf(Shape.Whole))))));

    public static Shape TranscriptList { get; } = Shape.ObjectOf(
        ("page_details", Shape.ObjectOf(
            ("limit", Shape.Whole), ("result_count", Shape.Whole), ("current_url", Shape.Url), ("prev_url", Shape.Url.OrNull()),
            ("next_url", Shape.Url.OrNull()))),
        ("transcripts", Shape.ListOf(Shape.ObjectOf(
            ("id", Shape.Id), ("resource_url", Shape.Url), ("status", s_status), ("created", Shape.Instant), ("completed", Shape.Instant.OrNull()),
            ("audio_url", Shape.Url), ("error", Shape.FilledText.OrNull())))));

    public static Shape Redactions { get; } = Shape.ObjectOf(
        ("id", Shape.Id),
        ("redactions", Shape.ListOf(Timed(
            ("policy", Shape.FilledText), ("start", Shape.Whole), ("end", Shape.Whole), ("score", Shape.Share), ("recognizer", Shape.FilledText)))));

    public static Shape RedactedText { get; } = Shape.ObjectOf(
        ("text", Shape.Text),
        ("spans", Shape.ListOf(Shape.ObjectOf(
            ("policy", Shape.FilledText), ("start", Shape.Whole), ("end", Shape.Whole), ("score", Shape.Share), ("recognizer", Shape.FilledText)))),
        ("words?", Shape.ListOf(s_word)));

    public static Shape Transcript { get; } = Shape.ObjectOf(
        ("id", Shape.Id),
        ("status", s_status),
        ("audio_url", Shape.Url),
        ("error", Shape.FilledText.OrNull()),
        ("language_model", Shape.OneOf("assemblyai_default")),
        ("acoustic_model", Shape.OneOf("assemblyai_default")),
        ("language_code", Shape.FilledText.OrNull()),
        ("language_codes", Shape.ListOf(Shape.FilledText).OrNull()),
        ("language_confidence", Shape.Share.OrNull()),
        ("language_confidence_threshold", Shape.Share.OrNull()),
        ("language_detection", Shape.Flag.OrNull()),
        ("text", Shape.Text.OrNull()),
        ("words", Shape.ListOf(s_word).OrNull()),
        ("utterances", Shape.ListOf(s_utterance).OrNull()),
        ("confidence", Shape.Share.OrNull()),
        ("audio_duration", Shape.Whole.OrNull()),
        ("audio_channels", Shape.Whole.OrNull()),
        ("entities", Shape.ListOf(Timed(("entity_type", s_policy), ("text", Shape.FilledText), ("start", Shape.Whole), ("end", Shape.Whole))).OrNull()),
        ("speech_model", Shape.OneOf("best", "nano", "slam-1", "universal").OrNull()),
        ("speech_models", Shape.ListOf(Shape.FilledText).OrNull()),
        ("speech_model_used", Shape.FilledText.OrNull()),
        ("punctuate", Shape.Flag.OrNull()),
        ("format_text", Shape.Flag.OrNull()),
        ("disfluencies", Shape.Flag.OrNull()),
        ("multichannel", Shape.Flag.OrNull()),
        ("dual_channel", Shape.Flag.OrNull()),
        ("speaker_labels", Shape.Flag.OrNull()),
        ("speakers_expected", Shape.Whole.OrNull()),
        ("speaker_options", Shape.ObjectOf(
            ("min_speakers_expected", Shape.Whole.OrNull()), ("max_speakers_expected", Shape.Whole.OrNull())).OrNull()),
        ("filter_profanity", Shape.Flag.OrNull()),
        ("entity_detection", Shape.Flag.OrNull()),
        ("word_boost", Shape.ListOf(Shape.FilledText).OrNull()),
        ("boost_param", Shape.OneOf("low", "default", "high").OrNull()),
        ("keyterms_prompt", Shape.ListOf(Shape.FilledText).OrNull()),
        ("custom_spelling", Shape.ListOf(Shape.ObjectOf(("from", Shape.FilledListOf(Shape.FilledText)), ("to", Shape.FilledText))).OrNull()),
        ("audio_start_from", Shape.Whole.OrNull()),
        ("audio_end_at", Shape.Whole.OrNull()),
        ("speech_threshold", Shape.Share.OrNull()),
        ("temperature", Shape.Share.OrNull()),
        ("remove_audio_tags", Shape.OneOf("all").OrNull()),
        ("domain", Shape.FilledText.OrNull()),
        ("prompt", Shape.Text.OrNull()),
        ("webhook_url", Shape.Url.OrNull()),
        ("webhook_auth", Shape.Flag),
        ("webhook_auth_header_name", Shape.FilledText.OrNull()),
        ("webhook_status_code", Shape.Whole.OrNull()),
        ("redact_pii", Shape.Flag),
        ("redact_pii_audio", Shape.Flag.OrNull()),
        ("redact_pii_audio_quality", Shape.OneOf("mp3", "wav").OrNull()),
        ("redact_pii_audio_options", Shape.ObjectOf(
            ("return_redacted_no_speech_audio", Shape.Flag), ("override_audio_redaction_method", Shape.OneOf("silence").OrNull())).OrNull()),
        ("redact_pii_policies", Shape.FilledListOf(s_policy).OrNull()),
        ("redact_pii_sub", Shape.OneOf("hash", "entity_name").OrNull()),
        ("redact_pii_return_unredacted", Shape.Flag.OrNull()),
        ("redact_pii_video?", Shape.Flag),
        ("redact_pii_sub_text?", Shape.FilledText),
        ("unredacted_text?", Shape.Text),
        ("unredacted_words?", Shape.ListOf(s_word)),
        ("unredacted_utterances?", Shape.ListOf(s_utterance)),
        ("summarization", Shape.Flag),
        ("auto_chapters", Shape.Flag),
        ("auto_highlights", Shape.Flag),
        ("sentiment_analysis", Shape.Flag),
        ("iab_categories", Shape.Flag),
        ("content_safety", Shape.Flag),
        ("throttled", Shape.Flag.OrNull()),
        ("metadata", Shape.ObjectOf(
            ("domain_used", Shape.FilledText.OrNull()), ("warning", Shape.FilledText.OrNull()),
            ("warnings", Shape.ListOf(Shape.ObjectOf(("message", Shape.FilledText))).OrNull())).OrNull()))
        .And(CheckTranscript);

    private static Shape Timed(params IReadOnlyCollection<(string Name, Shape Shape)> keys) => Shape.ObjectOf(keys).And((value, path, faults) =>
    {
        if (value.GetProperty("end").GetInt64() < value.GetProperty("start").GetInt64())
        {
            faults.Add($"{path} ends before it starts");
        }
    });

    private static void CheckTranscript(JsonElement value, string path, ICollection<string> faults)
    {
        Rule(!Has("error") || Is("status", "error"), "an error belongs to the status of the same name");
        Rule(!Is("status", "error") || Has("error"), "a failed transcript says why");
        // The Python client makes a configuration of the echo before it asks for redacted audio.
        Rule(!IsTrue("redact_pii_audio") || (IsTrue("redact_pii") && Has("redact_pii_policies")), "redacted audio needs the echo of its request");
        Rule(!IsTrue("redact_pii_audio") || !Has("custom_spelling"), "the list of spellings breaks a client that asks for redacted audio");
        Rule(IsTrue("redact_pii_return_unredacted") || !Has("unredacted_text"), "unredacted text nobody asked for");
        if (!Is("status", "completed") || Is("audio_url", "http://deleted_by_user"))
        {
            return;
        }
        Rule(Has("text") && Has("words") && Has("confidence") && Has("audio_duration"), "a completed transcript has text, words, confidence and duration");
        if (Has("text") && Has("words"))
        {
            string joined = string.Join(' ', value.GetProperty("words").EnumerateArray().Select(word => word.GetProperty("text").GetString()));
            Rule(joined == value.GetProperty("text").GetString(), "text and words differ");
        }
        Rule((IsTrue("speaker_labels") || IsTrue("multichannel") || IsTrue("dual_channel")) == Has("utterances"), "utterances belong to speakers or channels");
        Rule(IsTrue("redact_pii_return_unredacted") == Has("unredacted_text"), "unredacted text comes when it was asked for");

        bool Has(string name) => value.TryGetProperty(name, out var item) && item.ValueKind != JsonValueKind.Null;

        bool Is(string name, string text) => Has(name) && value.GetProperty(name).GetString() == text;

        bool IsTrue(string name) => value.TryGetProperty(name, out var item) && item.ValueKind == JsonValueKind.True;

        void Rule(bool holds, string rule)
        {
            if (!holds)
            {
                faults.Add($"{path}: {rule}");
            }
        }
    }
}
