namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>How sound is redacted.</summary>
public sealed class AudioOptions
{
    /// <summary>True makes redacted sound also where nobody speaks.</summary>
    public bool? ReturnRedactedNoSpeechAudio { get; set; }

    /// <summary><c>silence</c> in place of the tone; <c>beep</c> is taken too.</summary>
    public string? OverrideAudioRedactionMethod { get; set; }
}
