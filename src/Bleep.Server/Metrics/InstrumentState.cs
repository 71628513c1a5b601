using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Bleep.Server.Metrics;

/// <summary>All series of one instrument, a bounded number of them. Thread-safe.</summary>
internal sealed class InstrumentState
{
    // More label values than this are a mistake; they are counted together rather than growing without end.
    private const int MaxSeries = 1_000;
    private const string Overflow = "overflow=\"true\"";

    private static readonly double[] s_defaultBounds = [0.01, 0.1, 1, 10, 100];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly Instrument _instrument;
    private readonly IReadOnlyList<double> _bounds;
    private readonly string _type;

    public InstrumentState(Instrument instrument)
    {
        _instrument = instrument;
        _type = instrument switch
        {
            Counter<long> or Counter<double> => "counter",
            Histogram<double> => "histogram",
            _ => "gauge",
        };
        _bounds = instrument is Histogram<double> histogram ? histogram.Advice?.HistogramBucketBoundaries ?? s_defaultBounds : [];
    }

    /// <summary>Takes a measurement.</summary>
    /// <param name="value">The measurement.</param>
    /// <param name="labels">Its labels.</param>
    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        string key = Format(labels);
        lock (_lock)
        {
            var series = Find(key);
            switch (_type)
            {
                case "counter":
                    series.Add(value);
                    break;
                case "histogram":
                    series.Add(value, _bounds);
                    break;
                default:
                    series.Set(value);
                    break;
            }
        }
    }

    /// <summary>Appends the series in the text format of Prometheus, version 0.0.4.</summary>
    /// <param name="text">Where to.</param>
    public void Write(StringBuilder text)
    {
        string name = _instrument.Name.Replace('.', '_') + (_type == "counter" ? "_total" : "");
        lock (_lock)
        {
            if (_series.Count == 0)
            {
                return;
            }
            text.Append($"# HELP {name} {_instrument.Description}\n# TYPE {name} {_type}\n");
            foreach ((string labels, var series) in _series)
            {
                if (_type == "histogram")
                {
                    WriteHistogram(text, name, labels, series);
                }
                else
                {
                    text.Append($"{name}{Braced(labels)} {Number(series.Value)}\n");
                }
            }
        }
    }

    private static string Format(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var text = new StringBuilder();
        foreach ((string name, object? value) in labels)
        {
            string content = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            string escaped = content.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
            text.Append(text.Length == 0 ? "" : ",").Append($"{name}=\"{escaped}\"");
        }
        return text.ToString();
    }

    private static string Braced(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private Series Find(string key)
    {
        if (!_series.TryGetValue(key, out var series))
        {
            key = _series.Count < MaxSeries ? key : Overflow;
            if (!_series.TryGetValue(key, out series))
            {
                _series[key] = series = new Series(_bounds.Count);
            }
        }
        return series;
    }

    private void WriteHistogram(StringBuilder text, string name, string labels, Series series)
    {
        string prefix = labels.Length == 0 ? "" : $"{labels},";
        long below = 0;
        for (int i = 0; i < _bounds.Count; i++)
        {
            below += series.Buckets[i];
            text.Append($"{name}_bucket{{{prefix}le=\"{Number(_bounds[i])}\"}} {below}\n");
        }
        text.Append($"{name}_bucket{{{prefix}le=\"+Inf\"}} {series.Count}\n");
        text.Append($"{name}_sum{Braced(labels)} {Number(series.Value)}\n{name}_count{Braced(labels)} {series.Count}\n");
    }
}
