using Bleep.Live;
using Bleep.Pii.Redaction;

namespace Bleep.Cli.Live;

/// <summary>Shows what is said, redacted already.</summary>
internal interface ICaptions
{
    /// <summary>True when turns that go on are shown.</summary>
    bool ShowsPartials { get; }

    /// <summary>Shows the part of a turn that may be shown before it is over; replaces what was shown of it.</summary>
    void ShowPartial(RedactedTurn turn);

    /// <summary>Shows a turn that is over.</summary>
    void ShowFinal(LiveTurn turn);

    /// <summary>Takes away what was shown of a turn that did not come to its end.</summary>
    void Clear();
}
