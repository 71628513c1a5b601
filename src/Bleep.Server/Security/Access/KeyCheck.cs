using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.Security.Access;

/// <summary>
/// Lets a request pass when its <c>Authorization</c> header holds a good API key, alone or behind <c>Bearer</c>. What no endpoint answers
/// needs a key too, so that strangers learn nothing of what there is.
/// </summary>
/// <param name="next">What follows.</param>
/// <param name="options">The server's settings.</param>
/// <param name="keys">The keys.</param>
internal sealed class KeyCheck(RequestDelegate next, ServerOptions options, ApiKeys keys)
{
    // The official clients show this text to their users.
    private const string MissingOrWrong = "Authentication error, API token missing/invalid";
    private const string Bearer = "Bearer ";

    /// <summary>Checks a request.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        if (options.NoAuthentication)
        {
            context.Features.Set(Caller.Anonymous);
            await next(context);
            return;
        }
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(context);
            return;
        }
        if (await keys.VerifyAsync(TextOf(context.Request), context.RequestAborted) is not { } key)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Refusal.WriteAsync(context, StatusCodes.Status401Unauthorized, MissingOrWrong);
            return;
        }
        var scope = metadata?.GetMetadata<RequiredScope>()?.Scope ?? ApiScopes.Transcripts;
        if (!key.Scopes.HasFlag(scope))
        {
            await Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, $"This API key lacks the scope {ApiScopeNames.Format(scope)}");
            return;
        }
        context.Features.Set(new Caller(key.Id) { Scopes = key.Scopes });
        await next(context);
    }

    private static string TextOf(HttpRequest request)
    {
        // Two of them are one too many: which one counts would be a guess.
        if (request.Headers.Authorization is not [{ } value])
        {
            return "";
        }
        value = value.Trim();
        return value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value[Bearer.Length..].TrimStart() : value;
    }
}
