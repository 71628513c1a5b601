using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bleep.Api.Tests.Fixtures;

/// <summary>A web site of a client's: hands out recordings, takes webhooks, and remembers everything that was asked.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    private const int MaxRequests = 100_000;

    private readonly ConcurrentQueue<SiteRequest> _requests = new();
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _pages = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private LocalSite(WebApplication app) => _app = app;

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Url => _app.Urls.First();

    /// <summary>Its port.</summary>
    public int Port => new Uri(Url).Port;

    /// <summary>What was asked so far, oldest first.</summary>
    public IReadOnlyList<SiteRequest> Requests => [.. _requests];

    /// <summary>Starts a site on loopback.</summary>
    /// <param name="address">The address to listen on.</param>
    public static async Task<LocalSite> StartAsync(string address = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{address}:0");
        var site = new LocalSite(builder.Build());
        site._app.Run(site.AnswerAsync);
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    /// <summary>Hands out bytes at a path.</summary>
    public string Serve(string path, byte[] content) => At(path, context => context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask());

    /// <summary>Sends who asks for a path somewhere else.</summary>
    public string Redirect(string path, string target) => At(path, context =>
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    });

    /// <summary>Never answers at a path; a job that fetches it runs until it is stopped.</summary>
    public string Hang(string path) => At(path, context => Task.Delay(Timeout.Infinite, context.RequestAborted));

    /// <summary>Waits until something was asked.</summary>
    /// <param name="isMeant">Tells what.</param>
    public async Task<SiteRequest> WaitForAsync(Func<SiteRequest, bool> isMeant)
    {
        while (true)
        {
            if (_requests.FirstOrDefault(isMeant) is { } found)
            {
                return found;
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private string At(string path, Func<HttpContext, Task> page)
    {
        _pages[path] = page;
        return Url + path;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (_requests.Count < MaxRequests)
        {
            _requests.Enqueue(new SiteRequest(
                context.Request.Path.Value ?? "",
                context.Request.QueryString.Value ?? "",
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                body.ToArray()));
        }
        if (_pages.TryGetValue(context.Request.Path.Value ?? "", out var page))
        {
            await page(context);
        }
    }
}
