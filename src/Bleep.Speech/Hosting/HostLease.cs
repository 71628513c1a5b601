namespace Bleep.Speech.Hosting;

/// <summary>The right to use one engine host alone. Given back by disposing; the host lives on only if it was said to be good.</summary>
/// <param name="host">The host.</param>
/// <param name="giveBack">Takes it back; told whether it is good.</param>
internal sealed class HostLease(EngineHost host, Func<EngineHost, bool, ValueTask> giveBack) : IAsyncDisposable
{
    private bool _isGood;
    private bool _isBack;

    /// <summary>The host.</summary>
    public EngineHost Host => host;

    /// <summary>Says that the host is between two jobs and ready for another.</summary>
    public void Keep() => _isGood = true;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_isBack)
        {
            _isBack = true;
            await giveBack(host, _isGood);
        }
    }
}
