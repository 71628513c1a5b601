using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bleep.Api.Tests.Documentation;

/// <summary>The C# example of <c>docs/api.md</c>, word for word.</summary>
internal static class ClientExample
{
    public static async Task<string?> RunAsync(string url, string key, string file, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", key);

        await using var recording = File.OpenRead(file);
        using var uploaded = await http.PostAsync("/v2/upload", new StreamContent(recording), cancellationToken);
        var upload = await uploaded.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        using var submitted = await http.PostAsJsonAsync("/v2/transcript", new JsonObject
        {
            ["audio_url"] = (string)upload!["upload_url"]!,
            ["redact_pii"] = true,
            ["redact_pii_sub"] = "entity_name",
        }, cancellationToken);
        var transcript = await submitted.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        while ((string?)transcript!["status"] is "queued" or "processing")
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            transcript = await http.GetFromJsonAsync<JsonObject>($"/v2/transcript/{transcript["id"]}", cancellationToken);
        }
        return (string?)(transcript["text"] ?? transcript["error"]);
    }
}
