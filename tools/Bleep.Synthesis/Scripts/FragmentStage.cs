namespace Bleep.Synthesis.Scripts;

/// <summary>Where in a call a fragment may stand.</summary>
internal enum FragmentStage
{
    /// <summary>The first words.</summary>
    Open,

    /// <summary>Why the call is made.</summary>
    Reason,

    /// <summary>Who the caller is, and other data that is asked for.</summary>
    Verify,

    /// <summary>The matter itself.</summary>
    Topic,

    /// <summary>Small talk, waiting, menus: much of it without anything private.</summary>
    Chat,

    /// <summary>The last words.</summary>
    Close,
}
