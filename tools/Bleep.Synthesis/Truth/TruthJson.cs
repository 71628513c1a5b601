using System.Text.Json;
using System.Text.Json.Serialization;
using Bleep.Transcripts;

namespace Bleep.Synthesis.Truth;

/// <summary>
/// Reads and writes truth files: <c>words</c> with text, times in milliseconds (as exact as a hundredth), speaker, channel and turn;
/// <c>pii</c> with policy, times, text and the half-open range of words.
/// </summary>
public static partial class TruthJson
{
    /// <summary>The truth as JSON.</summary>
    /// <param name="truth">The truth.</param>
    public static byte[] Write(CallTruth truth) => JsonSerializer.SerializeToUtf8Bytes(
        new TruthFile(
            truth.Id,
            truth.Duration.TotalMilliseconds,
            truth.SampleRateHz,
            truth.ChannelCount,
            truth.Voices,
            [.. truth.Words.Select(word => new WordEntry(word.Text, Ms(word.Time.Start), Ms(word.Time.End), word.Speaker, word.Channel, word.Turn))],
            [.. truth.Pii.Select(entry => new PiiEntry(
                entry.Policy, Ms(entry.Time.Start), Ms(entry.Time.End), entry.Text, entry.Speaker, entry.Channel, entry.Words.Start, entry.Words.End,
                entry.Optional))]),
        TruthContext.Default.TruthFile);

    /// <summary>Reads a truth file.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <exception cref="JsonException">The file is not a truth file.</exception>
    public static CallTruth Read(ReadOnlySpan<byte> utf8)
    {
        var file = JsonSerializer.Deserialize(utf8, TruthContext.Default.TruthFile) ?? throw new JsonException("empty truth file");
        return new CallTruth(
            file.Id,
            TimeSpan.FromMilliseconds(file.DurationMs),
            [.. file.Words.Select(word => new TruthWord(
                word.Text, TimeRange.FromMilliseconds(word.StartMs, word.EndMs), word.Speaker, word.Channel, word.Turn))],
            [.. file.Pii.Select(entry => new TruthInterval(
                entry.Policy, TimeRange.FromMilliseconds(entry.StartMs, entry.EndMs), entry.Text, entry.Speaker, entry.Channel,
                new WordRange(entry.StartWord, entry.EndWord), entry.Optional))])
        {
            ChannelCount = file.Channels,
            SampleRateHz = file.SampleRateHz,
            Voices = file.Voices,
        };
    }

    private static double Ms(TimeSpan time) => Math.Round(time.TotalMilliseconds, 2);

    internal sealed record TruthFile(
        string Id, double DurationMs, int SampleRateHz, int Channels, IReadOnlyDictionary<string, string> Voices, WordEntry[] Words, PiiEntry[] Pii);

    internal sealed record WordEntry(string Text, double StartMs, double EndMs, string Speaker, int? Channel, int Turn);

    internal sealed record PiiEntry(
        string Policy, double StartMs, double EndMs, string Text, string Speaker, int? Channel, int StartWord, int EndWord, bool Optional);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = false,
        WriteIndented = true)]
    [JsonSerializable(typeof(TruthFile))]
    internal sealed partial class TruthContext : JsonSerializerContext;
}
