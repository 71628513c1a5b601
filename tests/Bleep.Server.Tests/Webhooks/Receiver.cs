using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bleep.Server.Tests.Webhooks;

/// <summary>A client's receiver: a real web server on loopback that answers as told and keeps what came.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly Channel<ReceivedCall> _calls = Channel.CreateUnbounded<ReceivedCall>();
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    /// <summary>Answers a call; 200 unless set.</summary>
    public Func<HttpContext, ReceivedCall, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public string Url => _app.Urls.Single();

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public Task<ReceivedCall> NextAsync() => _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    /// <summary>True when a call came that no test has looked at.</summary>
    public bool HasMore => _calls.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var call = new ReceivedCall(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        _calls.Writer.TryWrite(call);
        await Answer(context, call);
    }
}
