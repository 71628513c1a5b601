namespace Bleep.Media.Masking;

/// <summary>What is heard in place of masked speech.</summary>
public enum MaskStyle
{
    /// <summary>A sine tone as loud as the speech around it.</summary>
    Beep,

    /// <summary>Nothing.</summary>
    Silence,
}
