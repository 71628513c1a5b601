using System.Net;
using Bleep.Cli.Output;
using Bleep.Media;
using Bleep.Server;
using Bleep.Server.Security;
using Bleep.Server.Storage;
using Bleep.Server.Storage.Sql;
using Bleep.Speech;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bleep.Cli.Commands;

/// <summary>Runs a server until it is told to stop.</summary>
internal static class ServeRun
{
    public static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancellationToken)
    {
        var options = OptionsOf(settings);
        var terminal = Console.IsErrorRedirected ? null : Console.Error;
        await using var server = await StartAsync(options, terminal, settings.LogsMore, cancellationToken);
        if (server.EngineNotice is { } notice)
        {
            Console.Error.WriteLine($"bleep: {notice}");
        }
        if (server.FirstKeyFile is { } file)
        {
            Console.Error.WriteLine($"bleep: the first API key is in {file}; move it to where your client keeps secrets");
        }
        Console.Error.WriteLine($"bleep: serving {server.PublicUrl} (Ctrl-C stops)");
        await server.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }

    private static async Task<BleepServer> StartAsync(ServerOptions options, TextWriter? terminal, bool logsMore, CancellationToken cancellationToken)
    {
        try
        {
            return await BleepServer.StartAsync(
                options,
                terminal,
                logging => logging
                    .SetMinimumLevel(logsMore ? LogLevel.Debug : LogLevel.Information)
                    .AddSimpleConsole(console =>
                    {
                        console.SingleLine = true;
                        console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
                        console.UseUtcTimestamp = true;
                    })
                    .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
                        console => console.LogToStandardErrorThreshold = LogLevel.Trace),
                cancellationToken: cancellationToken);
        }
        catch (SecuritySetupException error)
        {
            throw CommandFailure.Usage(error.Message);
        }
        catch (DatabaseVersionException error)
        {
            throw CommandFailure.Input(error.Message);
        }
        catch (SpeechException error)
        {
            throw new CommandFailure(error.IsMissingSoftware ? ExitCodes.MachineLacks : ExitCodes.WrongUsage, error.Message);
        }
        catch (MediaToolMissingException error)
        {
            throw new CommandFailure(ExitCodes.MachineLacks, FailureText.Of(error));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            throw CommandFailure.Input(error is IOException ? error.Message : "the data folder cannot be used, or the address not be listened on");
        }
    }

    private static ServerOptions OptionsOf(ServeSettings settings)
    {
        var options = new ServerOptions { DataFolder = settings.Data ?? DataFolder.OfUser().FullPath };
        return options with
        {
            Listen = settings.Listen,
            MetricsListen = settings.MetricsListen,
            PublicUrl = settings.PublicUrl is null ? null
                : Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var url) ? url
                : throw CommandFailure.Usage("The public URL must be a whole address such as https://bleep.example.org."),
            KeyFile = settings.KeyFile,
            TlsCertificateFile = settings.TlsCertificate,
            TlsKeyFile = settings.TlsKey,
            TlsSelfSigned = settings.TlsSelfSigned,
            NoAuthentication = settings.NoAuthentication,
            TrustedProxies = Networks(settings.TrustedProxies, "--trusted-proxies"),
            AllowedNetworks = Networks(settings.AllowedNetworks, "--allow-network"),
            AllowedHosts = settings.AllowedHosts,
            MaxRunningJobs = settings.Jobs ?? options.MaxRunningJobs,
            MaxStreams = settings.MaxStreams ?? options.MaxStreams,
            DiskQuotaBytes = settings.DiskQuotaMib is { } mib ? mib << 20 : null,
            MaxUploadBytes = settings.MaxUploadMib is { } upload ? upload << 20 : options.MaxUploadBytes,
            MaxDownloadBytes = settings.MaxDownloadMib is { } download ? download << 20 : options.MaxDownloadBytes,
            MaxJsonBytes = settings.MaxJsonKib is { } json ? json << 10 : options.MaxJsonBytes,
            MaxQueuedJobsPerKey = settings.MaxQueued ?? options.MaxQueuedJobsPerKey,
            MaxRequestsPerMinute = settings.MaxRequests ?? options.MaxRequestsPerMinute,
            MediaRetention = settings.MediaHours is { } hours ? TimeSpan.FromHours(hours) : options.MediaRetention,
            LinkLifetime = settings.LinkMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : options.LinkLifetime,
            TranscriptRetention = settings.TranscriptDays is { } days ? TimeSpan.FromDays(days) : null,
            WebhookSpacing = settings.WebhookSpacingSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : options.WebhookSpacing,
            Engine = settings.Engine,
            Model = settings.Model,
            EngineHosts = settings.EngineHosts,
            Speech = settings.Speech,
        };
    }

    private static IPNetwork[] Networks(IReadOnlyList<string> texts, string option) =>
    [
        .. texts.Select(text => IPNetwork.TryParse(text, out var network)
            ? network
            : throw CommandFailure.Usage($"{option} takes networks such as 10.0.0.0/8.")),
    ];
}
