using System.Text.Json;
using System.Text.RegularExpressions;
using Bleep.Server.Jobs;
using Bleep.Speech;

namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>From the body of <c>POST /v2/transcript</c> to the work to do and what is echoed.</summary>
/// <param name="uploads">Tells uploads from other addresses.</param>
/// <param name="engine">What recognises speech, for what it can and cannot do.</param>
internal sealed partial class TranscriptRequestParser(UploadUrls uploads, EngineInfo engine)
{
    private const int MaxUrlLength = 8192;
    private const int MaxKeyterms = 1000;
    private const int MaxKeytermWords = 6;
    private const int MaxSpellings = 1000;
    private const int MaxSpeakers = 10;

    /// <summary>Checks every field. The fields are changed to what is echoed: defaults filled in, private ones taken out.</summary>
    /// <param name="fields">The body.</param>
    /// <returns>What is stored.</returns>
    /// <exception cref="RequestException">A field breaks a rule.</exception>
    public StoredRequest Parse(TranscriptParams fields)
    {
        var source = Source(fields.AudioUrl);
        var warnings = new List<string>();
        CheckSpeakers(fields);
        string language = Language(fields);
        var keyterms = Keyterms(fields, warnings);
        var spellings = Spellings(fields.CustomSpelling);
        CheckWindow(fields.AudioStartFrom, fields.AudioEndAt);
        double confidenceThreshold = Share(fields.LanguageConfidenceThreshold, "language_confidence_threshold");
        double speechThreshold = Share(fields.SpeechThreshold, "speech_threshold");
        Share(fields.Temperature, "temperature");
        CheckModels(fields);
        var redaction = RedactionFields.Read(fields);
        var webhook = WebhookFields.Read(fields);
        bool isMultichannel = fields.Multichannel is true || fields.DualChannel is true;
        if (fields.LanguageDetection is true && !engine.Can(EngineCapabilities.LanguageDetection))
        {
            warnings.Add("language_detection: the speech engine cannot tell languages; its default language is taken");
        }
        if (fields.SpeakerLabels is true && !isMultichannel && !engine.Can(EngineCapabilities.Diarization))
        {
            warnings.Add("speaker_labels: the speech engine cannot tell the speakers of one channel apart; all words are of speaker A");
        }
        IgnoredFields.AddWarnings(fields, warnings);
        // Clients know no other value.
        fields.RemoveAudioTags = fields.RemoveAudioTags is "all" ? "all" : null;
        var work = new JobRequest
        {
            Source = source,
            Language = language,
            DetectsLanguage = fields.LanguageDetection is true,
            LanguageConfidenceThreshold = confidenceThreshold,
            StartMs = fields.AudioStartFrom,
            EndMs = fields.AudioEndAt,
            IsMultichannel = isMultichannel,
            LabelsSpeakers = fields.SpeakerLabels is true,
            Punctuate = fields.Punctuate ?? true,
            FormatText = fields.FormatText ?? true,
            KeepsDisfluencies = fields.Disfluencies is true,
            FiltersProfanity = fields.FilterProfanity is true,
            Spellings = spellings,
            Keyterms = keyterms,
            SpeechThreshold = speechThreshold,
            DetectsEntities = fields.EntityDetection is true,
            Redaction = redaction,
            Warnings = warnings,
        };
        return new StoredRequest { Work = work, Webhook = webhook, Echo = EchoOf(fields) };
    }

    /// <summary>The upload that an address names; null for any other address.</summary>
    /// <param name="audioUrl">The address.</param>
    public Guid? UploadOf(string audioUrl) => uploads.TryParse(audioUrl, out var id) ? id : null;

    private static JsonElement EchoOf(TranscriptParams fields)
    {
        fields.WebhookAuthHeaderValue = null;
        fields.RedactStaticEntities = null;
        fields.RedactPiiCustom = null;
        fields.RedactPiiAllow = null;
        fields.Others = null;
        return JsonSerializer.SerializeToElement(fields, AssemblyAiJson.Default.TranscriptParams);
    }

    private AudioSource Source(string? url)
    {
        if (string.IsNullOrEmpty(url))
        {
            throw new RequestException("`audio_url` is required");
        }
        if (UploadOf(url) is { } upload)
        {
            return AudioSource.Upload(upload);
        }
        return WebUrl.IsValid(url, MaxUrlLength)
            ? AudioSource.At(url)
            : throw new RequestException("`audio_url` must be an http or https URL, or the upload_url of an upload");
    }

    private string Language(TranscriptParams fields)
    {
        string? named = fields.LanguageCode ?? fields.LanguageCodes?.FirstOrDefault();
        string code = named is null || fields.LanguageDetection is true ? DefaultLanguage() : named;
        if (named is not null && !LanguageCode().IsMatch(named))
        {
            throw new RequestException("`language_code` must be a language code such as `en` or `en_us`");
        }
        // Upstream echoes plain English as American.
        fields.LanguageCode = named is null or "en" ? (code == "en" ? "en_us" : code) : named;
        if (!engine.Understands(code))
        {
            string models = fields.SpeechModels is { Count: > 0 } wanted ? string.Join(", ", wanted) : engine.Name;
            throw new RequestException($"The following models are not available in this language: {models}");
        }
        return code;
    }

    private string DefaultLanguage() => engine.Understands("en") ? "en" : engine.Languages[0];

    private List<string> Keyterms(TranscriptParams fields, List<string> warnings)
    {
        CheckTerms(fields.WordBoost, "word_boost");
        CheckTerms(fields.KeytermsPrompt, "keyterms_prompt");
        if (fields.WordBoost?.Any(term => !term.All(char.IsAscii)) is true)
        {
            throw new RequestException("`word_boost` may hold ASCII characters only");
        }
        if (fields.BoostParam is not (null or "low" or "default" or "high"))
        {
            throw new RequestException("`boost_param` must be `low`, `default` or `high`");
        }
        List<string> terms = [.. (fields.WordBoost ?? []).Concat(fields.KeytermsPrompt ?? []).Take(MaxKeyterms)];
        if (terms.Count > 0 && !engine.Can(EngineCapabilities.Keyterms))
        {
            warnings.Add($"{(fields.KeytermsPrompt is null ? "word_boost" : "keyterms_prompt")}: the speech engine takes no hints; ignored");
        }
        return terms;
    }

    private static void CheckTerms(List<string>? terms, string field)
    {
        if (terms is null)
        {
            return;
        }
        if (terms.Count > MaxKeyterms || terms.Any(term => string.IsNullOrWhiteSpace(term) || term.Split(' ').Length > MaxKeytermWords))
        {
            throw new RequestException($"`{field}` may hold {MaxKeyterms} terms of at most {MaxKeytermWords} words each, none of them empty");
        }
    }

    private static List<SpellingRule> Spellings(List<CustomSpellingParams>? spellings)
    {
        if (spellings is null)
        {
            return [];
        }
        bool isBroken = spellings.Count > MaxSpellings || spellings.Any(spelling =>
            spelling?.From is not { Count: > 0 } || string.IsNullOrWhiteSpace(spelling.To) || spelling.From.Any(string.IsNullOrWhiteSpace));
        return isBroken
            ? throw new RequestException($"`custom_spelling` must hold at most {MaxSpellings} entries with `from` and `to`, none of them empty")
            : [.. spellings.Select(spelling => new SpellingRule(spelling.From!, spelling.To!))];
    }

    private static void CheckWindow(long? start, long? end)
    {
        if (start is < 0 || end is < 0)
        {
            throw new RequestException("`audio_start_from` and `audio_end_at` must not be negative");
        }
        if (end is not null && (start ?? 0) >= end)
        {
            throw new RequestException("`audio_start_from` must be before `audio_end_at`");
        }
    }

    private static void CheckSpeakers(TranscriptParams fields)
    {
        if (fields.SpeakersExpected is not null && fields.SpeakerOptions is not null)
        {
            throw new RequestException("Both speaker_options and speakers_expected can not be used in the same request.");
        }
        if (fields.SpeakersExpected is < 1 or > MaxSpeakers)
        {
            throw new RequestException($"`speakers_expected` must be 1 to {MaxSpeakers}");
        }
        if (fields.SpeakerOptions is { } options
            && (options.MinSpeakersExpected is < 1 || options.MaxSpeakersExpected is < 1 || options.MaxSpeakersExpected < options.MinSpeakersExpected))
        {
            throw new RequestException("`speaker_options` must hold numbers of at least 1, `max_speakers_expected` not below `min_speakers_expected`");
        }
    }

    private static void CheckModels(TranscriptParams fields)
    {
        if (fields.SpeechModels?.Any(string.IsNullOrEmpty) is true)
        {
            throw new RequestException("`speech_models` must be a list of names");
        }
        // Clients refuse other values in an answer, so what upstream does not know is taken but not echoed.
        if (fields.SpeechModel is not ("best" or "nano" or "slam-1" or "universal"))
        {
            fields.SpeechModel = null;
        }
    }

    private static double Share(double? value, string field) => value switch
    {
        null => 0,
        >= 0 and <= 1 => value.Value,
        _ => throw new RequestException($"`{field}` must be 0 to 1"),
    };

    [GeneratedRegex("^[a-zA-Z]{2,3}([_-][a-zA-Z0-9]{2,8}){0,2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LanguageCode();
}
