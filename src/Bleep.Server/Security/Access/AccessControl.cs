using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bleep.Server.Security.Access;

/// <summary>
/// Who may ask, and how often. Every endpoint needs a key unless it is marked with <c>AllowAnonymous()</c>, and the scope
/// <see cref="ApiScopes.Transcripts"/> unless <see cref="RequireScope"/> names another.
/// </summary>
internal static class AccessControl
{
    private const int SegmentsPerWindow = 6;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    /// <summary>Adds what <see cref="UseAccessControl"/> needs, but for <see cref="ApiKeys"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="options">The server's settings.</param>
    /// <exception cref="SecuritySetupException">The settings are not safe.</exception>
    public static IServiceCollection AddAccessControl(this IServiceCollection services, ServerOptions options)
    {
        AccessRules.Check(options);
        services.TryAddSingleton(options);
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RejectAsync;
            // A partition of a key that asks no more is dropped, so there are never more of them than keys.
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.Features.Get<Caller>() is { } caller
                ? RateLimitPartition.GetSlidingWindowLimiter(caller.KeyId, _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = options.MaxRequestsPerMinute,
                    Window = s_window,
                    SegmentsPerWindow = SegmentsPerWindow,
                    QueueLimit = 0,
                })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    /// <summary>Adds the checks to the pipeline, in front of all endpoints and behind forwarded headers.</summary>
    /// <param name="app">The application.</param>
    public static IApplicationBuilder UseAccessControl(this IApplicationBuilder app) => app
        .UseMiddleware<PrivateAnswers>()
        .UseMiddleware<HostCheck>()
        .UseRouting()
        .UseMiddleware<KeyCheck>()
        .UseRateLimiter();

    /// <summary>Names the scope that a key needs for endpoints.</summary>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="scope">The scope.</param>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoints, ApiScopes scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new RequiredScope(scope));

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) && told > TimeSpan.Zero ? told : s_window / SegmentsPerWindow;
        rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await Refusal.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too many requests with this API key; wait and try again");
    }
}
