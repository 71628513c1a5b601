using Bleep.Server.Security;
using Bleep.Server.Streaming.Access;
using Bleep.Server.Streaming.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bleep.Server.Streaming;

/// <summary>The AssemblyAI-compatible interface for live audio: its routes, and what they need.</summary>
internal static class StreamingRoutes
{
    // Pings go out only while a client is silent; one that answers none is gone, though its connection seems open.
    private static readonly TimeSpan s_pingInterval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pingTimeout = TimeSpan.FromSeconds(40);

    /// <summary>Adds what the endpoints are made of.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="keys">The server's keys.</param>
    public static IServiceCollection AddStreaming(this IServiceCollection services, KeyRing keys) => services
        .AddSingleton(provider => new StreamingTokens(keys, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<StreamingAccess>()
        .AddSingleton<StreamSlots>()
        .AddSingleton<TokenEndpoint>()
        .AddSingleton<StreamingEndpoint>();

    /// <summary>Lets requests become sockets; before the routes.</summary>
    /// <param name="app">The application.</param>
    public static IApplicationBuilder UseStreaming(this IApplicationBuilder app) =>
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = s_pingInterval, KeepAliveTimeout = s_pingTimeout });

    /// <summary>Adds the routes. The socket checks keys and tokens itself, as it tells what is wrong in its own way.</summary>
    /// <param name="routes">Where they are added.</param>
    public static void MapStreaming(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v3").WithTags("Streaming");
        group.MapGet("/token", (HttpContext context, TokenEndpoint endpoint) => endpoint.Handle(context))
            .Produces<TokenResponse>().Produces<TokenErrorResponse>(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Make a temporary token for streaming");
        group.MapGet("/ws", (HttpContext context, StreamingEndpoint endpoint) => endpoint.HandleAsync(context))
            .AllowAnonymous().ExcludeFromDescription();
    }
}
