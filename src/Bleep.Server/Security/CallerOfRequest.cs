using Microsoft.AspNetCore.Http;

namespace Bleep.Server.Security;

/// <summary>Tells endpoints whose request they answer.</summary>
internal static class CallerOfRequest
{
    /// <summary>Whose request it is.</summary>
    /// <param name="context">A request to an endpoint that needs a key.</param>
    /// <exception cref="InvalidOperationException">Nobody was authenticated.</exception>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("the endpoint asks for a caller but needs no key");
}
