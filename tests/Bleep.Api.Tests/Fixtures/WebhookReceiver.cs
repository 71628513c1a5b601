using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bleep.Api.Tests.Fixtures;

/// <summary>A client's web server on loopback: keeps what comes and answers as told.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private const int MaxCalls = 100;

    private readonly Channel<WebhookRequest> _calls = Channel.CreateBounded<WebhookRequest>(MaxCalls);
    private readonly WebApplication _app;

    private WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>What to answer a call with, told the number of the call from 1; 200 unless set.</summary>
    public Func<int, HttpStatusCode> Answer { get; set; } = _ => HttpStatusCode.OK;

    public string Url => _app.Urls.Single();

    /// <summary>True when a call came that nobody has looked at.</summary>
    public bool HasMore => _calls.Reader.TryPeek(out _);

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        int count = 0;
        receiver._app.Run(async context =>
        {
            int number = Interlocked.Increment(ref count);
            await receiver.TakeAsync(context);
            context.Response.StatusCode = (int)receiver.Answer(number);
        });
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>The next call, when it comes.</summary>
    public Task<WebhookRequest> NextAsync() => _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        await _calls.Writer.WriteAsync(
            new WebhookRequest(
                context.Request.Method,
                context.Request.Path + context.Request.QueryString,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync(context.RequestAborted)),
            context.RequestAborted);
    }
}
