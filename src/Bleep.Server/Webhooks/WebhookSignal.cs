using System.Threading.Channels;

namespace Bleep.Server.Webhooks;

/// <summary>Wakes the dispatcher when calls were stored. Raised many times before it looks, it looks once.</summary>
public sealed class WebhookSignal
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Wakes the dispatcher; call it after the commit.</summary>
    public void Raise() => _raised.Writer.TryWrite(true);

    /// <summary>Waits until it is raised; stays raised until <see cref="Lower"/>.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal Task WaitAsync(CancellationToken cancellationToken) => _raised.Reader.WaitToReadAsync(cancellationToken).AsTask();

    /// <summary>Forgets that it was raised; what is stored from now on raises it again.</summary>
    internal void Lower() => _raised.Reader.TryRead(out _);
}
