using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bleep.Server.Health;

/// <summary><c>/health/live</c> and <c>/health/ready</c>, for whoever restarts or routes; no key is needed and nothing private told.</summary>
internal static class HealthEndpoints
{
    /// <summary>Adds the checks of database, storage and engine; others register an <see cref="IReadinessCheck"/> of their own.</summary>
    /// <param name="services">The server's services.</param>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<IReadinessCheck, DatabaseReadiness>()
        .AddSingleton<IReadinessCheck, StorageReadiness>()
        .AddSingleton<IReadinessCheck, EngineReadiness>()
        .AddSingleton<Readiness>();

    /// <summary>Maps the two addresses.</summary>
    /// <param name="routes">Where to.</param>
    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health");
        group.MapGet("/live", () => Results.Json(new Dictionary<string, string> { ["status"] = "ok" })).WithSummary("Tell that the server runs");
        group.MapGet("/ready", ReadyAsync).WithSummary("Tell whether the server can work");
        return group;
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellationToken)
    {
        var checks = await readiness.CheckAsync(cancellationToken);
        bool isReady = checks.Values.All(passed => passed);
        return Results.Json(
            new Dictionary<string, object>
            {
                ["status"] = isReady ? "ready" : "not ready",
                ["checks"] = checks.ToDictionary(check => check.Key, check => check.Value ? "ok" : "failed"),
            },
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
