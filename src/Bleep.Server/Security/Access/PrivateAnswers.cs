using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Bleep.Server.Security.Access;

/// <summary>Marks all answers as private unless an endpoint says otherwise: kept in no cache, not guessed at, shown in no frame.</summary>
/// <param name="next">What follows.</param>
internal sealed class PrivateAnswers(RequestDelegate next)
{
    /// <summary>Marks the answer of a request.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment, as an error handler clears what was set before.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            SetIfAbsent(headers, "Cache-Control", "no-store");
            SetIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            // A signed link must not travel on in the next request's Referer.
            SetIfAbsent(headers, "Referrer-Policy", "no-referrer");
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void SetIfAbsent(IHeaderDictionary headers, string name, StringValues value)
    {
        if (!headers.ContainsKey(name))
        {
            headers[name] = value;
        }
    }
}
