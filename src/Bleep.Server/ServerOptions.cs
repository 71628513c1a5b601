using System.Net;
using Bleep.Speech;

namespace Bleep.Server;

/// <summary>Everything that can be set about a server. Sizes are bytes, times are <see cref="TimeSpan"/>s.</summary>
public sealed record ServerOptions
{
    /// <summary>Address and port to listen on; default <c>127.0.0.1:8080</c>. Port 0 takes a free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 8080);

    /// <summary>A second address for <c>/metrics</c>, without a key; null serves it on the first one, behind a key.</summary>
    public IPEndPoint? MetricsListen { get; init; }

    /// <summary>The address under which clients reach the server; links are built from it alone. Null takes the address listened on.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Folder for state, uploads and results.</summary>
    public required string DataFolder { get; init; }

    /// <summary>File with the encryption and signing keys; null takes one outside the data folder, see <c>docs/security.md</c>.</summary>
    public string? KeyFile { get; init; }

    /// <summary>True serves everybody who can reach the server; allowed on loopback addresses only.</summary>
    public bool NoAuthentication { get; init; }

    /// <summary>PEM file with the certificate chain for TLS, or null for plain HTTP.</summary>
    public string? TlsCertificateFile { get; init; }

    /// <summary>PEM file with the certificate's private key.</summary>
    public string? TlsKeyFile { get; init; }

    /// <summary>True makes a certificate for trials; clients must be told to trust it.</summary>
    public bool TlsSelfSigned { get; init; }

    /// <summary>Networks from which <c>X-Forwarded-*</c> headers are believed.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Networks that <c>audio_url</c> and <c>webhook_url</c> may lead into although they are private.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>Host names that requests may carry besides the address listened on and the public one.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Jobs that run at the same time; default the number of cores.</summary>
    public int MaxRunningJobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Jobs of one key that may wait; more are refused with 429.</summary>
    public int MaxQueuedJobsPerKey { get; init; } = 10_000;

    /// <summary>Requests of one key per minute; more are refused with 429.</summary>
    public int MaxRequestsPerMinute { get; init; } = 60_000;

    /// <summary>Most bytes of an upload; default 8 GiB.</summary>
    public long MaxUploadBytes { get; init; } = 8L << 30;

    /// <summary>Most bytes fetched from an <c>audio_url</c>; default 8 GiB.</summary>
    public long MaxDownloadBytes { get; init; } = 8L << 30;

    /// <summary>Most bytes of a JSON request; default 4 MiB.</summary>
    public long MaxJsonBytes { get; init; } = 4 << 20;

    /// <summary>Bytes that uploads of all keys may take together; more are refused with 507. Null for no quota.</summary>
    public long? DiskQuotaBytes { get; init; }

    /// <summary>How often a job is begun before it errs; more than one begin means that the process died in between.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>How long redacted media is kept; default 24 h.</summary>
    public TimeSpan MediaRetention { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a link to redacted media works; default 30 min.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long an upload that no job used is kept; default 24 h.</summary>
    public TimeSpan UploadRetention { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a transcript is kept; null until it is deleted.</summary>
    public TimeSpan? TranscriptRetention { get; init; }

    /// <summary>Time between two attempts of a webhook call; default 10 s.</summary>
    public TimeSpan WebhookSpacing { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a webhook receiver may take to answer; default 10 s.</summary>
    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Webhook calls that may be under way at the same time; default 16.</summary>
    public int MaxRunningWebhooks { get; init; } = 16;

    /// <summary>How often what is past its retention is removed; default 1 h.</summary>
    public TimeSpan JanitorInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Speech engine by name, as for <c>--engine</c>; default <c>auto</c>.</summary>
    public string Engine { get; init; } = "auto";

    /// <summary>Model of the engine; null takes its best.</summary>
    public string? Model { get; init; }

    /// <summary>Processes that recognise at the same time; null takes one a core.</summary>
    public int? EngineHosts { get; init; }

    /// <summary>Where engines find models and servers; default the usual places.</summary>
    public SpeechEngineSettings Speech { get; init; } = new();

    /// <summary>Streaming sessions at the same time; more are refused with code 3009. Each has an engine process of its own. Default 4.</summary>
    public int MaxStreams { get; init; } = 4;
}
