using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace Bleep.Server.Hosting;

/// <summary>
/// Says in the document what a request's body is. The framework's own way to say it also makes it refuse every other content type, and clients
/// send all kinds.
/// </summary>
internal static class DocumentedBodies
{
    /// <summary>The body is JSON.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="builder">The endpoint.</param>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder builder) =>
        builder.AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
        {
            var schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellationToken);
            context.Document?.AddComponent(typeof(T).Name, schema);
            operation.RequestBody = Body("application/json", new OpenApiSchemaReference(typeof(T).Name, context.Document));
        });

    /// <summary>The body is bytes of any type.</summary>
    /// <param name="builder">The endpoint.</param>
    public static RouteHandlerBuilder TakesBytes(this RouteHandlerBuilder builder) =>
        builder.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = Body("application/octet-stream", new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" });
            return Task.CompletedTask;
        });

    private static OpenApiRequestBody Body(string contentType, IOpenApiSchema schema) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { [contentType] = new() { Schema = schema } },
    };
}
