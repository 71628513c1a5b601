using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Bleep.Outputs;
using Bleep.Pii.Redaction;

namespace Bleep.Reports;

/// <summary>
/// Writes a report as one HTML file that needs no network and no other file: style, script and, up to a limit, the sound are
/// inside. Its content security policy allows its own style and script by their hashes and nothing from outside.
/// </summary>
public sealed class ReportWriter
{
    /// <summary>Largest media file that is put inside the report; larger ones are referred to by name.</summary>
    public const long MaxEmbeddedBytes = 25 * 1024 * 1024;

    private static readonly string s_style = Resource("report.css");
    private static readonly string s_script = Resource("report.js");

    private readonly ReportModel _model;
    private readonly TextWriter _html;
    private readonly PolicyColors _colors;
    private readonly Dictionary<string, List<Redaction>> _byPolicy;

    private ReportWriter(ReportModel model, TextWriter html)
    {
        _model = model;
        _html = html;
        _colors = new PolicyColors(model.Audit.Redactions);
        _byPolicy = model.Audit.Redactions.GroupBy(redaction => redaction.Policy)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>Writes one report.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="model">What it shows.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task WriteAsync(string path, ReportModel model, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024, useAsync: true);
        await using var html = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024) { NewLine = "\n" };
        await new ReportWriter(model, html).WriteAsync(file, cancellationToken);
    }

    private async Task WriteAsync(FileStream file, CancellationToken cancellationToken)
    {
        string style = s_style + _colors.Rules();
        bool embeds = _model.Media is { } media && new FileInfo(media.Path).Length <= MaxEmbeddedBytes;
        // A report opened from a folder may play the file beside it; where media is inside, not even that is needed.
        string mediaSource = _model.Media is null ? "'none'" : embeds ? "data:" : "'self' file:";
        _html.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        _html.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; "
            + $"style-src '{Hash(style)}'; script-src '{Hash(s_script)}'; media-src {mediaSource}\">\n");
        _html.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        _html.Write($"<title>{Encode(_model.Name)} – redaction report</title>\n<style>{style}</style>\n</head>\n");
        _html.Write($"<body data-seconds=\"{Number(_model.Audit.SourceDuration.TotalSeconds)}\">\n");
        WriteHeader();
        WriteFigures();
        _html.Write("<section>\n<h2>Sound</h2>\n");
        if (_model.Peaks is { } peaks)
        {
            new WaveformDrawing(_html, peaks, _model.Audit, _colors).Write();
        }
        if (_model.Media is not null)
        {
            await WritePlayerAsync(file, embeds, cancellationToken);
        }
        else
        {
            _html.Write("<p class=\"none\">No media was written.</p>\n");
        }
        WriteLegend();
        _html.Write("</section>\n<div class=\"columns\">\n");
        WriteTranscript();
        _html.Write("<div>\n");
        WriteCounts();
        WriteRedactions();
        WriteSettings();
        _html.Write("</div>\n</div>\n");
        _html.Write($"<footer>Made by Bleep {Encode(_model.Audit.BleepVersion)}. This file holds redacted text and sound only.</footer>\n");
        _html.Write($"<div id=\"tip\" role=\"tooltip\"></div>\n<script>{s_script}</script>\n</body>\n</html>\n");
        await _html.FlushAsync(cancellationToken);
    }

    private void WriteHeader()
    {
        // The mark: a wave with its middle bleeped out.
        _html.Write("<header><svg viewBox=\"0 0 40 40\" aria-hidden=\"true\"><rect width=\"40\" height=\"40\" rx=\"10\" fill=\"#16181d\"/>"
            + "<g fill=\"#eceae6\"><rect x=\"7\" y=\"16\" width=\"3\" height=\"8\" rx=\"1.5\"/><rect x=\"12\" y=\"11\" width=\"3\" height=\"18\" rx=\"1.5\"/>"
            + "<rect x=\"30\" y=\"14\" width=\"3\" height=\"12\" rx=\"1.5\"/></g><rect x=\"17\" y=\"15\" width=\"11\" height=\"10\" rx=\"3\" fill=\"#fb923c\"/></svg>\n");
        var when = _model.Audit.CreatedAt.UtcDateTime;
        _html.Write($"<div><h1>{Encode(_model.Name)}</h1><p>Redaction report, {when:d MMMM yyyy, HH:mm} UTC</p></div></header>\n");
    }

    private void WriteFigures()
    {
        var audit = _model.Audit;
        double share = audit.SourceDuration > TimeSpan.Zero ? audit.Masked.Total / audit.SourceDuration : 0;
        _html.Write("<section class=\"figures\">\n");
        Figure(audit.Redactions.Count.ToString(), audit.Redactions.Count == 1 ? "redaction" : "redactions");
        Figure(_byPolicy.Count.ToString(), _byPolicy.Count == 1 ? "kind of data" : "kinds of data");
        Figure(ClockTime.Format(audit.SourceDuration), "length");
        if (_model.Media is not null)
        {
            Figure($"{audit.Masked.Total.TotalSeconds:F1} s", $"masked ({share:P1} of the sound)");
        }
        if (audit.Verification is not null)
        {
            Figure(Encode(audit.Verification), "verification");
        }
        _html.Write("</section>\n");

        void Figure(string value, string label) => _html.Write($"<div><b>{value}</b><span>{label}</span></div>\n");
    }

    private async Task WritePlayerAsync(FileStream file, bool embeds, CancellationToken cancellationToken)
    {
        var media = _model.Media!;
        string tag = media.IsVideo ? "video" : "audio";
        _html.Write($"<div class=\"player\"><{tag} controls preload=\"metadata\" src=\"");
        if (embeds)
        {
            _html.Write($"data:{media.ContentType};base64,");
            await _html.FlushAsync(cancellationToken);
            await using var source = File.OpenRead(media.Path);
            await using (var encoder = new CryptoStream(file, new ToBase64Transform(), CryptoStreamMode.Write, leaveOpen: true))
            {
                await source.CopyToAsync(encoder, cancellationToken);
            }
        }
        else
        {
            _html.Write(Encode(Uri.EscapeDataString(media.Name)));
        }
        _html.Write($"\"></{tag}></div>\n");
    }

    private void WriteLegend()
    {
        if (_byPolicy.Count == 0)
        {
            return;
        }
        _html.Write("<ul class=\"legend\">\n");
        foreach ((string policy, var redactions) in _byPolicy)
        {
            string color = _colors.ClassOf(policy);
            _html.Write($"<li><button type=\"button\" aria-pressed=\"false\" data-p=\"{color}\" class=\"{color}\"><i></i>{Label(policy)} <em>{redactions.Count}</em></button></li>\n");
        }
        _html.Write("</ul>\n");
    }

    private void WriteTranscript()
    {
        _html.Write("<section>\n<h2>Redacted transcript</h2>\n");
        bool isEmpty = true;
        foreach (var turn in _model.Turns.Where(turn => turn.Words.Count > 0))
        {
            isEmpty = false;
            _html.Write($"<div class=\"turn\"><time>{ClockTime.Format(turn.Words[0].Start)}</time><p>");
            if ((turn.Channel?.ToString() ?? turn.Speaker) is { } who)
            {
                _html.Write($"<span class=\"who\">{Encode(turn.Channel is null && who.Length > 2 ? who : $"Speaker {who}")}</span>");
            }
            foreach (var word in turn.Words)
            {
                WriteWord(word);
            }
            _html.Write("</p></div>\n");
        }
        if (isEmpty)
        {
            _html.Write("<p class=\"none\">No words were heard.</p>\n");
        }
        _html.Write("</section>\n");
    }

    private void WriteWord(RedactedWord word)
    {
        string times = $"data-t=\"{Number(word.Start.TotalSeconds)}\" data-e=\"{Number(word.End.TotalSeconds)}\"";
        if (word.Redaction is not { } span)
        {
            _html.Write($"<span class=\"w\" {times}>{Encode(word.Text)}</span> ");
            return;
        }
        string tip = $"{Words(span.Policy.Name)}\nscore {span.Score:F2}, {span.Recognizer}\n{ClockTime.FormatExact(word.Start)} – {ClockTime.FormatExact(word.End)}";
        _html.Write($"<mark class=\"w m {_colors.ClassOf(span.Policy.Name)}\" tabindex=\"0\" {times} data-tip=\"{Encode(tip)}\">{Encode(word.Text)}</mark> ");
    }

    private void WriteCounts()
    {
        _html.Write("<section>\n<h2>Found</h2>\n");
        if (_byPolicy.Count == 0)
        {
            _html.Write("<p class=\"none\">Nothing of the policies asked for was found.</p>\n</section>\n");
            return;
        }
        _html.Write("<table><thead><tr><th>Policy</th><th class=\"n\">Count</th><th class=\"n\">Time</th><th class=\"n\">Score</th></tr></thead><tbody>\n");
        foreach ((string policy, var redactions) in _byPolicy)
        {
            var time = Transcripts.Timeline.Of(redactions.Select(redaction => redaction.Time)).Total;
            _html.Write($"<tr><td class=\"{_colors.ClassOf(policy)}\"><i></i>{Label(policy)}</td><td class=\"n\">{redactions.Count}</td>"
                + $"<td class=\"n\">{time.TotalSeconds:F1} s</td><td class=\"n\">{redactions.Average(redaction => redaction.Score):F2}</td></tr>\n");
        }
        _html.Write("</tbody></table>\n</section>\n");
    }

    private void WriteRedactions()
    {
        if (_model.Audit.Redactions.Count == 0)
        {
            return;
        }
        _html.Write("<section>\n<h2>Every redaction</h2>\n<div class=\"scroll\"><table><thead><tr><th>Time</th><th>Policy</th><th class=\"n\">Score</th></tr></thead><tbody>\n");
        foreach (var redaction in _model.Audit.Redactions)
        {
            string color = _colors.ClassOf(redaction.Policy);
            _html.Write($"<tr class=\"jump m {color}\" tabindex=\"0\" data-t=\"{Number(Math.Max(0, redaction.Time.Start.TotalSeconds - 1))}\" "
                + $"data-tip=\"{Encode($"found by {redaction.Recognizer}")}\"><td>{ClockTime.FormatExact(redaction.Time.Start)}</td>"
                + $"<td class=\"{color}\"><i></i>{Label(redaction.Policy)}</td><td class=\"n\">{redaction.Score:F2}</td></tr>\n");
        }
        _html.Write("</tbody></table></div>\n</section>\n");
    }

    private void WriteSettings()
    {
        var audit = _model.Audit;
        var settings = audit.Settings;
        _html.Write("<section>\n<h2>Made with</h2>\n<table class=\"settings\"><tbody>\n");
        Row("Engine", audit.Model is null ? audit.Engine : $"{audit.Engine} ({audit.Model})");
        Row("Language", settings.Language);
        Row("Sensitivity", settings.Sensitivity);
        Row("Policies", settings.Policies.Equals(Pii.Policies.PiiPolicySet.Documented)
            ? $"all documented ({settings.Policies.Count})"
            : string.Join(", ", settings.Policies.Select(policy => Words(policy.Name))));
        Row("Substitution", settings.Substitution);
        Row("Audio", settings.Audio);
        if (settings.Audio != "none")
        {
            Row("Padding", $"{settings.Padding.TotalMilliseconds:F0} ms");
        }
        if (settings.CustomRules > 0)
        {
            Row("Own terms and rules", settings.CustomRules.ToString());
        }
        if (audit.MediaSha256 is not null)
        {
            Row("SHA-256 of the media", audit.MediaSha256);
        }
        _html.Write("</tbody></table>\n</section>\n");

        void Row(string name, string value) => _html.Write($"<tr><td>{Encode(name)}</td><td>{Encode(value)}</td></tr>\n");
    }

    internal static string Number(double value) => value.ToString("0.###");

    internal static string Words(string policy) => policy.Replace('_', ' ');

    internal static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static string Label(string policy) => Encode(Words(policy));

    private static string Hash(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";

    private static string Resource(string name)
    {
        using var stream = typeof(ReportWriter).Assembly.GetManifestResourceStream($"Bleep.Reports.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        // Browsers hash what stands in the document, where line ends are LF.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
