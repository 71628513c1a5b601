using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Bleep.Testing.Http;

/// <summary>Serves files with ranges, and breaks off or fails when told to. Remembers what was asked.</summary>
public sealed class FileServer : IAsyncDisposable
{
    private LoopbackServer? _server;

    /// <summary>Its address, with a slash at the end.</summary>
    public Uri Address => _server!.Address;

    /// <summary>Files by path.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = [];

    /// <summary>The range header of every request, in order; empty for none.</summary>
    public ConcurrentQueue<string> Ranges { get; } = [];

    /// <summary>After so many bytes the connection is cut, once.</summary>
    public int? BreakAfter { get; set; }

    /// <summary>Status codes to answer with before anything is served.</summary>
    public ConcurrentQueue<int> Failures { get; } = [];

    /// <summary>Mark of the files' version.</summary>
    public string Tag { get; set; } = "\"one\"";

    /// <summary>False for a server that says no lengths.</summary>
    public bool TellsLength { get; set; } = true;

    /// <summary>Starts a server without files.</summary>
    public static async Task<FileServer> StartAsync()
    {
        var files = new FileServer();
        files._server = await LoopbackServer.StartAsync(files.ServeAsync);
        return files;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        Ranges.Enqueue(context.Request.Headers.Range.ToString());
        if (Failures.TryDequeue(out int code))
        {
            context.Response.StatusCode = code;
            return;
        }
        if (!Files.TryGetValue(context.Request.Path, out var file))
        {
            context.Response.StatusCode = 404;
            return;
        }
        int from = 0;
        context.Response.Headers.ETag = Tag;
        if (context.Request.Headers.Range is [{ } range] && context.Request.Headers.IfRange == Tag)
        {
            from = int.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture);
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {from}-{file.Length - 1}/{file.Length}";
        }
        if (TellsLength)
        {
            context.Response.ContentLength = file.Length - from;
        }
        int count = file.Length - from;
        if (BreakAfter is { } limit && limit < count)
        {
            BreakAfter = null;
            await context.Response.Body.WriteAsync(file.AsMemory(from, limit));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }
        await context.Response.Body.WriteAsync(file.AsMemory(from, count));
    }
}
