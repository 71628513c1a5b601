using Bleep.Transcripts;

namespace Bleep.Testing.Speech;

/// <summary>
/// Speaks the tone language, which the models of <c>tools/models/make_tone_models.py</c> understand: each character is a pure tone of
/// 80 ms with a gap of 80 ms after it; a word begins with a tone of its own.
/// </summary>
public static class ToneLanguage
{
    private const int Rate = 16_000;

    /// <summary>Milliseconds of a tone, and of the gap after it.</summary>
    private const int ToneMs = 80, GapMs = 80;

    /// <summary>All symbols in the order of their tones; U+2581 begins a word.</summary>
    private const string Symbols = "abcdefghijklmnopqrstuvwxyz0123456789\u2581'-.@";

    /// <summary>The mel band of the first symbol, of 80 between 20 and 7600 Hz.</summary>
    private const int FirstBand = 22;

    /// <summary>Says lines with a pause before, between and after them.</summary>
    /// <param name="lines">Words of lower-case letters, digits and <c>' - . @</c>, blanks between them.</param>
    /// <param name="pauseMs">Length of the pauses.</param>
    /// <param name="amplitude">Loudness, up to 32767.</param>
    public static ToneRecording Say(IEnumerable<string> lines, int pauseMs = 700, double amplitude = 16_000)
    {
        var samples = new List<short>(new short[Length(pauseMs)]);
        var words = new List<Word>();
        foreach (var line in lines)
        {
            foreach (var word in line.Split(' '))
            {
                int start = samples.Count, end = start;
                foreach (char symbol in $"\u2581{word}")
                {
                    AddTone(samples, Hertz(symbol), amplitude);
                    end = samples.Count;
                    samples.AddRange(new short[Length(GapMs)]);
                }
                words.Add(new Word(word, Time(start), Time(end)));
            }
            samples.AddRange(new short[Length(pauseMs - GapMs)]);
        }
        return new ToneRecording([.. samples], words);
    }

    /// <summary>Says one line with a pause before and after it.</summary>
    public static ToneRecording Say(string line) => Say([line]);

    private static void AddTone(List<short> samples, double hertz, double amplitude)
    {
        const int ramp = Rate * 4 / 1000;
        int length = Length(ToneMs);
        for (int index = 0; index < length; index++)
        {
            double edge = Math.Min(1, Math.Min(index, length - 1 - index) / (double)ramp);
            samples.Add((short)(amplitude * (0.5 - (0.5 * Math.Cos(Math.PI * edge))) * Math.Sin(2 * Math.PI * hertz * index / Rate)));
        }
    }

    private static double Hertz(char symbol)
    {
        int index = Symbols.IndexOf(symbol, StringComparison.Ordinal);
        ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(symbol));
        double low = Mel(20), mel = low + ((FirstBand + index + 1) * (Mel(7600) - low) / 81);
        return 700 * (Math.Exp(mel / 1127) - 1);
    }

    private static double Mel(double hertz) => 1127 * Math.Log(1 + (hertz / 700));

    private static int Length(int milliseconds) => milliseconds * Rate / 1000;

    private static TimeSpan Time(int sample) => TimeSpan.FromSeconds(sample / (double)Rate);
}
