using System.Diagnostics;
using Bleep.Speech.Hosting;

namespace Bleep.Speech.Tests.Hosting;

public sealed class EngineHostPoolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LeaseAsync_afterKeep_reusesTheWarmHost()
    {
        await using var pool = TestHosts.Pool();
        int first;
        await using (var lease = await pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token))
        {
            first = lease.Host.ProcessId;
            lease.Keep();
        }

        await using var again = await pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token);

        Assert.Equal(first, again.Host.ProcessId);
    }

    [Fact]
    public async Task LeaseAsync_otherModel_replacesTheIdleHost()
    {
        await using var pool = TestHosts.Pool(maxHosts: 1);
        int first;
        await using (var lease = await pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token))
        {
            first = lease.Host.ProcessId;
            lease.Keep();
        }

        await using var other = await pool.LeaseAsync(TestHosts.Faulty("other"), this, isFresh: false, Token);

        Assert.Equal([other.Host.ProcessId], pool.HostProcessIds);
        Assert.False(TestHosts.IsRunning(first));
    }

    [Fact]
    public async Task LeaseAsync_idleHostWasKilled_startsAnother()
    {
        await using var pool = TestHosts.Pool();
        int first;
        await using (var lease = await pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token))
        {
            first = lease.Host.ProcessId;
            lease.Keep();
        }
        using (var process = Process.GetProcessById(first))
        {
            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        await using var again = await pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token);

        Assert.NotEqual(first, again.Host.ProcessId);
        Assert.True(again.Host.IsAlive);
    }

    [Fact]
    public async Task LeaseAsync_idleHostServedALiveSession_startsAnother()
    {
        await using var pool = TestHosts.Pool();
        int live;
        await using (var lease = await pool.LeaseLiveAsync(TestHosts.Faulty(), isFresh: false, Token))
        {
            live = lease.Host.ProcessId;
            lease.Keep();
        }

        await using var recording = await pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token);
        await using var nextLive = await pool.LeaseLiveAsync(TestHosts.Faulty(), isFresh: false, Token);

        Assert.NotEqual(live, recording.Host.ProcessId);
        Assert.Equal(live, nextLive.Host.ProcessId);
    }

    [Fact]
    public async Task LeaseLiveAsync_allTaken_isBusyAtOnce()
    {
        await using var pool = new EngineHostPool(new EngineHostPoolOptions { Command = TestHosts.Command, MaxLiveHosts = 1 });
        await using var taken = await pool.LeaseLiveAsync(TestHosts.Faulty(), isFresh: false, Token);

        var error = await Assert.ThrowsAsync<SpeechException>(() => pool.LeaseLiveAsync(TestHosts.Faulty(), isFresh: false, Token));

        Assert.Equal(SpeechErrorKind.Busy, error.Kind);
    }

    [Fact]
    public async Task DisposeAsync_hostsAtWork_endsAllProcesses()
    {
        var pool = TestHosts.Pool();
        var one = await pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token);
        await using (var two = await pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token))
        {
            two.Keep();
        }
        var hosts = pool.HostProcessIds;

        await pool.DisposeAsync();

        Assert.Equal(2, hosts.Count);
        Assert.All(hosts, host => Assert.False(TestHosts.IsRunning(host)));
        Assert.False(one.Host.IsAlive);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token));
    }

    [Fact]
    public async Task LeaseAsync_programMissing_saysThatTheHostCannotBeStarted()
    {
        await using var pool = new EngineHostPool(new EngineHostPoolOptions { Command = new EngineHostCommand("/nonexistent/bleep", []) });

        var failure = await Assert.ThrowsAsync<HostFailure>(() => pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token));

        Assert.Equal(SpeechErrorKind.HostFailedToStart, failure.Kind);
    }

    [Fact]
    public async Task LeaseAsync_programIsNoHost_failsWithItsExitCode()
    {
        await using var pool = new EngineHostPool(new EngineHostPoolOptions { Command = new EngineHostCommand("/bin/false", []) });

        var failure = await Assert.ThrowsAsync<HostFailure>(() => pool.LeaseAsync(TestHosts.Faulty(), this, isFresh: false, Token));

        Assert.Equal(SpeechErrorKind.HostCrashed, failure.Kind);
    }
}
