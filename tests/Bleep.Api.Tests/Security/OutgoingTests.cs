using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;

namespace Bleep.Api.Tests.Security;

/// <summary>The server fetches nothing from networks that it was not allowed into.</summary>
public sealed class OutgoingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Addresses_in_private_networks_and_redirects_there_are_refused()
    {
        await using var site = await LocalSite.StartAsync();
        // Allowed is 127.0.0.0/8 alone; 0.0.0.0 leads to the same site by another name.
        await using var server = await ServerProcess.StartAsync(_folder["data"], "--webhook-spacing", "0.2");
        string[] refused =
        [
            $"http://0.0.0.0:{site.Port}/secret", $"http://[::1]:{site.Port}/secret", $"http://[::ffff:0.0.0.0]:{site.Port}/secret",
            "http://10.0.0.1/secret", "http://192.168.1.1/secret", "http://172.16.0.1/secret", "http://169.254.169.254/latest/meta-data",
            "http://[fe80::1]/secret", "http://[fd00::1]/secret", "http://224.0.0.1/secret", "http://100.64.0.1/secret",
            site.Redirect("/to-any", $"http://0.0.0.0:{site.Port}/secret"),
            site.Redirect("/to-private", "http://10.0.0.1/secret"),
            site.Redirect("/to-file", "file:///etc/passwd"),
            site.Redirect("/round", $"{site.Url}/round"),
        ];
        var ids = new List<string>();
        foreach (string address in refused)
        {
            var request = new System.Text.Json.Nodes.JsonObject { ["audio_url"] = address, ["webhook_url"] = $"http://0.0.0.0:{site.Port}/secret" };
            ids.Add((await server.Client.SubmitAsync(request))["id"]!.GetValue<string>());
        }

        foreach ((string address, string id) in refused.Zip(ids))
        {
            var transcript = await server.Client.WaitAsync(id);
            Assert.Equal("error", transcript["status"]!.GetValue<string>());
            Assert.Equal(
                $"Download error, unable to download {address}. Please make sure the file exists and is accessible from the internet.",
                transcript["error"]!.GetValue<string>());
        }

        Assert.DoesNotContain(site.Requests, request => request.Path == "/secret");
        Assert.Contains(site.Requests, request => request.Path == "/to-any");
    }
}
