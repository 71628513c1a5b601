namespace Bleep.Synthesis.Audio;

/// <summary>A voice of the synthesiser is not installed. The message names the packages that bring it.</summary>
public sealed class VoiceMissingException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="voice">The voice's name.</param>
    /// <param name="packages">Names of Debian packages, parted by blanks.</param>
    public VoiceMissingException(string voice, string packages)
        : base($"The voice '{voice}' is not installed; install it with: sudo apt-get install {packages}") => Packages = packages;

    /// <summary>Names of the Debian packages that bring the voice, parted by blanks.</summary>
    public string Packages { get; }
}
