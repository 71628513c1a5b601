using System.Runtime.InteropServices;

namespace Bleep.Speech.PocketSphinx.Native;

/// <summary>Calls of <c>libpocketsphinx</c>, the API of 5prealpha. Strings it returns stay its own unless said otherwise.</summary>
internal static partial class PocketSphinxLibrary
{
    /// <summary>Name of the library in these bindings.</summary>
    public const string Library = "pocketsphinx";

    /// <summary>Definitions of all options; static.</summary>
    [LibraryImport(Library, EntryPoint = "ps_args")]
    public static partial nint Arguments();

    [LibraryImport(Library, EntryPoint = "ps_init")]
    public static partial DecoderHandle Create(ConfigHandle config);

    [LibraryImport(Library, EntryPoint = "ps_free")]
    public static partial int FreeDecoder(nint decoder);

    [LibraryImport(Library, EntryPoint = "ps_start_stream")]
    public static partial int StartStream(DecoderHandle decoder);

    [LibraryImport(Library, EntryPoint = "ps_start_utt")]
    public static partial int StartUtterance(DecoderHandle decoder);

    /// <summary>Decodes samples; negative on failure.</summary>
    [LibraryImport(Library, EntryPoint = "ps_process_raw")]
    public static unsafe partial int Process(DecoderHandle decoder, short* samples, nuint count, int noSearch, int isFullUtterance);

    [LibraryImport(Library, EntryPoint = "ps_end_utt")]
    public static partial int EndUtterance(DecoderHandle decoder);

    /// <summary>The segments of the best hypothesis; 0 when there is none. Must be iterated to the end or freed.</summary>
    [LibraryImport(Library, EntryPoint = "ps_seg_iter")]
    public static partial nint FirstSegment(DecoderHandle decoder);

    /// <summary>The next segment, or 0 at the end, which also frees the iterator.</summary>
    [LibraryImport(Library, EntryPoint = "ps_seg_next")]
    public static partial nint NextSegment(nint segment);

    [LibraryImport(Library, EntryPoint = "ps_seg_word")]
    public static partial nint SegmentWord(nint segment);

    /// <summary>First and last frame (inclusive) of a segment, 10 ms each, from the start of the utterance.</summary>
    [LibraryImport(Library, EntryPoint = "ps_seg_frames")]
    public static partial void SegmentFrames(nint segment, out int first, out int last);

    /// <summary>Posterior of a segment in log space; meaningful with <c>-bestpath</c>.</summary>
    [LibraryImport(Library, EntryPoint = "ps_seg_prob")]
    public static partial int SegmentPosterior(nint segment, out int acoustic, out int language, out int backoff);

    /// <summary>The decoder's log space; lives as long as the decoder.</summary>
    [LibraryImport(Library, EntryPoint = "ps_get_logmath")]
    public static partial nint LogMath(DecoderHandle decoder);

    /// <summary>Phones of a word as a string the caller frees with <see cref="SphinxBase.Free"/>, or 0 when it is not in the dictionary.</summary>
    [LibraryImport(Library, EntryPoint = "ps_lookup_word", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint LookUpWord(DecoderHandle decoder, string word);

    /// <summary>Adds a grammar under a name; negative on failure.</summary>
    [LibraryImport(Library, EntryPoint = "ps_set_jsgf_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetGrammar(DecoderHandle decoder, string name, string grammar);

    /// <summary>Makes a named search the active one; negative when there is none of this name.</summary>
    [LibraryImport(Library, EntryPoint = "ps_set_search", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetSearch(DecoderHandle decoder, string name);
}
