using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.Hosting;

/// <summary>Checks what a caller asks of an engine and puts it into the host's words.</summary>
internal static class JobMessages
{
    /// <summary>Longest keyterm in characters; longer ones are phrases no one says twice.</summary>
    private const int MaxKeytermLength = 200;

    /// <summary>Makes the message.</summary>
    /// <exception cref="SpeechException">The engine does not understand the language.</exception>
    /// <exception cref="ArgumentException">There are too many keyterms, or too long ones.</exception>
    public static JobMessage Of(EngineInfo info, string language, IReadOnlyList<string> keyterms)
    {
        if (!info.Understands(language))
        {
            throw UnsupportedLanguage(info);
        }
        if (keyterms.Count > RecognitionOptions.MaxKeyterms || keyterms.Any(term => term.Length > MaxKeytermLength))
        {
            throw new ArgumentException(
                $"at most {RecognitionOptions.MaxKeyterms} keyterms of {MaxKeytermLength} characters each", nameof(keyterms));
        }
        return new JobMessage(language, keyterms);
    }

    /// <summary>The error for a language an engine does not understand. The language's name is the caller's text and stays out.</summary>
    public static SpeechException UnsupportedLanguage(EngineInfo info) => new(
        SpeechErrorKind.UnsupportedLanguage,
        $"engine {info.Name} with model {info.Model} does not understand this language; it understands: {string.Join(", ", info.Languages)}");
}
