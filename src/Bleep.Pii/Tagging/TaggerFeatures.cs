using Bleep.Pii.Tokens;

namespace Bleep.Pii.Tagging;

/// <summary>
/// The features of one token: hashes of its word, class and shape, of those of its neighbours, and of the ends of rare words.
/// </summary>
internal static class TaggerFeatures
{
    /// <summary>No token has more features.</summary>
    public const int Max = 32;

    /// <summary>Writes the features of a token.</summary>
    /// <param name="stream">The document.</param>
    /// <param name="tokens">Tokens read by <see cref="TaggerInput.Read"/>.</param>
    /// <param name="at">Index into <paramref name="tokens"/>, at least <see cref="TaggerInput.Border"/> from both ends.</param>
    /// <param name="features">Takes up to <see cref="Max"/> hashes.</param>
    /// <returns>The number of features.</returns>
    public static int Extract(TokenStream stream, ReadOnlySpan<TaggerToken> tokens, int at, Span<uint> features)
    {
        ref readonly var before2 = ref tokens[at - 2];
        ref readonly var before = ref tokens[at - 1];
        ref readonly var own = ref tokens[at];
        ref readonly var after = ref tokens[at + 1];
        ref readonly var after2 = ref tokens[at + 2];
        uint look = own.Coarse << 8 | own.Shape;
        uint lookBefore = before.Coarse << 8 | before.Shape;
        uint lookAfter = after.Coarse << 8 | after.Shape;
        var sink = new Sink(features);
        sink.Add(1, own.Word);
        sink.Add(2, own.Word, own.Shape);
        sink.Add(3, before.Word);
        sink.Add(4, after.Word);
        sink.Add(5, before2.Word);
        sink.Add(6, after2.Word);
        sink.Add(7, before.Word, own.Word);
        sink.Add(8, own.Word, after.Word);
        sink.Add(9, before2.Word, before.Word);
        sink.Add(10, after.Word, after2.Word);
        sink.Add(11, own.Kind, own.Shape);
        sink.Add(12, before.Kind, before.Shape);
        sink.Add(13, after.Kind, after.Shape);
        sink.Add(14, before.Kind, own.Kind);
        sink.Add(15, own.Kind, after.Kind);
        sink.Add(16, look << 16 | lookBefore, lookAfter);
        sink.Add(17, before.Word, look);
        sink.Add(18, after.Word, look);
        sink.Add(19, before2.Coarse << 8 | before.Coarse << 4 | own.Coarse, own.Shape);
        sink.Add(20, own.Coarse << 8 | after.Coarse << 4 | after2.Coarse, own.Shape);
        sink.Add(21, FeatureHash.Mix(before2.Word, before.Word), look);
        sink.Add(22, before.Word, FeatureHash.Mix(after.Word, own.Coarse));
        if (own.IsRare)
        {
            AddEnds(stream.Text(own.Index), own.Shape & 7, ref sink);
        }
        return sink.Count;
    }

    private static void AddEnds(ReadOnlySpan<char> text, uint shape, ref Sink sink)
    {
        sink.Add(23, (uint)Math.Min(text.Length, 12), shape);
        for (int length = 2; length <= 4 && length < text.Length; length++)
        {
            sink.Add(24 + (uint)length, FeatureHash.Word(text[..length]));
            sink.Add(28 + (uint)length, FeatureHash.Word(text[^length..]));
        }
    }

    private ref struct Sink(Span<uint> features)
    {
        private readonly Span<uint> _features = features;

        public int Count;

        public void Add(uint template, uint value) => _features[Count++] = FeatureHash.Mix(template * 0x632BE5ABu, value);

        public void Add(uint template, uint first, uint second) => Add(template, FeatureHash.Mix(first, second));
    }
}
