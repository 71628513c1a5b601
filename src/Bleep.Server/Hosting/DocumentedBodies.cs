using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace Bleep.Server.Hosting;

/// <summary>
/// Says in the document what a request holds. The framework's own way to say it also makes it refuse every other content type, and clients
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

    /// <summary>The query may hold a parameter. Endpoints read it themselves, since clients send what they leave open as an empty value.</summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="name">Its name.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="description">What it does.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    public static RouteHandlerBuilder TakesQuery(
        this RouteHandlerBuilder builder, string name, JsonSchemaType type, string description, bool isRequired = false) =>
        builder.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = description,
                Required = isRequired,
                Schema = new OpenApiSchema { Type = type },
            });
            return Task.CompletedTask;
        });

    private static OpenApiRequestBody Body(string contentType, IOpenApiSchema schema) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { [contentType] = new() { Schema = schema } },
    };
}
