using System.Diagnostics.CodeAnalysis;
using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Segmentation;
using Bleep.Speech.Streaming;

namespace Bleep.Speech;

/// <summary>An engine that was asked for: ready to be made, or the reason why there is none.</summary>
public sealed class EngineChoice
{
    private readonly EngineSpec? _spec;
    private readonly Func<ISpeechRecognizer>? _create;
    private readonly EngineHostPool _pool;

    private EngineChoice(
        EngineHostPool pool, EngineInfo? info, EngineSpec? spec, Func<ISpeechRecognizer>? create, string? notice, SpeechException? error)
    {
        _create = create;
        _pool = pool;
        Info = info;
        _spec = spec;
        Notice = notice;
        Error = error;
    }

    /// <summary>The engine; null when there is an <see cref="Error"/>.</summary>
    public EngineInfo? Info { get; }

    /// <summary>What the user should know about the choice, as a sentence: which engine was picked, and that it is demo-grade. May be null.</summary>
    public string? Notice { get; }

    /// <summary>Why there is no engine: an unknown name, a missing model, a language; null when there is one.</summary>
    public SpeechException? Error { get; }

    /// <summary>True when there is an engine.</summary>
    [MemberNotNullWhen(true, nameof(Info))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsUsable => Error is null;

    internal static EngineChoice Of(EngineHostPool pool, EngineInfo info, EngineSpec spec, string? notice) =>
        new(pool, info, spec, null, notice, null);

    /// <summary>An engine that needs no host.</summary>
    internal static EngineChoice Of(EngineHostPool pool, EngineInfo info, Func<ISpeechRecognizer> create, string? notice) =>
        new(pool, info, null, create, notice, null);

    internal static EngineChoice Failed(EngineHostPool pool, SpeechException error) => new(pool, null, null, null, null, error);

    /// <summary>Makes a recogniser for recordings.</summary>
    /// <exception cref="SpeechException">There is an <see cref="Error"/>.</exception>
    public ISpeechRecognizer CreateRecognizer()
    {
        if (!IsUsable)
        {
            throw new SpeechException(Error.Kind, Error.Message);
        }
        return _spec is null ? _create!() : new PooledRecognizer(Info, _spec, _pool, new SplitterOptions());
    }

    /// <summary>Makes a recogniser for live audio.</summary>
    /// <exception cref="SpeechException">There is an <see cref="Error"/>, or the engine takes no live audio.</exception>
    public IStreamingRecognizer CreateStreamingRecognizer()
    {
        if (!IsUsable)
        {
            throw new SpeechException(Error.Kind, Error.Message);
        }
        return _spec is not null && Info.Can(EngineCapabilities.Streaming)
            ? new PooledStreamingRecognizer(Info, _spec, _pool)
            : throw new SpeechException(SpeechErrorKind.UnsupportedFeature, $"engine {Info.Name} takes no live audio");
    }

    /// <summary>
    /// Starts an engine host and loads the engine, so that the first job need not wait, and to find out whether it can be loaded at all.
    /// Does nothing for an engine that is a server.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SpeechException">There is an <see cref="Error"/>, or the library or model does not load.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!IsUsable)
        {
            throw new SpeechException(Error.Kind, Error.Message);
        }
        if (_spec is null)
        {
            return;
        }
        try
        {
            await using var lease = await _pool.LeaseAsync(_spec, this, isFresh: false, cancellationToken);
            lease.Keep();
        }
        catch (HostFailure failure)
        {
            throw new SpeechException(failure.Kind, failure.Message, failure);
        }
    }
}
