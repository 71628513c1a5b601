namespace Bleep.Speech.Hosting.Protocol;

/// <summary>The first thing a host says.</summary>
/// <param name="Version">Version of the protocol it speaks.</param>
internal sealed record HelloMessage(int Version)
{
    /// <summary>The version this build speaks; pool and host must be of one version.</summary>
    public const int CurrentVersion = 1;
}
