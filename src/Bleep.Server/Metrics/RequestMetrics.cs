using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bleep.Server.Metrics;

/// <summary>Counts requests by the pattern of their route, which is a finite set, and never by their path.</summary>
internal sealed class RequestMetrics(RequestDelegate next, ServerMetrics metrics, TimeProvider time)
{
    private const string NoRoute = "none";

    public async Task InvokeAsync(HttpContext context)
    {
        long start = time.GetTimestamp();
        // Asked before too: handling an error takes the endpoint away.
        var endpoint = context.GetEndpoint();
        int? failed = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            failed = null;
        }
        finally
        {
            string route = ((endpoint ?? context.GetEndpoint()) as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute;
            metrics.RequestEnded(route, failed ?? context.Response.StatusCode, time.GetElapsedTime(start));
        }
    }
}
