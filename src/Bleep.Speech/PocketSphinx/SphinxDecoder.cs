using System.Runtime.InteropServices;
using Bleep.Speech.Native;
using Bleep.Speech.PocketSphinx.Native;

namespace Bleep.Speech.PocketSphinx;

/// <summary>One native decoder: samples in, segments out. Not safe for concurrent use.</summary>
internal sealed class SphinxDecoder : IDisposable
{
    private readonly DecoderHandle _handle;

    private SphinxDecoder(DecoderHandle handle) => _handle = handle;

    /// <summary>Loads the native libraries.</summary>
    /// <exception cref="SpeechException">They are not installed.</exception>
    public static void LoadLibraries()
    {
        // Version 3 is the API of 5prealpha; later ones differ.
        bool isThere = NativeLibraries.TryLoad(SphinxBase.Library, ["libsphinxbase.so.3", "libsphinxbase.3.dylib"])
            && NativeLibraries.TryLoad(PocketSphinxLibrary.Library, ["libpocketsphinx.so.3", "libpocketsphinx.3.dylib"]);
        if (!isThere)
        {
            throw new SpeechException(
                SpeechErrorKind.EngineMissing, "the PocketSphinx library is not installed; on Debian or Ubuntu: apt-get install libpocketsphinx3");
        }
        // It logs what it hears.
        SphinxBase.SetLogFile(0);
    }

    /// <summary>Makes a decoder.</summary>
    /// <param name="options">Options by name without the dash.</param>
    /// <exception cref="SpeechException">The engine refuses the options or the model.</exception>
    public static SphinxDecoder Create(IReadOnlyDictionary<string, string> options)
    {
        using var config = Parse(options);
        var handle = config.IsInvalid ? null : PocketSphinxLibrary.Create(config);
        if (handle is null || handle.IsInvalid)
        {
            handle?.Dispose();
            throw new SpeechException(SpeechErrorKind.ModelBroken, "PocketSphinx refuses its model; install the package pocketsphinx-en-us again");
        }
        return new SphinxDecoder(handle);
    }

    /// <summary>Decodes samples as one utterance, with all of it known beforehand.</summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <returns>Its segments, fillers included, in the order of time.</returns>
    public List<SphinxSegment> Decode(ReadOnlySpan<short> samples)
    {
        // A stream start makes the frames count from zero and forgets what the channel sounded like before.
        Check(PocketSphinxLibrary.StartStream(_handle));
        Check(PocketSphinxLibrary.StartUtterance(_handle));
        Process(samples, isFullUtterance: true);
        Check(PocketSphinxLibrary.EndUtterance(_handle));
        return Segments();
    }

    /// <summary>Begins an utterance whose samples come bit by bit.</summary>
    public void Begin()
    {
        Check(PocketSphinxLibrary.StartStream(_handle));
        Check(PocketSphinxLibrary.StartUtterance(_handle));
    }

    /// <summary>Decodes the next samples of an utterance.</summary>
    public void Accept(ReadOnlySpan<short> samples) => Process(samples, isFullUtterance: false);

    /// <summary>Ends an utterance; <see cref="Segments"/> then has its final result.</summary>
    public void End() => Check(PocketSphinxLibrary.EndUtterance(_handle));

    /// <summary>The segments of the best hypothesis, fillers included; empty when nothing was heard.</summary>
    public List<SphinxSegment> Segments()
    {
        var segments = new List<SphinxSegment>();
        nint logMath = PocketSphinxLibrary.LogMath(_handle);
        for (nint segment = PocketSphinxLibrary.FirstSegment(_handle); segment != 0; segment = PocketSphinxLibrary.NextSegment(segment))
        {
            PocketSphinxLibrary.SegmentFrames(segment, out int first, out int last);
            int posterior = PocketSphinxLibrary.SegmentPosterior(segment, out int acoustic, out _, out _);
            var word = Marshal.PtrToStringUTF8(PocketSphinxLibrary.SegmentWord(segment)) ?? "";
            segments.Add(new SphinxSegment(word, first, last + 1, Math.Clamp(SphinxBase.Exp(logMath, posterior), 0, 1), acoustic));
        }
        return segments;
    }

    /// <summary>Phones of a word, blank-separated, or null when the dictionary lacks it.</summary>
    /// <param name="word">The word; <c>word(2)</c> for its second pronunciation.</param>
    public string? Pronounce(string word)
    {
        nint phones = PocketSphinxLibrary.LookUpWord(_handle, word);
        if (phones == 0)
        {
            return null;
        }
        var text = Marshal.PtrToStringUTF8(phones);
        SphinxBase.Free(phones);
        return text;
    }

    /// <summary>Adds a grammar that can be searched with.</summary>
    /// <param name="name">Name of the search.</param>
    /// <param name="grammar">The grammar in JSGF; its words are in the dictionary.</param>
    public void AddGrammar(string name, string grammar) => Check(PocketSphinxLibrary.SetGrammar(_handle, name, grammar));

    /// <summary>Says what the next utterances are searched with.</summary>
    /// <param name="name">Name of a search that was added, or <see cref="DefaultSearch"/>.</param>
    public void UseSearch(string name) => Check(PocketSphinxLibrary.SetSearch(_handle, name));

    /// <summary>Name of the search that the options ask for.</summary>
    public const string DefaultSearch = "_default";

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private unsafe void Process(ReadOnlySpan<short> samples, bool isFullUtterance)
    {
        fixed (short* start = samples)
        {
            if (samples.Length > 0)
            {
                Check(PocketSphinxLibrary.Process(_handle, start, (nuint)samples.Length, 0, isFullUtterance ? 1 : 0));
            }
        }
    }

    private static unsafe ConfigHandle Parse(IReadOnlyDictionary<string, string> options)
    {
        string[] arguments = ["bleep", .. options.SelectMany(option => new[] { $"-{option.Key}", option.Value })];
        var strings = stackalloc byte*[arguments.Length];
        try
        {
            for (int index = 0; index < arguments.Length; index++)
            {
                strings[index] = (byte*)Marshal.StringToCoTaskMemUTF8(arguments[index]);
            }
            return SphinxBase.ParseArguments(0, PocketSphinxLibrary.Arguments(), arguments.Length, strings, 1);
        }
        finally
        {
            for (int index = 0; index < arguments.Length; index++)
            {
                Marshal.FreeCoTaskMem((nint)strings[index]);
            }
        }
    }

    private static void Check(int code)
    {
        if (code < 0)
        {
            throw new SpeechException(SpeechErrorKind.EngineFailed, "PocketSphinx could not decode a piece of audio");
        }
    }
}
