namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>Bounds of the number of speakers.</summary>
public sealed class SpeakerOptions
{
    /// <summary>Fewest speakers; at least 1.</summary>
    public int? MinSpeakersExpected { get; set; }

    /// <summary>Most speakers; not below the fewest.</summary>
    public int? MaxSpeakersExpected { get; set; }
}
