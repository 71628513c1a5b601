using System.Collections.Concurrent;

namespace Bleep.Pii.Tagging;

/// <summary>The trained weights of each language, read from the resources on first use.</summary>
internal static class TaggerResource
{
    private static readonly ConcurrentDictionary<string, Lazy<TaggerModel?>> _models = new(StringComparer.Ordinal);

    /// <summary>The weights of a language, or null when none were trained.</summary>
    /// <param name="code">Code of the language pack.</param>
    public static TaggerModel? For(string code) => _models.GetOrAdd(code, key => new Lazy<TaggerModel?>(() => Load(key))).Value;

    private static TaggerModel? Load(string code)
    {
        using var stream = typeof(TaggerResource).Assembly.GetManifestResourceStream($"Languages/{code}/tagger.bin");
        return stream is null ? null : TaggerModel.Read(stream);
    }
}
