using Bleep.Server.Jobs;

namespace Bleep.Server.Health;

/// <summary>The speech engine loads. Once it did it stays loaded, and what befalls one of its hosts later is the pool's to mend.</summary>
internal sealed class EngineReadiness(SpeechService speech) : IReadinessCheck
{
    private volatile bool _isLoaded;

    public string Name => "engine";

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!_isLoaded)
        {
            await speech.LoadAsync(cancellationToken);
            _isLoaded = true;
        }
    }
}
