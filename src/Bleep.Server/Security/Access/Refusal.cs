using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.Security.Access;

/// <summary>The answer to who may not ask: a status and <c>{"error":MESSAGE}</c>.</summary>
internal static class Refusal
{
    /// <summary>Writes the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="statusCode">HTTP status.</param>
    /// <param name="message">What is wrong.</param>
    public static Task WriteAsync(HttpContext context, int statusCode, string message)
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"error":"{{JsonEncodedText.Encode(message, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}"}""");
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
