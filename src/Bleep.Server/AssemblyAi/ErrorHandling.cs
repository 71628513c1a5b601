using System.Net.Mime;
using System.Text.Json;
using Bleep.Server.AssemblyAi.Requests;
using Bleep.Server.AssemblyAi.Responses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bleep.Server.AssemblyAi;

/// <summary>Turns every end of a request that is no answer into the interface's error body.</summary>
internal static partial class ErrorHandling
{
    /// <summary>Adds it in front of everything else.</summary>
    /// <param name="app">The application.</param>
    public static void UseErrorBodies(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorHandling));
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (RequestException error)
            {
                await WriteAsync(context, error.StatusCode, error.Message);
            }
            catch (BadHttpRequestException error)
            {
                await WriteAsync(context, error.StatusCode, error.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? "The request is larger than this server takes"
                    : "The request is broken");
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // Nobody is there to read an answer.
            }
            catch (Exception error) when (!context.Response.HasStarted)
            {
                LogFault(logger, RouteOf(context), error.GetType().Name);
                await WriteAsync(context, StatusCodes.Status500InternalServerError, JobErrorText.ServerFault);
            }
            if (context.Response is { HasStarted: false, ContentLength: null, ContentType: null, StatusCode: >= 400 } response)
            {
                await WriteAsync(context, response.StatusCode, ReasonPhrases.GetReasonPhrase(response.StatusCode));
            }
        });
    }

    /// <summary>Writes an error.</summary>
    /// <param name="context">The request.</param>
    /// <param name="statusCode">HTTP status.</param>
    /// <param name="message">What is wrong.</param>
    public static Task WriteAsync(HttpContext context, int statusCode, string message)
    {
        if (context.Response.HasStarted)
        {
            return Task.CompletedTask;
        }
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = MediaTypeNames.Application.Json;
        return JsonSerializer.SerializeAsync(
            context.Response.Body, new ErrorResponse(message), AssemblyAiJson.Default.ErrorResponse, context.RequestAborted);
    }

    // The pattern of the route, never the address, which holds ids and what a client searches for.
    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "?";

    [LoggerMessage(10, LogLevel.Error, "A request to {Route} failed: {Fault}")]
    private static partial void LogFault(ILogger logger, string route, string fault);
}
