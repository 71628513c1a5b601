using System.Runtime.InteropServices;

namespace Bleep.Synthesis.Audio.Flite;

/// <summary>The functions of the flite library (2.x) that are needed to speak a text and to read its word times.</summary>
internal static partial class FliteNative
{
    private const string Library = "libflite.so.1";

    [LibraryImport(Library, EntryPoint = "flite_init")]
    public static partial int Initialize();

    [LibraryImport(Library, EntryPoint = "flite_synth_text", StringMarshalling = StringMarshalling.Utf8)]
    public static partial FliteUtterance Synthesize(string text, nint voice);

    [LibraryImport(Library, EntryPoint = "delete_utterance")]
    public static partial int DeleteUtterance(nint utterance);

    [LibraryImport(Library, EntryPoint = "utt_wave")]
    public static partial nint Wave(FliteUtterance utterance);

    [LibraryImport(Library, EntryPoint = "utt_relation", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Relation(FliteUtterance utterance, string name);

    [LibraryImport(Library, EntryPoint = "relation_head")]
    public static partial nint Head(nint relation);

    [LibraryImport(Library, EntryPoint = "item_next")]
    public static partial nint Next(nint item);

    [LibraryImport(Library, EntryPoint = "item_daughter")]
    public static partial nint FirstDaughter(nint item);

    [LibraryImport(Library, EntryPoint = "flite_ffeature_float", StringMarshalling = StringMarshalling.Utf8)]
    public static partial float Feature(nint item, string path);

    // The library keeps the name's address, so it must stay allocated.
    [LibraryImport(Library, EntryPoint = "flite_feat_set_float")]
    public static partial void SetFeature(nint features, nint name, float value);
}
