namespace Bleep.Pipeline;

/// <summary>Whether the channels of a recording are listened to each by itself.</summary>
public enum ChannelMode
{
    /// <summary>A stereo recording whose channels differ: each by itself; everything else mixed down.</summary>
    Auto,

    /// <summary>Every channel by itself, however many there are, up to <see cref="RecordingListener.MaxChannels"/>; its number is its speaker.</summary>
    Apart,

    /// <summary>All channels mixed down to one.</summary>
    Mixed,
}
