using System.Net;
using Bleep.Speech;

namespace Bleep.Cli.Commands;

/// <summary>What <c>bleep serve</c> was told, before anything of the server is loaded.</summary>
internal sealed record ServeSettings(IPEndPoint Listen, IPEndPoint? MetricsListen)
{
    public string? PublicUrl { get; init; }

    public string? Data { get; init; }

    public string? KeyFile { get; init; }

    public string? TlsCertificate { get; init; }

    public string? TlsKey { get; init; }

    public bool TlsSelfSigned { get; init; }

    public bool NoAuthentication { get; init; }

    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    public int? Jobs { get; init; }

    public int? MaxStreams { get; init; }

    public long? DiskQuotaMib { get; init; }

    public long? MaxUploadMib { get; init; }

    public long? MaxDownloadMib { get; init; }

    public long? MaxJsonKib { get; init; }

    public int? MaxQueued { get; init; }

    public int? MaxRequests { get; init; }

    public double? MediaHours { get; init; }

    public double? LinkMinutes { get; init; }

    public double? TranscriptDays { get; init; }

    public double? WebhookSpacingSeconds { get; init; }

    public string Engine { get; init; } = "auto";

    public string? Model { get; init; }

    public int? EngineHosts { get; init; }

    public SpeechEngineSettings Speech { get; init; } = new();

    public bool LogsMore { get; init; }
}
