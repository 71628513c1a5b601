using System.Globalization;
using System.Text;
using Bleep.Synthesis.Audio.Signal;
using Bleep.Synthesis.Processes;
using Bleep.Synthesis.Records;
using Bleep.Transcripts;

namespace Bleep.Synthesis.Audio.Festival;

/// <summary>
/// A voice of festival, spoken by a child process that writes one sound file and the times of all words per turn into a temporary
/// folder. One process speaks all turns of a call, because its start takes a second.
/// </summary>
public sealed class FestivalVoice : ISpeechVoice
{
    private const string Voice = "cmu_us_slt_arctic_hts";
    private const string Packages = "festival festvox-us-slt-hts";
    private readonly double _stretch;

    /// <summary>Chooses the female voice us-slt-hts.</summary>
    /// <param name="stretch">How long the sounds are: 1 as trained. 0.5 to 2.</param>
    public FestivalVoice(double stretch = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stretch, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stretch, 2);
        _stretch = stretch;
    }

    /// <inheritdoc/>
    public string Name => "festival us-slt-hts";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SpokenUtterance>> SpeakAsync(
        IReadOnlyList<IReadOnlyList<CallWord>> turns, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateTempSubdirectory("bleep-voice-");
        try
        {
            string script = Path.Combine(folder.FullName, "speak.scm");
            await File.WriteAllTextAsync(script, Script(turns, folder.FullName), cancellationToken);
            var (exitCode, output, errors) = await RunAsync(script, cancellationToken);
            if (errors.Contains($"unbound variable: voice_{Voice}", StringComparison.Ordinal))
            {
                throw new VoiceMissingException(Name, Packages);
            }
            var times = ReadTimes(output);
            if (exitCode != 0 || times.Count != turns.Count)
            {
                throw new InvalidOperationException($"festival spoke {times.Count} of {turns.Count} turns (exit code {exitCode}).");
            }
            var spoken = new List<SpokenUtterance>(turns.Count);
            for (int turn = 0; turn < turns.Count; turn++)
            {
                if (times[turn].Count != turns[turn].Count)
                {
                    throw new InvalidOperationException($"festival made {times[turn].Count} words of {turns[turn].Count}.");
                }
                byte[] wave = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, $"{turn}.wav"), cancellationToken);
                spoken.Add(new SpokenUtterance(ReadSamples(wave), times[turn]));
            }
            return spoken;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string script, CancellationToken cancellationToken)
    {
        try
        {
            return await ChildProcess.RunAsync("festival", ["-b", script], cancellationToken);
        }
        catch (FileNotFoundException)
        {
            throw new VoiceMissingException(Name, Packages);
        }
    }

    // Prints a line "turn" per turn and a line "start end" per token. A token may hold several words, some without an end
    // of their own ('s), and marks that have no time.
    private string Script(IReadOnlyList<IReadOnlyList<CallWord>> turns, string folder)
    {
        var script = new StringBuilder($"""
            (voice_{Voice})
            (Parameter.set 'Duration_Stretch {_stretch.ToString(CultureInfo.InvariantCulture)})
            (define (timed words)
              (cond ((null words) nil)
                    ((item.relation (car words) 'Word) (cons (item.relation (car words) 'Word) (timed (cdr words))))
                    (t (timed (cdr words)))))
            (define (end-of words)
              (if words
                  (let ((own (item.feat (car words) "word_end")) (rest (end-of (cdr words)))) (if (> own rest) own rest))
                  0))
            (define (tell token)
              (let ((words (timed (item.daughters token))))
                (if words
                    (format t "%f %f\n" (item.feat (car words) "word_start") (end-of words)))))
            (define (walk token) (if token (begin (tell token) (walk (item.next token)))))
            (define (speak text file)
              (let ((utt (utt.synth (eval (list 'Utterance 'Text text)))))
                (utt.save.wave utt file 'riff)
                (format t "turn\n")
                (walk (utt.relation.first utt 'Token))))

            """);
        for (int turn = 0; turn < turns.Count; turn++)
        {
            string text = SpeechText.Of(turns[turn]);
            if (!text.All(unit => char.IsAsciiLetter(unit) || " ',.?".Contains(unit, StringComparison.Ordinal)))
            {
                throw new InvalidOperationException("A turn holds characters that cannot be spoken.");
            }
            script.Append(CultureInfo.InvariantCulture, $"(speak \"{text}\" \"{Path.Combine(folder, $"{turn}.wav")}\")\n");
        }
        return script.ToString();
    }

    private static List<List<TimeRange>> ReadTimes(string output)
    {
        var turns = new List<List<TimeRange>>();
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line == "turn")
            {
                turns.Add([]);
                continue;
            }
            double[] seconds = [.. line.Split(' ').Select(double.Parse)];
            turns[^1].Add(TimeRange.FromMilliseconds(seconds[0] * 1000, seconds[1] * 1000));
        }
        return turns;
    }

    private static short[] ReadSamples(byte[] file)
    {
        var wave = WavFile.Read(file);
        return wave.SampleRateHz switch
        {
            SpokenUtterance.SampleRateHz => wave.Channels[0],
            2 * SpokenUtterance.SampleRateHz => HalfRate.Of(wave.Channels[0]),
            var rate => throw new InvalidOperationException($"festival speaks at {rate} Hz."),
        };
    }
}
