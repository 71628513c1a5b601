using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bleep.Server.Streaming.Messages;

namespace Bleep.Server.Streaming;

/// <summary>
/// A client's socket: whole messages of bounded size in, messages one after the other out, and a close that reaches a client which is still
/// sending. One reader; any number of senders.
/// </summary>
internal sealed class ClientSocket : IDisposable
{
    /// <summary>Longest text message, in bytes.</summary>
    public const int MaxTextBytes = 64 * 1024;

    /// <summary>Longest binary message, in bytes: more than a second of any sound that is taken.</summary>
    public const int MaxBinaryBytes = 512 * 1024;

    private const int FirstBufferBytes = 16 * 1024;
    private const string Reason = "See Error message for details";

    // A client that takes nothing for so long keeps its session's memory for nothing.
    private static readonly TimeSpan s_sendTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_closeTimeout = TimeSpan.FromSeconds(3);

    private readonly WebSocket _socket;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _sending = new(1);
    private byte[] _buffer = new byte[FirstBufferBytes];
    private Task<ValueWebSocketReceiveResult>? _receiving;

    /// <param name="socket">The socket; this object's from now on.</param>
    /// <param name="clock">The clock.</param>
    public ClientSocket(WebSocket socket, TimeProvider clock)
    {
        _socket = socket;
        _clock = clock;
    }

    /// <summary>Reads the next message.</summary>
    /// <param name="timeout">Longest wait for any part of it; null for no limit.</param>
    /// <param name="cancellationToken">Ends the wait; the socket stays usable.</param>
    /// <returns>The message, or null when the client closes.</returns>
    /// <exception cref="StreamingException">The message is too long.</exception>
    /// <exception cref="TimeoutException">Nothing came in time.</exception>
    /// <exception cref="ClientGoneException">The client is gone.</exception>
    public async Task<ClientFrame?> ReceiveAsync(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        int length = 0;
        while (true)
        {
            var result = await ReadAsync(_buffer.AsMemory(length), timeout, cancellationToken);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }
            length += result.Count;
            bool isText = result.MessageType == WebSocketMessageType.Text;
            if (length > (isText ? MaxTextBytes : MaxBinaryBytes))
            {
                throw isText
                    ? new StreamingException(StreamingErrors.Input, "The message is too long")
                    : new StreamingException(StreamingErrors.ChunkDuration, "Audio must come in pieces of 50 to 1000 ms");
            }
            if (result.EndOfMessage)
            {
                return new ClientFrame(isText, _buffer.AsMemory(0, length));
            }
            if (length == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }
    }

    /// <summary>Sends a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="type">How it is written.</param>
    /// <exception cref="ClientGoneException">The client is gone, or does not read.</exception>
    public Task SendAsync<T>(T message, JsonTypeInfo<T> type) =>
        SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, type), WebSocketMessageType.Text);

    /// <summary>Sends sound.</summary>
    /// <param name="sound">Its bytes.</param>
    /// <exception cref="ClientGoneException">The client is gone, or does not read.</exception>
    public Task SendAudioAsync(ReadOnlyMemory<byte> sound) => SendAsync(sound, WebSocketMessageType.Binary);

    /// <summary>Tells what is wrong and closes with the same code.</summary>
    /// <param name="error">What is wrong.</param>
    public async Task FailAsync(StreamingException error)
    {
        await SendAsync(new ErrorMessage(error.Code, error.Message), StreamingJson.Default.ErrorMessage);
        await CloseAsync(error.Code, Reason);
    }

    /// <summary>Closes, and waits a little for the client to do so: what it is still sending must not cost it the last messages.</summary>
    /// <param name="code">The close code.</param>
    /// <param name="reason">The close reason.</param>
    public async Task CloseAsync(int code, string reason)
    {
        using var giveUp = new CancellationTokenSource(s_closeTimeout, _clock);
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, giveUp.Token);
            }
            while (_socket.State == WebSocketState.CloseSent)
            {
                await ReadAsync(_buffer, timeout: null, giveUp.Token);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ClientGoneException or ObjectDisposedException)
        {
            // The client did not wait for it.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
        // A read that was left alone ends with the socket, and its fault is no news.
        _receiving?.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
        _sending.Dispose();
    }

    // A read is never cancelled, as that would end the socket: it goes on, and the next call gets its result.
    private async Task<ValueWebSocketReceiveResult> ReadAsync(Memory<byte> buffer, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        try
        {
            _receiving ??= _socket.ReceiveAsync(buffer, CancellationToken.None).AsTask();
            var result = await _receiving.WaitAsync(timeout ?? Timeout.InfiniteTimeSpan, _clock, cancellationToken);
            _receiving = null;
            return result;
        }
        catch (Exception error) when (error is WebSocketException or InvalidOperationException or IOException)
        {
            throw new ClientGoneException(error);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> content, WebSocketMessageType type)
    {
        using var giveUp = new CancellationTokenSource(s_sendTimeout, _clock);
        bool isMine = false;
        try
        {
            await _sending.WaitAsync(giveUp.Token);
            isMine = true;
            await _socket.SendAsync(content, type, endOfMessage: true, giveUp.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or InvalidOperationException or IOException)
        {
            throw new ClientGoneException(error);
        }
        finally
        {
            if (isMine)
            {
                _sending.Release();
            }
        }
    }
}
