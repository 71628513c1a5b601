namespace Bleep.Pii.Tagging;

/// <summary>A straight line through log odds: turns what the model says into how often it is right.</summary>
/// <param name="Slope">Below 1 where the model is too sure of itself.</param>
/// <param name="Offset">Shift of the log odds.</param>
internal readonly record struct Calibration(float Slope, float Offset)
{
    /// <summary>Leaves probabilities as they are.</summary>
    public static Calibration None { get; } = new(1, 0);

    /// <summary>The probability to believe.</summary>
    public float Apply(float probability)
    {
        float bounded = Math.Clamp(probability, 1e-6f, 1 - 1e-6f);
        return 1 / (1 + MathF.Exp(-(Slope * MathF.Log(bounded / (1 - bounded)) + Offset)));
    }
}
