using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bleep.Pipeline;
using Bleep.Server.Webhooks;

namespace Bleep.Server.Metrics;

/// <summary>
/// What the server counts. Labels are names of enum members, route patterns and HTTP status codes: never an id, a URL, a key or a text.
/// Thread-safe.
/// </summary>
public sealed class ServerMetrics : IDisposable
{
    /// <summary>Name of the meter, for collectors that listen to it by themselves.</summary>
    public const string MeterName = "Bleep.Server";

    // Seconds; a stage may take from an instant to hours.
    private static readonly InstrumentAdvice<double> s_seconds = Buckets(0.1, 0.3, 1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000);
    private static readonly InstrumentAdvice<double> s_ratios = Buckets(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10);
    private static readonly InstrumentAdvice<double> s_requestSeconds = Buckets(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30);

    private readonly Counter<long> _jobs;
    private readonly Counter<double> _audioSeconds;
    private readonly Histogram<double> _stageSeconds;
    private readonly Histogram<double> _realTimeFactor;
    private readonly Counter<long> _webhookAttempts;
    private readonly Counter<long> _removed;
    private readonly Histogram<double> _requestSeconds;
    private QueueBox _queue = new(default);

    /// <summary>Makes the meter and its instruments.</summary>
    public ServerMetrics()
    {
        Meter = new Meter(MeterName);
        _jobs = Meter.CreateCounter<long>("bleep.jobs", null, "Jobs that ended, by how.");
        _audioSeconds = Meter.CreateCounter<double>("bleep.audio.seconds", null, "Seconds of sound in completed jobs.");
        _stageSeconds = Meter.CreateHistogram("bleep.job.stage.seconds", null, "Seconds that a stage of a job took.", null, s_seconds);
        _realTimeFactor = Meter.CreateHistogram(
            "bleep.job.real_time_factor", null, "Time that a completed job took as a share of its sound's duration.", null, s_ratios);
        _webhookAttempts = Meter.CreateCounter<long>("bleep.webhook.attempts", null, "Attempts of webhook calls, by result.");
        _removed = Meter.CreateCounter<long>("bleep.retention.removed", null, "What was removed because its time was over, by what it was.");
        _requestSeconds = Meter.CreateHistogram(
            "bleep.http.request.seconds", null, "Seconds until requests were answered, by route and status.", null, s_requestSeconds);
        Meter.CreateObservableGauge("bleep.queue.depth", () => Volatile.Read(ref _queue).State.Queued, null, "Jobs that wait.");
        Meter.CreateObservableGauge("bleep.queue.running", () => Volatile.Read(ref _queue).State.Running, null, "Jobs that run.");
        Meter.CreateObservableGauge(
            "bleep.queue.oldest.seconds",
            () => Volatile.Read(ref _queue).State.OldestQueuedAge.TotalSeconds,
            null,
            "Seconds that the oldest waiting job has waited.");
    }

    /// <summary>The meter.</summary>
    public Meter Meter { get; }

    /// <summary>A job came to its end.</summary>
    /// <param name="end">How.</param>
    public void JobEnded(JobEnd end) => _jobs.Add(1, Label("status", NameOf(end)));

    /// <summary>A stage of a job is over.</summary>
    /// <param name="stage">Which.</param>
    /// <param name="took">How long it took.</param>
    public void StageEnded(RedactionStage stage, TimeSpan took) => _stageSeconds.Record(took.TotalSeconds, Label("stage", NameOf(stage)));

    /// <summary>A job was completed.</summary>
    /// <param name="duration">Duration of its sound.</param>
    /// <param name="took">How long the job ran.</param>
    public void AudioCompleted(TimeSpan duration, TimeSpan took)
    {
        _audioSeconds.Add(duration.TotalSeconds);
        if (duration > TimeSpan.Zero)
        {
            _realTimeFactor.Record(took / duration);
        }
    }

    /// <summary>An attempt of a webhook call ended.</summary>
    /// <param name="verdict">What follows from it.</param>
    public void WebhookAttempted(WebhookVerdict verdict) => _webhookAttempts.Add(1, Label("result", NameOf(verdict)));

    /// <summary>Something was removed because its time was over.</summary>
    /// <param name="what">A fixed word for what it was.</param>
    /// <param name="count">How many.</param>
    internal void Removed(string what, int count) => _removed.Add(count, Label("what", what));

    /// <summary>A request was answered.</summary>
    /// <param name="route">The pattern of its route.</param>
    /// <param name="status">Status of the answer.</param>
    /// <param name="took">How long it took.</param>
    internal void RequestEnded(string route, int status, TimeSpan took) =>
        _requestSeconds.Record(took.TotalSeconds, new TagList { Label("route", route), Label("status", status) });

    /// <summary>Sets what the gauges of the queue show from now on.</summary>
    /// <param name="state">The queue.</param>
    internal void ShowQueue(QueueState state) => Volatile.Write(ref _queue, new QueueBox(state));

    /// <inheritdoc/>
    public void Dispose() => Meter.Dispose();

    private static KeyValuePair<string, object?> Label(string name, object value) => new(name, value);

    private static string NameOf<T>(T value) where T : struct, Enum => Enum.IsDefined(value) ? SnakeCase(value.ToString()) : "other";

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((character, index) => char.IsUpper(character) && index > 0 ? $"_{char.ToLowerInvariant(character)}" : $"{char.ToLowerInvariant(character)}"));

    private static InstrumentAdvice<double> Buckets(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };

    private sealed record QueueBox(QueueState State);
}
