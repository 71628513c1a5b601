using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bleep.Server.AssemblyAi.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bleep.Server.AssemblyAi;

/// <summary>Reads JSON bodies, whatever their content type says, within bounds.</summary>
internal static class RequestBody
{
    /// <summary>Reads a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">What is read.</param>
    /// <param name="maxBytes">Most bytes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RequestException">It is too large, no JSON, or has values of the wrong type.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, long maxBytes, CancellationToken cancellationToken)
        where T : class
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes;
        }
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken)
                ?? throw new RequestException("The body must be a JSON object");
        }
        catch (JsonException error)
        {
            throw new RequestException(FieldOf(error) is { } field ? $"`{field}` has a value of the wrong type" : "The body is not valid JSON");
        }
    }

    // Below a field may stand labels of the client's own, so only the field itself is named.
    private static string? FieldOf(JsonException error)
    {
        if (error.Path is not ['$', '.', .. var path])
        {
            return null;
        }
        int end = path.AsSpan().IndexOfAny('.', '[');
        string field = end < 0 ? path : path[..end];
        return AssemblyAiJson.Default.TranscriptParams.Properties.Any(property => property.Name == field) ? field : null;
    }
}
