using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Bleep.Server.Metrics;

/// <summary>Listens to the server's meter and shows it in the text format of Prometheus. Thread-safe.</summary>
internal sealed class PrometheusExporter : IDisposable
{
    /// <summary>Content type of <see cref="Write"/>'s text.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly ConcurrentDictionary<Instrument, InstrumentState> _instruments = new();
    private readonly MeterListener _listener = new();

    /// <summary>Begins to listen.</summary>
    /// <param name="metrics">The metrics to show; others of the same name stay out.</param>
    public PrometheusExporter(ServerMetrics metrics)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, metrics.Meter))
            {
                _instruments.TryAdd(instrument, new InstrumentState(instrument));
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => _instruments[instrument].Take(value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => _instruments[instrument].Take(value, labels));
        _listener.Start();
    }

    /// <summary>All instruments as they stand, in the order of their names.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach ((_, var state) in _instruments.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal))
        {
            state.Write(text);
        }
        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
