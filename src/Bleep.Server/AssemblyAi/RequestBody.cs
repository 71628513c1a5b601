using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Bleep.Server.AssemblyAi.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bleep.Server.AssemblyAi;

/// <summary>Reads JSON bodies, whatever their content type says, within bounds.</summary>
internal static class RequestBody
{
    private const int FirstBufferBytes = 16 * 1024;

    private static readonly JsonReaderOptions s_readerOptions = new() { MaxDepth = AssemblyAiJson.MaxDepth };

    /// <summary>Reads a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">What is read.</param>
    /// <param name="maxBytes">Most bytes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RequestException">It is too large, no JSON, or has values of the wrong type.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, long maxBytes, CancellationToken cancellationToken)
        where T : class
    {
        // Counted here: where Kestrel counts, it cuts off a client that still sends, which then never reads why.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
        try
        {
            int length = 0;
            int read;
            while ((read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
                if (length > maxBytes)
                {
                    throw new RequestException("The request is larger than this server takes", StatusCodes.Status413PayloadTooLarge);
                }
                if (length == buffer.Length)
                {
                    byte[] larger = ArrayPool<byte>.Shared.Rent(length * 2);
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
            return Parse(buffer.AsSpan(0, length), type);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static T Parse<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        var mark = "\uFEFF"u8;
        if (body.StartsWith(mark))
        {
            body = body[mark.Length..];
        }
        try
        {
            CheckText(body);
            return JsonSerializer.Deserialize(body, type) ?? throw new RequestException("The body must be a JSON object");
        }
        catch (JsonException error)
        {
            throw new RequestException(FieldOf(error) is { } field ? $"`{field}` has a value of the wrong type" : "The body is not valid JSON");
        }
    }

    // The reader leaves text alone until somebody asks for it, which for fields that are only echoed is when the answer is written.
    private static void CheckText(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            throw new RequestException("The body is not valid UTF-8");
        }
        var reader = new Utf8JsonReader(body, s_readerOptions);
        while (reader.Read())
        {
            if (reader is { ValueIsEscaped: true, TokenType: JsonTokenType.String or JsonTokenType.PropertyName })
            {
                try
                {
                    _ = reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    throw new RequestException("The body has escapes that stand for no character");
                }
            }
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
