using Bleep.Live;
using Bleep.Pii.Policies;
using Bleep.Pii.Redaction;
using Bleep.Server.Streaming.Audio;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.Streaming;

/// <summary>Reads what a client asks for when it connects. Unknown parameters say nothing; known ones with wrong values end the session.</summary>
internal static class StreamingParameterReader
{
    /// <summary>Rate of sound whose encoding says its rate itself, once it is decoded.</summary>
    public const int DecodedRateHz = 16_000;

    private const int MaxKeyterms = 100;
    private const int MaxKeytermChars = 200;
    private const int MaxSilenceMs = 60_000;
    private const int DefaultDelayMs = 3000;

    /// <summary>Reads the parameters.</summary>
    /// <param name="query">The query of the request.</param>
    /// <exception cref="StreamingException">A value breaks a rule.</exception>
    public static StreamingParameters Read(IQueryCollection query)
    {
        var values = new QueryValues(query);
        var encoding = Encoding(values.Text("encoding"));
        bool isRaw = encoding is AudioEncoding.PcmS16Le or AudioEncoding.PcmMuLaw;
        int? rate = values.Integer("sample_rate", 8000, 96_000);
        if (isRaw && rate is null)
        {
            throw new StreamingException(StreamingErrors.Input, "`sample_rate` is needed for this encoding");
        }
        var policies = Policies(values);
        return new StreamingParameters
        {
            Encoding = encoding,
            SampleRateHz = isRaw ? rate!.Value : DecodedRateHz,
            Language = values.Text("language_code") ?? (values.List("language_codes") is [var first, ..] ? first : null) ?? values.Text("language") ?? "en",
            Keyterms = Keyterms(values.List("keyterms_prompt")),
            Turns = Turns(values),
            FiltersProfanity = values.Flag("filter_profanity") ?? false,
            InactivityTimeout = values.Integer("inactivity_timeout", 5, 3600) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Policies = policies,
            Substitution = Substituted(values.Text("redact_pii_sub")),
            Partials = Partials(values.Text("include_partial_turns"), policies is not null),
            RedactedAudioDelay = AudioDelay(values, policies is not null),
            MasksWithSilence = Masking(values.Text("redacted_audio_method")),
            Mode = values.Text("mode") is "max_accuracy" or "min_latency" ? values.Text("mode")! : "balanced",
            WantsWebhook = values.Text("webhook_url") is not null,
        };
    }

    /// <summary>Checks terms that are likely to be said.</summary>
    /// <exception cref="StreamingException">There are too many, or one is too long.</exception>
    public static IReadOnlyList<string> Keyterms(IReadOnlyList<string>? terms) => terms is null ? []
        : terms.Count <= MaxKeyterms && terms.All(term => term.Length <= MaxKeytermChars) ? terms
        : throw new StreamingException(StreamingErrors.Input, $"`keyterms_prompt` may hold {MaxKeyterms} terms of {MaxKeytermChars} characters");

    private static TurnSettings Turns(QueryValues values)
    {
        var usual = new TurnSettings();
        var min = values.Integer("min_turn_silence", 0, MaxSilenceMs) ?? values.Integer("min_end_of_turn_silence_when_confident", 0, MaxSilenceMs);
        var max = values.Integer("max_turn_silence", 0, MaxSilenceMs);
        return new TurnSettings
        {
            EndConfidence = values.Number("end_of_turn_confidence_threshold", 0, 1) ?? usual.EndConfidence,
            MinSilence = min is null ? usual.MinSilence : TimeSpan.FromMilliseconds(min.Value),
            MaxSilence = max is null ? usual.MaxSilence : TimeSpan.FromMilliseconds(max.Value),
            FormatsTurns = values.Flag("format_turns") ?? false,
        };
    }

    private static AudioEncoding Encoding(string? name) => name?.ToLowerInvariant() switch
    {
        null or "pcm_s16le" => AudioEncoding.PcmS16Le,
        "pcm_mulaw" => AudioEncoding.PcmMuLaw,
        "ogg_opus" => AudioEncoding.OggOpus,
        "opus" => AudioEncoding.Opus,
        "aac" => AudioEncoding.Aac,
        _ => throw new StreamingException(StreamingErrors.Input, "`encoding` must be pcm_s16le, pcm_mulaw, opus, ogg_opus or aac"),
    };

    private static PiiPolicySet? Policies(QueryValues values)
    {
        var names = values.List("redact_pii_policies");
        if (values.Flag("redact_pii") is not true)
        {
            return null;
        }
        if (names is null)
        {
            return PiiPolicySet.Documented;
        }
        // One text with commas is how people write a list by hand.
        string[] apart = [.. names.SelectMany(name => name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        return PiiPolicySet.TryParse(apart, out var set, out _)
            ? set
            : throw new StreamingException(StreamingErrors.Input, "`redact_pii_policies` names no policy, or one that is unknown");
    }

    private static string? Substituted(string? name) => Substitution.TryParse(name, out _)
        ? name
        : throw new StreamingException(StreamingErrors.Input, "`redact_pii_sub` must be hash or entity_name");

    private static PartialTurns Partials(string? text, bool isRedacted) => text?.ToLowerInvariant() switch
    {
        null => isRedacted ? PartialTurns.None : PartialTurns.All,
        "true" or "1" => PartialTurns.All,
        "false" or "0" => PartialTurns.None,
        "redacted" => PartialTurns.Redacted,
        _ => throw new StreamingException(StreamingErrors.Input, "`include_partial_turns` must be true, false or redacted"),
    };

    private static TimeSpan? AudioDelay(QueryValues values, bool isRedacted)
    {
        int delay = values.Integer("redacted_audio_delay_ms", 0, 30_000) ?? DefaultDelayMs;
        if (values.Flag("redacted_audio") is not true)
        {
            return null;
        }
        return isRedacted
            ? TimeSpan.FromMilliseconds(delay)
            : throw new StreamingException(StreamingErrors.Input, "`redacted_audio` can only be set if `redact_pii` is true");
    }

    private static bool Masking(string? method) => method?.ToLowerInvariant() switch
    {
        null or "beep" => false,
        "silence" => true,
        _ => throw new StreamingException(StreamingErrors.Input, "`redacted_audio_method` must be beep or silence"),
    };
}
