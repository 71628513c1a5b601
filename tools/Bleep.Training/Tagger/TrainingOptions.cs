namespace Bleep.Training.Tagger;

/// <summary>How the training runs.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Decides order and dropout.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Passes over the material.</summary>
    public int Epochs { get; init; } = 6;

    /// <summary>First step of AdaGrad; it falls to a tenth in the course of the training.</summary>
    public float Rate { get; init; } = 0.15f;

    /// <summary>Pull towards zero a step, so that what teaches little falls away.</summary>
    public float Shrink { get; init; } = 0.00002f;

    /// <summary>Share of the features of a token that is left out in each pass.</summary>
    public double Dropout { get; init; } = 0.15;

    /// <summary>Features seen less often are left out.</summary>
    public int MinCount { get; init; } = 3;

    /// <summary>Rows of the stored table, a power of two.</summary>
    public int Rows { get; init; } = 1 << 19;
}
