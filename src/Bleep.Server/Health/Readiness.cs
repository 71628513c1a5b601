namespace Bleep.Server.Health;

/// <summary>Runs the checks. Anybody may ask, so an answer is given again for a while rather than worked out anew.</summary>
internal sealed class Readiness(IEnumerable<IReadinessCheck> checks, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_validFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);
    private IReadOnlyDictionary<string, bool>? _last;
    private long _lastAt;

    /// <summary>Which checks passed, by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyDictionary<string, bool>> CheckAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is null || time.GetElapsedTime(_lastAt) >= s_validFor)
            {
                var results = new SortedDictionary<string, bool>(StringComparer.Ordinal);
                foreach (var check in checks)
                {
                    results[check.Name] = await PassesAsync(check, cancellationToken);
                }
                (_last, _lastAt) = (results, time.GetTimestamp());
            }
            return _last;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<bool> PassesAsync(IReadinessCheck check, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(s_patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancellationToken);
        try
        {
            await check.CheckAsync(stop.Token);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
