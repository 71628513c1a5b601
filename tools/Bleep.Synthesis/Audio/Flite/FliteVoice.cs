using System.Runtime.InteropServices;
using Bleep.Synthesis.Audio.Signal;
using Bleep.Synthesis.Processes;
using Bleep.Synthesis.Records;
using Bleep.Transcripts;

namespace Bleep.Synthesis.Audio.Flite;

/// <summary>
/// A voice of flite. A child process speaks each turn; when the words begin and end comes from the library, because the tool does not
/// tell. (The library alone would not do: its noise source goes on from turn to turn, so that the same turn would never sound the same.)
/// The library is not made for threads: all voices take turns.
/// </summary>
public sealed class FliteVoice : ISpeechVoice
{
    private const string Packages = "flite";

    // From a token's first word to the end of the sound before it, and from its last word to the end of its last sound.
    private const string StartPath = "R:SylStructure.daughter1.daughter1.R:Segment.p.end";
    private const string EndPath = "R:SylStructure.daughtern.daughtern.R:Segment.end";

    private static readonly Lock s_library = new();
    private static readonly Dictionary<string, nint> s_voices = [];
    private static readonly nint s_stretchName = Marshal.StringToCoTaskMemUTF8("duration_stretch");

    private readonly string _voice;
    private readonly float _stretch;

    /// <summary>Chooses a voice.</summary>
    /// <param name="voice"><c>rms</c>, <c>awb</c>, <c>kal16</c> or <c>slt</c>.</param>
    /// <param name="stretch">How long the sounds are: 1 as recorded, 1.15 a little slower. 0.5 to 2.</param>
    public FliteVoice(string voice, double stretch = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stretch, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stretch, 2);
        (_voice, _stretch) = (voice, (float)stretch);
    }

    /// <inheritdoc/>
    public string Name => $"flite {_voice}";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SpokenUtterance>> SpeakAsync(
        IReadOnlyList<IReadOnlyList<CallWord>> turns, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateTempSubdirectory("bleep-voice-");
        try
        {
            var spoken = new List<SpokenUtterance>(turns.Count);
            foreach (var words in turns)
            {
                string text = SpeechText.Of(words);
                var (times, sampleCount) = await Task.Run(() => Time(text, words.Count), cancellationToken);
                short[] samples = await SpeakAsync(text, Path.Combine(folder.FullName, "turn.wav"), cancellationToken);
                if (samples.Length != sampleCount)
                {
                    throw new InvalidOperationException($"The tool and the library of flite do not agree: {samples.Length} and {sampleCount} samples.");
                }
                spoken.Add(new SpokenUtterance(samples, times));
            }
            return spoken;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<short[]> SpeakAsync(string text, string file, CancellationToken cancellationToken)
    {
        int exitCode;
        try
        {
            (exitCode, _, _) = await ChildProcess.RunAsync(
                "flite", ["-voice", _voice, "--setf", $"duration_stretch={_stretch}", "-t", text, "-o", file], cancellationToken);
        }
        catch (FileNotFoundException)
        {
            throw new VoiceMissingException(Name, Packages);
        }
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"flite ended with exit code {exitCode}.");
        }
        var sound = WavFile.Read(await File.ReadAllBytesAsync(file, cancellationToken));
        return sound.SampleRateHz == SpokenUtterance.SampleRateHz
            ? sound.Channels[0]
            : throw new InvalidOperationException($"The voice '{_voice}' speaks at {sound.SampleRateHz} Hz, not at 16000 Hz.");
    }

    private (List<TimeRange> Times, int SampleCount) Time(string text, int wordCount)
    {
        lock (s_library)
        {
            nint voice = Load(_voice);
            // cst_voice begins with two addresses: the name's and the features'.
            FliteNative.SetFeature(Marshal.ReadIntPtr(voice, nint.Size), s_stretchName, _stretch);
            using var utterance = FliteNative.Synthesize(text, voice);
            if (utterance.IsInvalid)
            {
                throw new InvalidOperationException($"The voice '{_voice}' could not speak a turn.");
            }
            var times = new List<TimeRange>(wordCount);
            for (nint token = FliteNative.Head(FliteNative.Relation(utterance, "Token")); token != 0; token = FliteNative.Next(token))
            {
                if (ReadTime(token) is { } time)
                {
                    times.Add(time);
                }
            }
            return times.Count == wordCount
                ? (times, Marshal.PtrToStructure<FliteWave>(FliteNative.Wave(utterance)).SampleCount)
                : throw new InvalidOperationException($"The voice '{_voice}' made {times.Count} words of {wordCount}.");
        }
    }

    // A part such as 's may have no sounds of its own; then it tells no end.
    private static TimeRange? ReadTime(nint token)
    {
        nint first = FliteNative.FirstDaughter(token);
        if (first == 0)
        {
            return null;
        }
        double end = 0;
        for (nint word = first; word != 0; word = FliteNative.Next(word))
        {
            end = Math.Max(end, FliteNative.Feature(word, EndPath));
        }
        return TimeRange.FromMilliseconds(1000.0 * FliteNative.Feature(first, StartPath), 1000.0 * end);
    }

    private static nint Load(string voice)
    {
        if (s_voices.TryGetValue(voice, out nint loaded))
        {
            return loaded;
        }
        try
        {
            if (s_voices.Count == 0)
            {
                _ = FliteNative.Initialize();
            }
            nint library = NativeLibrary.Load($"libflite_cmu_us_{voice}.so.1");
            unsafe
            {
                var register = (delegate* unmanaged<nint, nint>)NativeLibrary.GetExport(library, $"register_cmu_us_{voice}");
                return s_voices[voice] = register(0);
            }
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new VoiceMissingException($"flite {voice}", Packages);
        }
    }
}
