namespace Bleep.Media.Pictures;

/// <summary>Looks through the coded picture, or the suspicious part of it, for anything that is no picture.</summary>
internal interface IPictureJudge
{
    /// <summary>True once something was found that has to go.</summary>
    bool FoundHidden { get; }

    /// <summary>Takes the next bytes.</summary>
    void Feed(ReadOnlySpan<byte> bytes);

    /// <summary>Takes the end.</summary>
    void End();
}
