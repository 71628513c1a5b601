using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Bleep.Server.Hosting;

/// <summary><c>/openapi.json</c>: the interface as a document, behind a key.</summary>
internal static class ServerDocument
{
    /// <summary>Name of the one document.</summary>
    public const string Name = "openapi";

    /// <summary>Adds what makes the document.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddServerDocument(this IServiceCollection services) => services.AddOpenApi(Name, options => options
        .AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
            {
                operation.Security = [];
            }
            return Task.CompletedTask;
        })
        .AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Bleep", Version = "v2", Description = "Transcripts of recordings with nothing private left in them." };
            // Where a server is reached is its operator's matter.
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["key"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Header,
                    Name = "Authorization",
                    Description = "An API key, with or without Bearer in front.",
                },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
            return Task.CompletedTask;
        }));

    /// <summary>Maps the document.</summary>
    /// <param name="routes">Where to.</param>
    public static IEndpointConventionBuilder MapServerDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/{documentName}.json");
}
