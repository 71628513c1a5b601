using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Bleep.Pii.Languages;

/// <summary>
/// What is known of one language: word classes, lexicons and cues, read once from the resources in
/// <c>Languages/&lt;code&gt;/</c> and shared by all detectors.
/// </summary>
internal sealed class LanguagePack
{
    private static readonly ConcurrentDictionary<string, Lazy<LanguagePack>> _packs = new(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>?[] _sets = new FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>?[Enum.GetValues<WordSet>().Length];

    internal LanguagePack(string code, Vocabulary words, PhraseTrie phrases, IReadOnlyList<Cue> cues, IReadOnlyDictionary<WordSet, string[]> sets)
    {
        foreach (var (set, members) in sets)
        {
            _sets[(int)set] = members.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        }
        Code = code;
        Words = words;
        Phrases = phrases;
        Cues = cues;
    }

    /// <summary>The language code, without a region.</summary>
    public string Code { get; }

    /// <summary>All known words.</summary>
    public Vocabulary Words { get; }

    /// <summary>All lexicon and cue phrases.</summary>
    public PhraseTrie Phrases { get; }

    /// <summary>The cues, by <see cref="PhraseEntry.Data"/>.</summary>
    public IReadOnlyList<Cue> Cues { get; }

    /// <summary>True when a word belongs to a set, whatever its case; false when the language has no such set.</summary>
    public bool Has(WordSet set, ReadOnlySpan<char> word) => _sets[(int)set] is { } members && members.Contains(word);

    /// <summary>The pack of a language; the English one where the language has none of its own.</summary>
    /// <param name="language">A language code with or without region (<c>en</c>, <c>en_us</c>, <c>de-CH</c>).</param>
    public static LanguagePack For(string language)
    {
        string code = language.Split('-', '_')[0].ToLowerInvariant();
        code = LanguagePackLoader.Exists(code) ? code : "en";
        return _packs.GetOrAdd(code, key => new Lazy<LanguagePack>(() => LanguagePackLoader.Load(key))).Value;
    }
}
