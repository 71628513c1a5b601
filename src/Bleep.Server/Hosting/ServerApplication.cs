using System.Text.Json;
using System.Text.Json.Serialization;
using Bleep.Server.AssemblyAi;
using Bleep.Server.Health;
using Bleep.Server.Jobs;
using Bleep.Server.Jobs.InProcess;
using Bleep.Server.Media;
using Bleep.Server.Metrics;
using Bleep.Server.Retention;
using Bleep.Server.Security;
using Bleep.Server.Security.Access;
using Bleep.Server.Security.Outgoing;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Streaming;
using Bleep.Server.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bleep.Server.Hosting;

/// <summary>Joins the parts of a server. The order of the pipeline is: count, turn errors into bodies, check who asks, answer.</summary>
internal static class ServerApplication
{
    private const int SpareSockets = 256;

    private static readonly TimeSpan s_headersTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_shutdownTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Builds the application; it does not listen yet.</summary>
    /// <param name="parts">What it is made of.</param>
    /// <param name="configureLogging">Where logs go; null writes none.</param>
    public static WebApplication Build(ServerParts parts, Action<ILoggingBuilder>? configureLogging)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ApplicationName = "bleep", ContentRootPath = Path.GetFullPath(parts.Options.DataFolder) });
        builder.Logging.ClearProviders();
        // The framework's own lines name addresses, which hold ids and search words.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        configureLogging?.Invoke(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => ConfigureKestrel(kestrel, parts));
        AddServices(builder.Services, parts);
        var app = builder.Build();
        Use(app, parts.Options);
        return app;
    }

    private static void ConfigureKestrel(KestrelServerOptions kestrel, ServerParts parts)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = parts.Options.MaxJsonBytes;
        kestrel.Limits.RequestHeadersTimeout = s_headersTimeout;
        // Sockets beyond the sessions there may be are only told so and closed.
        kestrel.Limits.MaxConcurrentUpgradedConnections = parts.Options.MaxStreams + SpareSockets;
        kestrel.Listen(parts.Options.Listen, listen =>
        {
            if (parts.Certificate is { } certificate)
            {
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = certificate.Leaf;
                    https.ServerCertificateChain = certificate.Chain;
                });
            }
        });
        if (parts.Options.MetricsListen is { } metrics)
        {
            kestrel.Listen(metrics);
        }
    }

    private static void AddServices(IServiceCollection services, ServerParts parts)
    {
        var options = parts.Options;
        services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = s_shutdownTimeout);
        // The document describes the interface by these: answers are written by the context itself.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, AssemblyAiJson.Default);
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services
            .AddSingleton(options)
            .AddSingleton(parts.Clock)
            .AddSingleton(parts.Tools)
            .AddSingleton(parts.Database)
            .AddSingleton(parts.Blobs)
            .AddSingleton(parts.ApiKeys)
            .AddSingleton(parts.Speech)
            .AddSingleton(parts.Speech.Engine)
            .AddSingleton<IContentCipher>(new AesContentCipher(parts.Keys))
            .AddSingleton(new SignedLinks(parts.Keys, options.PublicUrl!, parts.Clock))
            .AddSingleton(new PublicAddress(options.PublicUrl!))
            .AddSingleton(new HttpMessageInvoker(GuardedHttpHandler.For(options)))
            .AddSingleton<IGuardedDownloader>(provider => new GuardedDownloader(
                provider.GetRequiredService<HttpMessageInvoker>(), new OutgoingLimits(), parts.Clock))
            .AddSingleton<IWebhookSender>(provider => new HttpWebhookSender(
                provider.GetRequiredService<HttpMessageInvoker>(), options.WebhookTimeout, parts.Clock))
            .AddSingleton<IWebhookStore, SqlWebhookStore>()
            .AddSingleton<WebhookSignal>()
            .AddSingleton<ITranscriptStore, SqlTranscriptStore>()
            .AddSingleton<IUploadStore, SqlUploadStore>()
            .AddSingleton<IJobQueue, InProcessJobQueue>()
            .AddSingleton<RunningJobs>()
            .AddSingleton<RecordingOpener>()
            .AddSingleton<JobProcessor>()
            .AddSingleton<ResultReader>()
            .AddSingleton<RetentionRows>()
            .AddSingleton<OrphanSweep>()
            .AddHostedService<JobRunner>()
            .AddHostedService<WebhookDispatcher>()
            .AddHostedService<Janitor>()
            .AddServerMetrics()
            .AddHealth()
            .AddAccessControl(options)
            .AddAssemblyAi()
            .AddSingleton<ILiveSpeech, LiveSpeech>()
            .AddStreaming(parts.Keys)
            .AddServerDocument();
    }

    private static void Use(WebApplication app, ServerOptions options)
    {
        if (options.MetricsListen is { } metrics)
        {
            // By the port it came in on, not by what a request says of its host.
            app.MapWhen(
                context => context.Connection.LocalPort == metrics.Port,
                branch => branch.UseRouting().UseEndpoints(routes => routes.MapServerMetrics()));
        }
        app.UseServerMetrics();
        app.UseErrorBodies();
        if (options.TrustedProxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var network in options.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(network);
            }
            app.UseForwardedHeaders(forwarded);
        }
        app.UseAccessControl();
        app.UseStreaming();
        app.MapHealth().AllowAnonymous();
        app.MapMedia().AllowAnonymous();
        app.MapAssemblyAi();
        app.MapStreaming();
        app.MapServerDocument();
        if (options.MetricsListen is null)
        {
            app.MapServerMetrics().RequireScope(ApiScopes.Metrics);
        }
    }
}
