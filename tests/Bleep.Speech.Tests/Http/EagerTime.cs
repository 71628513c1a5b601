namespace Bleep.Speech.Tests.Http;

/// <summary>A clock on which short waits are over at once, so that pauses between attempts take no time; long ones are the system's.</summary>
internal sealed class EagerTime : TimeProvider
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(59);

    /// <summary>The waits that were asked for.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        bool isShort = dueTime > TimeSpan.Zero && dueTime < s_longest;
        if (isShort)
        {
            Waits.Enqueue(dueTime);
        }
        return base.CreateTimer(callback, state, isShort ? TimeSpan.Zero : dueTime, period);
    }
}
