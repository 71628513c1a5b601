using Bleep.Media;
using Bleep.Server.Streaming.Access;
using Bleep.Server.Streaming.Messages;
using Bleep.Speech;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bleep.Server.Streaming;

/// <summary>
/// <c>GET /v3/ws</c>: opens a session. What is wrong with a request is told over the socket, as clients read it only there.
/// </summary>
/// <param name="access">Finds out who asks.</param>
/// <param name="slots">Places for sessions.</param>
/// <param name="speech">The engine.</param>
/// <param name="tools">Where ffmpeg is.</param>
/// <param name="lifetime">Tells when the server stops.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Takes faults, without any text.</param>
internal sealed partial class StreamingEndpoint(
    StreamingAccess access, StreamSlots slots, ILiveSpeech speech, MediaTools tools, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILogger<StreamingEndpoint> logger)
{
    private const int WebhookWarning = 1;

    /// <summary>Serves a request until its session is over.</summary>
    /// <param name="context">The request.</param>
    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            context.Response.Headers.Upgrade = "websocket";
            return;
        }
        var caller = await access.FindAsync(context.Request, context.RequestAborted);
        using var socket = new ClientSocket(await context.WebSockets.AcceptWebSocketAsync(), clock);
        try
        {
            try
            {
                if (caller is null)
                {
                    throw new StreamingException(StreamingErrors.Unauthorized, "Unauthorized Connection: Missing or invalid API key or token");
                }
                await ServeAsync(context, socket, caller);
            }
            catch (StreamingException error)
            {
                await socket.FailAsync(error);
            }
            catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                await socket.FailAsync(new StreamingException(StreamingErrors.Server, "The server is stopping"));
            }
            catch (Exception error) when (error is not (ClientGoneException or OperationCanceledException))
            {
                LogFault(logger, error.GetType().Name);
                await socket.FailAsync(new StreamingException(StreamingErrors.Server, "Server error, developers have been alerted."));
            }
        }
        catch (Exception error) when (error is ClientGoneException or OperationCanceledException)
        {
            // Nobody is there to be told anything.
        }
    }

    private async Task ServeAsync(HttpContext context, ClientSocket socket, StreamingCaller caller)
    {
        var parameters = StreamingParameterReader.Read(context.Request.Query);
        if (speech.Recognizer is not { } recognizer)
        {
            throw new StreamingException(StreamingErrors.Server, "The speech engine of this server takes no live audio");
        }
        if (!recognizer.Info.Understands(parameters.Language))
        {
            throw new StreamingException(StreamingErrors.Input, "The language is not available for streaming");
        }
        using var place = slots.Take();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        await socket.SendAsync(BeginOf(context.Request, recognizer.Info, parameters, caller), StreamingJson.Default.BeginMessage);
        if (parameters.WantsWebhook)
        {
            await socket.SendAsync(new WarningMessage(WebhookWarning, "`webhook_url` is not called for streaming sessions"), StreamingJson.Default.WarningMessage);
        }
        await new StreamingSession(socket, parameters, recognizer, tools, caller.MaxSession, clock).RunAsync(stop.Token);
    }

    private BeginMessage BeginOf(HttpRequest request, EngineInfo engine, StreamingParameters parameters, StreamingCaller caller)
    {
        long expires = (clock.GetUtcNow() + caller.MaxSession).ToUnixTimeSeconds();
        return new BeginMessage(Guid.NewGuid().ToString(), expires)
        {
            // The JavaScript client's own test wants three keys; those that name a version want to know more.
            Configuration = request.Headers["AssemblyAI-Version"] is [{ Length: > 0 and <= 32 } version]
                ? new SessionConfiguration(engine.Model, parameters.Mode, version)
                : null,
        };
    }

    [LoggerMessage(60, LogLevel.Error, "A streaming session failed: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
