using System.Text;
using System.Text.Json;
using Bleep.Transcripts;

namespace Bleep.Testing.Sound;

/// <summary>A made-up call: words at even times, as a transcript file has them, and noise in place of voices.</summary>
/// <param name="turns">Speaker and words of each turn.</param>
public sealed class GivenCall(params (string Speaker, string Words)[] turns)
{
    private const int WordMs = 300;
    private const int PauseMs = 900;

    /// <summary>A call with a name, a number and nothing else that is private.</summary>
    public static GivenCall Usual { get; } = new(
        ("agent", "thank you for calling may i have your name"),
        ("caller", "my name is john lowery"),
        ("agent", "and your phone number please"),
        ("caller", "six one zero two six five one seven one four"),
        ("agent", "thank you we will look into it right away"));

    /// <summary>All words with their times in milliseconds.</summary>
    public IReadOnlyList<(string Speaker, string Text, int StartMs, int EndMs)> Words { get; } = Time(turns);

    /// <summary>Length of the call in milliseconds.</summary>
    public int LengthMs => Words[^1].EndMs + PauseMs;

    /// <summary>The transcript in the AssemblyAI shape.</summary>
    public string Json => JsonSerializer.Serialize(new
    {
        words = Words.Select(word => new { text = word.Text, start = word.StartMs, end = word.EndMs, confidence = 0.9, speaker = word.Speaker }),
    });

    /// <summary>The words as the product knows them.</summary>
    public IReadOnlyList<Word> SpokenWords =>
        [.. Words.Select(word => new Word(word.Text, TimeSpan.FromMilliseconds(word.StartMs), TimeSpan.FromMilliseconds(word.EndMs), 0.9))];

    /// <summary>The transcript as the product knows it.</summary>
    public Transcript Transcript => new(Transcript.GroupIntoTurns(
        Words.Zip(SpokenWords, (word, spoken) => (spoken, (string?)word.Speaker, (int?)null)), TimeSpan.FromSeconds(1)))
    {
        Duration = TimeSpan.FromMilliseconds(LengthMs),
    };

    /// <summary>The sound: mono, 16 kHz.</summary>
    public short[] Samples => WavBytes.Bursts(LengthMs / 1000.0);

    /// <summary>The sound as a wav file.</summary>
    public byte[] Wav => WavBytes.Of(Samples);

    /// <summary>Writes <c>NAME.wav</c> and <c>NAME.words.json</c>.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="name">Name of the call.</param>
    public (string Wav, string Transcript) Write(TemporaryFolder folder, string name = "call") =>
        (folder.Write($"{name}.wav", Wav), folder.Write($"{name}.words.json", Encoding.UTF8.GetBytes(Json)));

    private static List<(string, string, int, int)> Time((string Speaker, string Words)[] turns)
    {
        var words = new List<(string, string, int, int)>();
        int time = 500;
        foreach ((string speaker, string text) in turns)
        {
            foreach (string word in text.Split(' '))
            {
                words.Add((speaker, word, time, time + WordMs - 50));
                time += WordMs;
            }
            time += PauseMs;
        }
        return words;
    }
}
