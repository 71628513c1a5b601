using Bleep.Media.Encoders;
using Bleep.Media.Masking;
using Bleep.Pii.Formatting;
using Bleep.Pii.Redaction;

namespace Bleep.Pipeline;

/// <summary>How recordings are redacted; the same for all inputs of a run.</summary>
public sealed record RedactionSettings
{
    /// <summary>What stands in place of private words; default a hash sign a letter.</summary>
    public Substitution Substitution { get; init; } = new HashSubstitution();

    /// <summary>How words are tidied.</summary>
    public FormatOptions Formatting { get; init; } = new();

    /// <summary>How sound is masked; null writes no media.</summary>
    public MaskOptions? Masking { get; init; } = MaskOptions.Default;

    /// <summary>Format of the masked media; null is mp3 for sound and the source's own container for video.</summary>
    public AudioOutputFormat? Format { get; init; }

    /// <summary>Language spoken, as a code; default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether channels are listened to each by itself; default <see cref="ChannelMode.Auto"/>.</summary>
    public ChannelMode Channels { get; init; }

    /// <summary>
    /// The only part of the recording to work on, or null for all of it. What lies outside is not listened to and masked as private.
    /// </summary>
    public RecordingWindow? Window { get; init; }

    /// <summary>
    /// True for one tag for a static term of several words, from the start of the first to the end of the last, as AssemblyAI has it;
    /// false for a tag per word. Default true; hashes always keep the words.
    /// </summary>
    public bool MergesStaticTerms { get; init; } = true;

    /// <summary>Words and phrases that are likely to be said; private.</summary>
    public IReadOnlyList<string> Keyterms { get; init; } = [];

    /// <summary>True to write the transcript unredacted as well.</summary>
    public bool KeepsUnredacted { get; init; }

    /// <summary>True to listen to the result and to publish no media when something is found or nothing is heard.</summary>
    public bool Verifies { get; init; }

    /// <summary>Wire name of the substitution.</summary>
    public string SubstitutionName => Substitution switch
    {
        HashSubstitution => "hash",
        EntityNameSubstitution => "entity_name",
        _ => "text",
    };
}
