using System.Runtime.Versioning;
using System.Text;
using Bleep.Speech.Native;

namespace Bleep.Speech.PocketSphinx;

/// <summary>A decoder that knows digits alone and hears digits in whatever it is given.</summary>
[SupportedOSPlatform("linux")]
internal sealed class DigitDecoder : IDisposable
{
    private const string SearchName = "digits";

    private readonly SphinxDecoder _decoder;

    private DigitDecoder(SphinxDecoder decoder) => _decoder = decoder;

    /// <summary>Makes the decoder.</summary>
    /// <param name="model">The model whose sounds it uses.</param>
    /// <param name="pronounce">The general dictionary: phones of a word, or null.</param>
    public static DigitDecoder Create(PocketSphinxModel model, Func<string, string?> pronounce)
    {
        var dictionary = new StringBuilder();
        foreach (var word in DigitWords.Digits.Concat(DigitWords.Repeaters))
        {
            SphinxDictionary.Append(word, pronounce, dictionary);
        }
        using var file = new MemoryFile(dictionary.ToString());
        var options = model.AcousticOptions();
        options["dict"] = file.Path;
        // Against digits heard twice in a long vowel; at 1e-6 digits begin to be missed.
        options["wip"] = "1e-3";
        var decoder = SphinxDecoder.Create(options);
        var digits = string.Join(" | ", DigitWords.Digits);
        var repeaters = string.Join(" | ", DigitWords.Repeaters);
        decoder.AddGrammar(
            SearchName, $"#JSGF V1.0; grammar {SearchName}; <digit> = {digits}; public <digits> = ( <digit> | ( {repeaters} ) <digit> )+;");
        decoder.UseSearch(SearchName);
        return new DigitDecoder(decoder);
    }

    /// <summary>Hears digits in a stretch of speech.</summary>
    /// <param name="samples">The stretch.</param>
    public List<SphinxSegment> Decode(ReadOnlySpan<short> samples) => _decoder.Decode(samples);

    /// <inheritdoc/>
    public void Dispose() => _decoder.Dispose();
}
