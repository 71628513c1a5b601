using System.Text.Json.Nodes;

namespace Bleep.Api.Tests.Robustness;

/// <summary>Right requests that use every field.</summary>
internal static class ValidRequests
{
    /// <summary>Bodies of <c>POST /v2/transcript</c>.</summary>
    public static IReadOnlyList<JsonObject> Transcripts { get; } =
    [
        Parse("""
            {"redact_pii":true,"redact_pii_audio":true,"redact_pii_audio_quality":"wav","redact_pii_policies":["person_name","phone_number"],
             "redact_pii_sub":"entity_name","redact_pii_return_unredacted":true,
             "redact_pii_audio_options":{"override_audio_redaction_method":"silence","return_redacted_no_speech_audio":true},
             "redact_static_entities":{"PROJECT":["Bearclaw","Blue Moon"]},"redact_pii_custom":{"TICKET":["tck-[0-9]+"]},"redact_pii_allow":["Paris"],
             "redact_pii_video":true,"redact_pii_sub_text":"<{POLICY}>"}
            """),
        Parse("""
            {"language_code":"en_us","language_codes":["en"],"punctuate":true,"format_text":false,"disfluencies":true,"multichannel":true,
             "speaker_labels":true,"speaker_options":{"min_speakers_expected":1,"max_speakers_expected":3},"filter_profanity":true,
             "entity_detection":true,"word_boost":["alpha","beta gamma"],"boost_param":"high","keyterms_prompt":["delta"],
             "custom_spelling":[{"from":["sequel"],"to":"SQL"},{"from":"cee","to":"C"}],"audio_start_from":100,"audio_end_at":90000,
             "speech_threshold":0.25,"webhook_url":"http://127.0.0.1:1/hook?a=1","webhook_auth_header_name":"X-Key","webhook_auth_header_value":"v"}
            """),
        Parse("""
            {"speech_model":"best","speech_models":["universal-3-pro","universal-2"],"language_detection":true,"language_confidence_threshold":0.5,
             "language_detection_options":{"expected_languages":["en","de"],"fallback_language":"en"},"dual_channel":true,"speakers_expected":2,
             "summarization":true,"summary_model":"informative","auto_chapters":false,"topics":["a"],"speech_understanding":{"request":{"x":[1,{"y":null}]}}}
            """),
    ];

    /// <summary>Bodies of <c>POST /v2/redact-text</c>.</summary>
    public static IReadOnlyList<JsonObject> Texts { get; } =
    [
        Parse("""
            {"text":"my name is john smith and my number is 610-265-1714","language_code":"en","redact_pii_policies":["person_name"],
             "redact_pii_sub":"hash","redact_pii_sub_text":"x","redact_static_entities":{"PROJECT":["bearclaw"]},
             "redact_pii_custom":{"TICKET":["tck-[0-9]+"]},"redact_pii_allow":["smith"]}
            """),
        Parse("""
            {"words":[{"text":"call","start":0,"end":200,"confidence":0.5,"speaker":"A"},{"text":"john","start":250,"end":400,"confidence":1,"speaker":"A"},
                      {"text":"smith"}],"redact_pii_sub":"entity_name"}
            """),
    ];

    private static JsonObject Parse(string json)
    {
        var body = (JsonObject)JsonNode.Parse(json)!;
        if (body["text"] is null && body["words"] is null)
        {
            body["audio_url"] = RobustServer.Nowhere;
        }
        return body;
    }
}
