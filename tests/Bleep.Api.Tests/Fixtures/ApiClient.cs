using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bleep.Api.Tests.Contract;

namespace Bleep.Api.Tests.Fixtures;

/// <summary>Speaks plain HTTP to a server, as a client without an SDK would. Every answer is held against the contract.</summary>
/// <param name="root">Where the server is.</param>
/// <param name="key">The API key, sent without a scheme; empty sends none.</param>
internal sealed class ApiClient(Uri root, string key) : IDisposable
{
    private static readonly TimeSpan s_pollSpacing = TimeSpan.FromMilliseconds(300);

    /// <summary>The client, which sends the key with every request.</summary>
    public HttpClient Http { get; } = Create(root, key);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Uploads a recording.</summary>
    /// <returns>Its <c>upload_url</c>.</returns>
    public async Task<string> UploadAsync(byte[] content)
    {
        using var response = await Http.PostAsync("v2/upload", new ByteArrayContent(content), Token);
        return (await ReadAsync(response))["upload_url"]!.GetValue<string>();
    }

    /// <summary>Submits a transcript.</summary>
    /// <param name="request">The body.</param>
    /// <returns>The answer.</returns>
    public async Task<JsonObject> SubmitAsync(JsonObject request)
    {
        using var response = await Http.PostAsJsonAsync("v2/transcript", request, Token);
        return await ReadAsync(response);
    }

    /// <summary>Uploads a recording, submits it and waits for its end.</summary>
    /// <param name="content">The recording.</param>
    /// <param name="fields">The body but for <c>audio_url</c>.</param>
    /// <returns>The transcript, completed or failed.</returns>
    public async Task<JsonObject> TranscribeAsync(byte[] content, JsonObject? fields = null)
    {
        var request = fields ?? [];
        request["audio_url"] = await UploadAsync(content);
        return await WaitAsync((await SubmitAsync(request))["id"]!.GetValue<string>());
    }

    /// <summary>Waits until a transcript is completed or failed.</summary>
    /// <param name="id">Its id.</param>
    public async Task<JsonObject> WaitAsync(string id)
    {
        while (true)
        {
            var transcript = await GetAsync($"v2/transcript/{id}");
            if (transcript["status"]!.GetValue<string>() is "completed" or "error")
            {
                return transcript;
            }
            await Task.Delay(s_pollSpacing, Token);
        }
    }

    /// <summary>Reads JSON.</summary>
    /// <param name="path">Path and query.</param>
    /// <exception cref="HttpRequestException">The status is not 200.</exception>
    public async Task<JsonObject> GetAsync(string path)
    {
        using var response = await Http.GetAsync(path, Token);
        return await ReadAsync(response);
    }

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        string body = await response.Content.ReadAsStringAsync(Token);
        Assert.True((int)response.StatusCode == 200, $"{(int)response.StatusCode}: {body}");
        return JsonSerializer.Deserialize<JsonObject>(body)!;
    }

    private static HttpClient Create(Uri root, string key)
    {
        var client = new HttpClient(new ContractHandler()) { BaseAddress = root };
        if (key.Length > 0)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", key);
        }
        return client;
    }
}
