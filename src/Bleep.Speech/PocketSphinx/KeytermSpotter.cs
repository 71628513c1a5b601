using System.Runtime.Versioning;
using System.Text;
using Bleep.Speech.Native;

namespace Bleep.Speech.PocketSphinx;

/// <summary>
/// A decoder that listens for a job's terms alone. It has a dictionary of its own, so that nothing of one job's terms is left behind
/// for the next; dictionary and list are files in memory.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class KeytermSpotter : IDisposable
{
    // Lower finds more, and more that was not said; the overlay sorts that out.
    private const string Threshold = "1e-20";

    private readonly SphinxDecoder? _decoder;
    private readonly Dictionary<string, Keyterm> _terms = [];

    private KeytermSpotter(SphinxDecoder? decoder) => _decoder = decoder;

    /// <summary>What could not be honoured.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>Makes a spotter.</summary>
    /// <param name="model">The model whose sounds it uses.</param>
    /// <param name="terms">The terms as the user wrote them.</param>
    /// <param name="pronounce">The general dictionary: phones of a word, or null.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    public static async Task<KeytermSpotter> CreateAsync(
        PocketSphinxModel model, IReadOnlyList<string> terms, Func<string, string?> pronounce, CancellationToken cancellationToken)
    {
        var dictionary = new StringBuilder();
        var known = new Dictionary<string, bool>();
        var sayable = new Dictionary<string, Keyterm>();
        int skipped = 0;
        foreach (var text in terms)
        {
            var term = Keyterm.Parse(text);
            if (term is not null && await AddWordsAsync(term, pronounce, dictionary, known, cancellationToken))
            {
                sayable[term.Phrase] = term;
            }
            else
            {
                skipped++;
            }
        }
        IReadOnlyList<string> warnings = skipped == 0
            ? []
            : [$"{skipped} of {terms.Count} keyterms are ignored: their sound is not known (install flite, or spell them as they are said)"];
        if (sayable.Count == 0)
        {
            return new KeytermSpotter(null) { Warnings = warnings };
        }
        using var dictionaryFile = new MemoryFile(dictionary.ToString());
        using var list = new MemoryFile(string.Concat(sayable.Keys.Select(phrase => $"{phrase} /{Threshold}/\n")));
        var options = model.AcousticOptions();
        options["dict"] = dictionaryFile.Path;
        options["kws"] = list.Path;
        var spotter = new KeytermSpotter(SphinxDecoder.Create(options)) { Warnings = warnings };
        foreach (var (phrase, term) in sayable)
        {
            spotter._terms.Add(phrase, term);
        }
        return spotter;
    }

    /// <summary>Listens to a piece.</summary>
    public List<KeytermHit> Listen(ReadOnlySpan<short> samples)
    {
        if (_decoder is null)
        {
            return [];
        }
        var hits = new List<KeytermHit>();
        foreach (var segment in _decoder.Decode(samples))
        {
            // The engine gives back the line of the list, with the blank before the threshold.
            if (_terms.TryGetValue(segment.Word.TrimEnd(), out var term))
            {
                hits.Add(new KeytermHit(term, segment.StartFrame * 10, segment.EndFrame * 10, segment.Posterior));
            }
        }
        return hits;
    }

    /// <inheritdoc/>
    public void Dispose() => _decoder?.Dispose();

    private static async Task<bool> AddWordsAsync(
        Keyterm term, Func<string, string?> pronounce, StringBuilder dictionary, Dictionary<string, bool> known, CancellationToken cancellationToken)
    {
        foreach (var word in term.Words)
        {
            if (!known.TryGetValue(word, out bool isKnown))
            {
                isKnown = SphinxDictionary.Append(word, pronounce, dictionary);
                if (!isKnown && await LetterToSound.PronounceAsync(word, cancellationToken) is { } phones)
                {
                    dictionary.Append(word).Append(' ').Append(phones).Append('\n');
                    isKnown = true;
                }
                known[word] = isKnown;
            }
            if (!isKnown)
            {
                return false;
            }
        }
        return true;
    }
}
