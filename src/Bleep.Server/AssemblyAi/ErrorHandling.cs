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
            catch (IOException error) when (IsDiskFull(error))
            {
                LogDiskFull(logger);
                await WriteAsync(context, StatusCodes.Status507InsufficientStorage, "The disk of this server is full");
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

    // ENOSPC and EDQUOT; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private static bool IsDiskFull(IOException error) =>
        (error.HResult & 0xFFFF) is var code && (OperatingSystem.IsWindows() ? code is 0x70 or 0x27 : code is 28 or 122);

    [LoggerMessage(11, LogLevel.Error, "The disk is full")]
    private static partial void LogDiskFull(ILogger logger);

    [LoggerMessage(10, LogLevel.Error, "A request to {Route} failed: {Fault}")]
    private static partial void LogFault(ILogger logger, string route, string fault);
}
