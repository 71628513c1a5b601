using System.Globalization;
using Bleep.Server.Security;
using Bleep.Server.Streaming.Messages;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.Streaming.Access;

/// <summary><c>GET /v3/token</c>: a token with which a browser may stream without knowing the API key.</summary>
/// <param name="tokens">Makes them.</param>
internal sealed class TokenEndpoint(StreamingTokens tokens)
{
    private const int MaxLifetimeSeconds = 600;
    private const int MinSessionSeconds = 60;
    private const int MaxSessionSeconds = 10_800;

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    public IResult Handle(HttpContext context)
    {
        var faults = new List<TokenFault>();
        int? lifetime = Read("expires_in_seconds", 1, MaxLifetimeSeconds, null);
        int? session = Read("max_session_duration_seconds", MinSessionSeconds, MaxSessionSeconds, MaxSessionSeconds);
        if (lifetime is null || session is null)
        {
            var body = new TokenErrorResponse(faults, string.Join("; ", faults.Select(fault => $"{fault.Loc[^1]}: {fault.Msg}")));
            return TypedResults.Json(body, StreamingJson.Default.TokenErrorResponse, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        string token = tokens.Create(context.Caller().KeyId, TimeSpan.FromSeconds(lifetime.Value), TimeSpan.FromSeconds(session.Value));
        return TypedResults.Json(new TokenResponse(token, lifetime.Value), StreamingJson.Default.TokenResponse);

        int? Read(string name, int min, int max, int? fallback)
        {
            string? text = context.Request.Query[name] is [{ } value] && value.Length > 0 ? value : null;
            if (text is null && fallback is not null)
            {
                return fallback;
            }
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max)
            {
                return number;
            }
            faults.Add(new TokenFault(["query", name], text is null ? "Field required" : $"Input should be a whole number from {min} to {max}", text is null ? "missing" : "value_error"));
            return null;
        }
    }
}
