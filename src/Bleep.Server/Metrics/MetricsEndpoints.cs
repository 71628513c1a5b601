using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bleep.Server.Metrics;

/// <summary><c>/metrics</c>.</summary>
internal static class MetricsEndpoints
{
    /// <summary>Adds what the endpoint and the middleware need.</summary>
    /// <param name="services">The server's services; they hold an <c>IDatabase</c> and a <c>TimeProvider</c>.</param>
    public static IServiceCollection AddServerMetrics(this IServiceCollection services) => services
        .AddSingleton<ServerMetrics>()
        .AddSingleton<PrometheusExporter>()
        .AddSingleton<QueueProbe>();

    /// <summary>Counts requests; stands first, before whatever may answer one. It also starts the counting.</summary>
    /// <param name="app">The server.</param>
    public static IApplicationBuilder UseServerMetrics(this IApplicationBuilder app)
    {
        app.ApplicationServices.GetRequiredService<PrometheusExporter>();
        return app.UseMiddleware<RequestMetrics>();
    }

    /// <summary>Maps <c>GET /metrics</c>, for whoever gets that far: a key or a listener of its own is the caller's part.</summary>
    /// <param name="routes">Where to.</param>
    public static IEndpointConventionBuilder MapServerMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", WriteAsync);

    private static async Task<IResult> WriteAsync(
        ServerMetrics metrics, PrometheusExporter exporter, QueueProbe probe, CancellationToken cancellationToken)
    {
        metrics.ShowQueue(await probe.ReadAsync(cancellationToken));
        return Results.Text(exporter.Write(), PrometheusExporter.ContentType, Encoding.UTF8);
    }
}
