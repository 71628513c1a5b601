using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.Hosting;

/// <summary>
/// The engine hosts of this process: started when needed, kept warm, bounded in number, replaced when they die. Safe for concurrent use;
/// one pool serves all recognisers. Disposing ends every host, also those at work.
/// </summary>
public sealed class EngineHostPool : IAsyncDisposable
{
    private readonly EngineHostPoolOptions _options;
    private readonly EngineHostCommand _command;
    private readonly TimeProvider _time;
    private readonly HostStarter _starter = new();
    private readonly FairGate _gate;
    private readonly Lock _lock = new();
    private readonly List<EngineHost> _idle = [];
    private readonly HashSet<EngineHost> _working = [];
    private readonly CancellationTokenSource _disposing = new();
    private readonly ITimer _idleTimer;
    private int _liveCount;
    private int _isDisposed;

    /// <summary>Makes a pool; no host is started before there is work.</summary>
    /// <param name="options">Numbers and times; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public EngineHostPool(EngineHostPoolOptions? options = null, TimeProvider? time = null)
    {
        _options = options ?? new EngineHostPoolOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxHosts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.MaxLiveHosts, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_options.StartTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_options.ReplyTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_options.IdleTimeout, TimeSpan.Zero, nameof(options));
        _command = _options.Command ?? EngineHostCommand.Self;
        _time = time ?? TimeProvider.System;
        _gate = new FairGate(_options.MaxHosts);
        _idleTimer = _time.CreateTimer(_ => _ = StopIdleAsync(), null, _options.IdleTimeout, _options.IdleTimeout / 2);
    }

    /// <summary>Most hosts that work on recordings at one time.</summary>
    public int MaxHosts => _options.MaxHosts;

    /// <summary>Process ids of all hosts that run now, for diagnosis.</summary>
    public IReadOnlyList<int> HostProcessIds
    {
        get
        {
            lock (_lock)
            {
                return [.. _idle.Concat(_working).Where(host => host.IsAlive).Select(host => host.ProcessId)];
            }
        }
    }

    /// <summary>Settings of the pool.</summary>
    internal EngineHostPoolOptions Options => _options;

    /// <summary>The clock of the pool.</summary>
    internal TimeProvider Time => _time;

    /// <summary>Waits for a host to work on a recording.</summary>
    /// <param name="spec">What it must have loaded.</param>
    /// <param name="job">The job, for fairness between jobs.</param>
    /// <param name="isFresh">True for a host that has done nothing before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HostFailure">A host did not come up.</exception>
    /// <exception cref="SpeechException">The engine cannot be loaded.</exception>
    internal async Task<HostLease> LeaseAsync(EngineSpec spec, object job, bool isFresh, CancellationToken cancellationToken)
    {
        using var stop = LinkToDisposal(cancellationToken);
        await _gate.EnterAsync(job, stop.Token);
        try
        {
            return new HostLease(await GetHostAsync(spec, isFresh, isLive: false, stop.Token), async (host, isGood) =>
            {
                await GiveBackAsync(host, isGood);
                _gate.Leave(job);
            });
        }
        catch
        {
            _gate.Leave(job);
            throw;
        }
    }

    /// <summary>Takes a host for a live session, without waiting for one to become free.</summary>
    /// <param name="spec">What it must have loaded.</param>
    /// <param name="isFresh">
    /// True for a host that has done nothing before, in place of one that died: the session has its place already and is not turned away.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SpeechException">All are taken (<see cref="SpeechErrorKind.Busy"/>), or the engine cannot be loaded.</exception>
    /// <exception cref="HostFailure">A host did not come up.</exception>
    internal async Task<HostLease> LeaseLiveAsync(EngineSpec spec, bool isFresh, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _liveCount) > _options.MaxLiveHosts && !isFresh)
        {
            Interlocked.Decrement(ref _liveCount);
            throw new SpeechException(
                SpeechErrorKind.Busy, $"all {_options.MaxLiveHosts} engine hosts for live audio are taken; close a session or allow more");
        }
        try
        {
            using var stop = LinkToDisposal(cancellationToken);
            return new HostLease(await GetHostAsync(spec, isFresh, isLive: true, stop.Token), async (host, isGood) =>
            {
                await GiveBackAsync(host, isGood);
                Interlocked.Decrement(ref _liveCount);
            });
        }
        catch
        {
            Interlocked.Decrement(ref _liveCount);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }
        await _disposing.CancelAsync();
        await _idleTimer.DisposeAsync();
        List<EngineHost> hosts;
        lock (_lock)
        {
            hosts = [.. _idle, .. _working];
            _idle.Clear();
            _working.Clear();
        }
        await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
        _starter.Dispose();
        _disposing.Dispose();
    }

    private CancellationTokenSource LinkToDisposal(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed == 1, this);
        return CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposing.Token);
    }

    private async Task<EngineHost> GetHostAsync(EngineSpec spec, bool isFresh, bool isLive, CancellationToken cancellationToken)
    {
        List<EngineHost> useless;
        EngineHost? warm = null;
        lock (_lock)
        {
            useless = _idle.FindAll(host => !host.IsAlive);
            _idle.RemoveAll(useless.Contains);
            if (!isFresh && FindWarm(spec, isLive) is >= 0 and var index)
            {
                warm = _idle[index];
                _idle.RemoveAt(index);
                _working.Add(warm);
            }
            else if (_idle.Count > 0 && _idle.Count + _working.Count >= _options.MaxHosts)
            {
                // Room for the new one: the idle host that has waited longest goes.
                useless.Add(_idle[0]);
                _idle.RemoveAt(0);
            }
        }
        foreach (var host in useless)
        {
            await host.DisposeAsync();
        }
        var chosen = warm ?? await StartAsync(spec, cancellationToken);
        chosen.HasServedLive |= isLive;
        return chosen;
    }

    /// <summary>Index of an idle host that will do, or -1. A live session leaves the hosts alone that can still serve recordings, if it can.</summary>
    private int FindWarm(EngineSpec spec, bool isLive)
    {
        int used = _idle.FindLastIndex(host => host.Spec.Key == spec.Key && host.HasServedLive == isLive);
        return used < 0 && isLive ? _idle.FindLastIndex(host => host.Spec.Key == spec.Key) : used;
    }

    private async Task<EngineHost> StartAsync(EngineSpec spec, CancellationToken cancellationToken)
    {
        var process = await _starter.StartAsync(_command);
        var host = await EngineHost.LoadAsync(process, spec, _options, _time, cancellationToken);
        lock (_lock)
        {
            if (_isDisposed == 0)
            {
                _working.Add(host);
                return host;
            }
        }
        await host.DisposeAsync();
        throw new OperationCanceledException("the pool is disposed", _disposing.IsCancellationRequested ? cancellationToken : default);
    }

    private async ValueTask GiveBackAsync(EngineHost host, bool isGood)
    {
        lock (_lock)
        {
            _working.Remove(host);
            if (isGood && _isDisposed == 0 && host.IsAlive && _idle.Count < _options.MaxHosts)
            {
                _idle.Add(host);
                return;
            }
        }
        await host.DisposeAsync();
    }

    private async Task StopIdleAsync()
    {
        List<EngineHost> tired;
        lock (_lock)
        {
            tired = _idle.FindAll(host => _time.GetElapsedTime(host.LastUsed) >= _options.IdleTimeout);
            _idle.RemoveAll(tired.Contains);
        }
        foreach (var host in tired)
        {
            await host.DisposeAsync();
        }
    }
}
