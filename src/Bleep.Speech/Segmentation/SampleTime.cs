namespace Bleep.Speech.Segmentation;

/// <summary>Turns sample counts at <see cref="ISpeechAudio.RequiredSampleRateHz"/> into time.</summary>
internal static class SampleTime
{
    /// <summary>Length of this many samples; exact, as one sample is 625 ticks.</summary>
    /// <param name="samples">Number of samples.</param>
    public static TimeSpan Of(long samples) => new(samples * (TimeSpan.TicksPerSecond / ISpeechAudio.RequiredSampleRateHz));
}
