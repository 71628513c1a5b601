using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;

namespace Bleep.Api.Tests;

/// <summary>The interface's own description.</summary>
[Collection(SharedServerTests.Name)]
public sealed class OpenApiDocumentTests(SharedServer server)
{
    private const string UpdateSwitch = "BLEEP_UPDATE_DOCS";

    private static readonly JsonSerializerOptions s_layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_served_equalsTheCommittedOne()
    {
        string path = RepositoryFiles.PathOf("docs/openapi.json");
        string served = (await ReadAsync()).ToJsonString(s_layout) + "\n";
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            await File.WriteAllTextAsync(path, served, Token);
        }
        Assert.True(File.Exists(path) && await File.ReadAllTextAsync(path, Token) == served,
            $"docs/openapi.json is not what the server says; run this test once with {UpdateSwitch}=1 to write it anew.");
    }

    [Fact]
    public async Task Document_ofEveryOperation_hasAnswersErrorsAndBodies()
    {
        var document = await ReadAsync();
        foreach (var (path, operations) in document["paths"]!.AsObject().Where(path => path.Key.StartsWith("/v2/", StringComparison.Ordinal)))
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                string name = $"{method} {path}";
                Assert.False(string.IsNullOrEmpty((string?)operation!["summary"]), name);
                Assert.True(operation["responses"]!["200"]?["content"] is JsonObject { Count: > 0 }, name);
                foreach (string status in (string[])["400", "401", "413", "429", "500"])
                {
                    Assert.Equal(
                        "#/components/schemas/ErrorResponse", (string?)operation["responses"]![status]?["content"]?["application/json"]?["schema"]?["$ref"]);
                }
                Assert.True(method == "post" == operation["requestBody"] is JsonObject, name);
            }
        }
        Assert.All(References(document), reference => Assert.NotNull(Resolve(document, reference)));
    }

    [Fact]
    public async Task Document_schemas_nameTheFieldsOfTheWire()
    {
        var schemas = (await ReadAsync())["components"]!["schemas"]!;
        var sent = schemas["TranscriptParams"]!["properties"]!.AsObject();
        foreach (string field in (string[])["audio_url", "redact_pii", "redact_pii_audio_options", "redact_static_entities", "redact_pii_custom"])
        {
            Assert.True(sent.ContainsKey(field), field);
        }
        Assert.Equal("integer", TypeOf(schemas["WordResponse"]!["properties"]!["start"]!));
        var transcript = await server.Client.SubmitAsync(new() { ["audio_url"] = "http://127.0.0.1:1/nothing.wav" });
        var described = schemas["TranscriptResponse"]!["properties"]!.AsObject();
        Assert.All(transcript, field => Assert.True(described.ContainsKey(field.Key), field.Key));
    }

    private async Task<JsonObject> ReadAsync() => await server.Client.GetAsync("openapi.json");

    private static string TypeOf(JsonNode schema) => schema["type"] is JsonValue type ? (string)type! : "several";

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(field => field is { Key: "$ref", Value: JsonValue value } ? [(string)value!] : References(field.Value)),
        JsonArray many => many.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Resolve(JsonNode document, string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, key) => node?[key]);
}
