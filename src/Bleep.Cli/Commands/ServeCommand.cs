using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Bleep.Cli.Options;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep serve</c>: the AssemblyAI-compatible interface for recordings.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var listen = new Option<IPEndPoint>("--listen")
        {
            Description = "Address and port to listen on",
            HelpName = "IP:PORT",
            DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, 8080),
            CustomParser = result => ParseEndPoint(result),
        };
        var metrics = new Option<IPEndPoint?>("--metrics-listen")
        {
            Description = "Second address for /metrics, without a key; default the first, behind a key",
            HelpName = "IP:PORT",
            CustomParser = result => ParseEndPoint(result),
        };
        var publicUrl = new Option<string?>("--public-url") { Description = "Address under which clients reach the server; links are built from it", HelpName = "URL" };
        var data = new Option<string?>("--data") { Description = "Folder for state, uploads, results, and models if they were pulled into it", HelpName = "DIR" };
        var keyFile = new Option<string?>("--key-file") { Description = "File with the encryption keys; default outside the data folder", HelpName = "FILE" };
        var tlsCertificate = new Option<string?>("--tls-cert") { Description = "Certificate chain for TLS, PEM", HelpName = "FILE" };
        var tlsKey = new Option<string?>("--tls-key") { Description = "Private key of the certificate, PEM", HelpName = "FILE" };
        var selfSigned = new Option<bool>("--tls-self-signed") { Description = "TLS with a certificate made for trials" };
        var noAuth = new Option<bool>("--no-auth") { Description = "Ask for no key; on loopback addresses only" };
        var proxies = new Option<string?>("--trusted-proxies") { Description = "Networks whose X-Forwarded headers are believed", HelpName = "CIDR,…" };
        var networks = new Option<string?>("--allow-network") { Description = "Private networks that audio_url and webhook_url may lead into", HelpName = "CIDR,…" };
        var hosts = new Option<string?>("--allow-host") { Description = "Further host names that requests may carry", HelpName = "NAME,…" };
        var jobs = new Option<int?>("--jobs") { Description = "Jobs that run at the same time; default one a core", HelpName = "N" };
        var streams = new Option<int?>("--max-streams") { Description = "Streaming sessions at the same time; default 4", HelpName = "N" };
        var quota = new Option<long?>("--disk-quota") { Description = "Most MiB that uploads may take together", HelpName = "MIB" };
        var maxUpload = new Option<long?>("--max-upload") { Description = "Most MiB of an upload; default 8192", HelpName = "MIB" };
        var maxDownload = new Option<long?>("--max-download") { Description = "Most MiB fetched from an audio_url; default 8192", HelpName = "MIB" };
        var maxJson = new Option<long?>("--max-json") { Description = "Most KiB of a JSON request; default 4096", HelpName = "KIB" };
        var maxQueued = new Option<int?>("--max-queued") { Description = "Jobs of one key that may wait; default 10000", HelpName = "N" };
        var maxRequests = new Option<int?>("--max-requests") { Description = "Requests of one key per minute; default 60000", HelpName = "N" };
        var mediaHours = new Option<double?>("--media-hours") { Description = "Hours that redacted media is kept; default 24", HelpName = "H" };
        var linkMinutes = new Option<double?>("--link-minutes") { Description = "Minutes that a link to redacted media works; default 30", HelpName = "MIN" };
        var transcriptDays = new Option<double?>("--transcript-days") { Description = "Days that transcripts are kept; default until deleted", HelpName = "D" };
        var webhookSpacing = new Option<double?>("--webhook-spacing") { Description = "Seconds between two attempts of a webhook call; default 10", HelpName = "S" };
        var verbose = new Option<bool>("--debug") { Description = "Log more, still without any text" };
        Option[] positive =
        [
            jobs, streams, quota, maxUpload, maxDownload, maxJson, maxQueued, maxRequests, mediaHours, linkMinutes, transcriptDays, webhookSpacing,
        ];
        foreach (var option in positive)
        {
            option.Validators.Add(RefuseNotPositive);
        }
        var engine = new EngineOptions(data);
        var command = new ExampleCommand(
            "serve",
            "Serve the AssemblyAI-compatible interface for recordings.",
            "bleep serve --data server",
            "bleep serve --listen 0.0.0.0:8443 --public-url https://bleep.example.org --tls-cert chain.pem --tls-key key.pem --data /var/lib/bleep")
        {
            listen, metrics, publicUrl, data, keyFile, tlsCertificate, tlsKey, selfSigned, noAuth, proxies, networks, hosts, jobs, streams, quota,
            maxUpload, maxDownload, maxJson, maxQueued, maxRequests, mediaHours, linkMinutes, transcriptDays, webhookSpacing, verbose,
        };
        engine.AddTo(command);
        command.SetAction((parsed, token) => ServeRun.RunAsync(
            new ServeSettings(parsed.GetRequiredValue(listen), parsed.GetValue(metrics))
            {
                PublicUrl = parsed.GetValue(publicUrl),
                Data = parsed.GetValue(data),
                KeyFile = parsed.GetValue(keyFile),
                TlsCertificate = parsed.GetValue(tlsCertificate),
                TlsKey = parsed.GetValue(tlsKey),
                TlsSelfSigned = parsed.GetValue(selfSigned),
                NoAuthentication = parsed.GetValue(noAuth),
                TrustedProxies = List(parsed.GetValue(proxies)),
                AllowedNetworks = List(parsed.GetValue(networks)),
                AllowedHosts = List(parsed.GetValue(hosts)),
                Jobs = parsed.GetValue(jobs),
                MaxStreams = parsed.GetValue(streams),
                DiskQuotaMib = parsed.GetValue(quota),
                MaxUploadMib = parsed.GetValue(maxUpload),
                MaxDownloadMib = parsed.GetValue(maxDownload),
                MaxJsonKib = parsed.GetValue(maxJson),
                MaxQueued = parsed.GetValue(maxQueued),
                MaxRequests = parsed.GetValue(maxRequests),
                MediaHours = parsed.GetValue(mediaHours),
                LinkMinutes = parsed.GetValue(linkMinutes),
                TranscriptDays = parsed.GetValue(transcriptDays),
                WebhookSpacingSeconds = parsed.GetValue(webhookSpacing),
                Engine = engine.NameOf(parsed),
                Model = engine.ModelOf(parsed),
                EngineHosts = engine.HostsOf(parsed),
                Speech = engine.SettingsOf(parsed),
                LogsMore = parsed.GetValue(verbose),
            },
            token));
        return command;
    }

    private static string[] List(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IPEndPoint ParseEndPoint(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        // 'localhost' is what people write; other names may stand for several addresses.
        string address = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? $"127.0.0.1{text["localhost".Length..]}" : text;
        if (IPEndPoint.TryParse(address, out var endPoint) && address.LastIndexOf(':') > address.LastIndexOf(']') && address.Contains(':', StringComparison.Ordinal))
        {
            return endPoint;
        }
        result.AddError($"'{text}' is no address and port, such as 127.0.0.1:8080.");
        return new IPEndPoint(IPAddress.None, 0);
    }

    private static void RefuseNotPositive(OptionResult result)
    {
        if (result.Tokens is [var token, ..]
            && (!double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || value is <= 0 or > 1_000_000_000))
        {
            result.AddError($"{result.Option.Name} must be a number above 0.");
        }
    }
}
