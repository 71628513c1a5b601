namespace Bleep.Server.Health;

/// <summary>
/// Runs the checks. Anybody may ask, so an answer is given again for a while rather than worked out anew, and all who ask meanwhile get the
/// same. A run does not end with who asked for it: impatient probes would otherwise keep a slow engine from ever loading.
/// </summary>
internal sealed class Readiness(IEnumerable<IReadinessCheck> checks, TimeProvider time)
{
    private static readonly TimeSpan s_validFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Task<IReadOnlyDictionary<string, bool>>? _run;
    private long _endedAt;

    /// <summary>Which checks passed, by name.</summary>
    /// <param name="cancellationToken">Ends the wait, not the checks.</param>
    public Task<IReadOnlyDictionary<string, bool>> CheckAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_run is null || (_run.IsCompleted && time.GetElapsedTime(_endedAt) >= s_validFor))
            {
                _run = RunAsync();
            }
            return _run.WaitAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyDictionary<string, bool>> RunAsync()
    {
        await Task.Yield();
        var results = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var check in checks)
        {
            results[check.Name] = await PassesAsync(check);
        }
        _endedAt = time.GetTimestamp();
        return results;
    }

    private async Task<bool> PassesAsync(IReadinessCheck check)
    {
        using var tooLong = new CancellationTokenSource(s_patience, time);
        try
        {
            await check.CheckAsync(tooLong.Token);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
