using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bleep.Server.Tests.Streaming;

/// <summary>A client of the streaming interface without an SDK.</summary>
internal sealed class StreamingClient : IDisposable
{
    private readonly ClientWebSocket _socket;
    private readonly byte[] _buffer = new byte[1 << 20];

    private StreamingClient(ClientWebSocket socket) => _socket = socket;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>All text messages read so far.</summary>
    public List<JsonObject> Messages { get; } = [];

    /// <summary>All sound read so far.</summary>
    public List<byte> Sound { get; } = [];

    /// <summary>The code the server closed with.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>False once either side closed.</summary>
    public bool IsOpen => _socket.State == WebSocketState.Open;

    public IEnumerable<JsonObject> Turns => Of("Turn");

    public IEnumerable<JsonObject> Ends => Turns.Where(turn => (bool)turn["end_of_turn"]!);

    public static async Task<StreamingClient> ConnectAsync(Uri root, string query, string? authorization = null, string? version = null)
    {
        var socket = new ClientWebSocket();
        if (authorization is not null)
        {
            socket.Options.SetRequestHeader("Authorization", authorization);
        }
        if (version is not null)
        {
            socket.Options.SetRequestHeader("AssemblyAI-Version", version);
        }
        socket.Options.Proxy = null;
        var address = new UriBuilder(root) { Scheme = "ws", Path = "/v3/ws", Query = query };
        await socket.ConnectAsync(address.Uri, Token);
        return new StreamingClient(socket);
    }

    public IEnumerable<JsonObject> Of(string type) => Messages.Where(message => (string)message["type"]! == type);

    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Token);

    public Task SendAsync(byte[] sound, bool isWhole = true) => _socket.SendAsync(sound, WebSocketMessageType.Binary, isWhole, Token);

    /// <summary>Sends sound in pieces of 100 ms.</summary>
    public async Task SpeakAsync(short[] samples, int samplesPerSecond = 16_000)
    {
        for (int position = 0; position < samples.Length; position += samplesPerSecond / 10)
        {
            short[] piece = samples[position..Math.Min(samples.Length, position + (samplesPerSecond / 10))];
            byte[] bytes = new byte[piece.Length * 2];
            Buffer.BlockCopy(piece, 0, bytes, 0, bytes.Length);
            await SendAsync(bytes);
        }
    }

    /// <summary>Sends silence.</summary>
    public Task WaitAsync(int ms) => SpeakAsync(new short[ms * 16]);

    /// <summary>Reads the next message of a type, keeping those before it.</summary>
    public async Task<JsonObject> ReadAsync(string type)
    {
        while (await ReadAsync() is { } message)
        {
            if ((string)message["type"]! == type)
            {
                return message;
            }
        }
        throw new InvalidOperationException($"closed with {CloseCode} before {type}");
    }

    /// <summary>Ends the session well and reads until the server closes.</summary>
    public async Task TerminateAsync()
    {
        await SendAsync("""{"type":"Terminate"}""");
        await ReadToEndAsync();
    }

    /// <summary>Reads until the server closes, and closes too.</summary>
    public async Task ReadToEndAsync()
    {
        while (await ReadAsync() is not null)
        {
            // It is kept.
        }
        await TryAsync(() => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Token));
    }

    /// <summary>Reads one message; null when the server closes.</summary>
    public Task<JsonObject?> ReadFirstAsync() => ReadAsync();

    /// <summary>Sends something that may be right or wrong; what the server has closed by then is no fault.</summary>
    public Task TrySendAsync(Random random)
    {
        byte[] bytes = new byte[random.Next(0, 40_000)];
        random.NextBytes(bytes);
        string[] texts =
        [
            """{"type":"KeepAlive"}""", """{"type":"ForceEndpoint"}""", """{"type":"UpdateConfiguration","max_turn_silence":200}""",
            """{"type":"UpdateConfiguration","max_turn_silence":null}""", """{"type":"Ter""", "", new string('[', 3000), """{"type":7}""",
        ];
        int choice = random.Next(texts.Length * 3);
        return choice < texts.Length ? TrySendAsync(texts[choice]) : TryAsync(() => SendAsync(bytes[..Math.Min(bytes.Length, choice == 23 ? 40_000 : 32_000)]));
    }

    /// <summary>Sends text; what the server has closed by then is no fault.</summary>
    public Task TrySendAsync(string text) => TryAsync(() => SendAsync(text));

    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();

    private static async Task TryAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (WebSocketException)
        {
            // The server closed first.
        }
    }

    private async Task<JsonObject?> ReadAsync()
    {
        while (true)
        {
            int length = 0;
            ValueWebSocketReceiveResult result;
            do
            {
                result = await _socket.ReceiveAsync(_buffer.AsMemory(length), Token);
                length += result.Count;
            }
            while (!result.EndOfMessage);
            switch (result.MessageType)
            {
                case WebSocketMessageType.Close:
                    return null;
                case WebSocketMessageType.Binary:
                    Sound.AddRange(_buffer.AsSpan(0, length));
                    break;
                default:
                    var message = (JsonObject)JsonNode.Parse(_buffer.AsSpan(0, length))!;
                    Messages.Add(message);
                    return message;
            }
        }
    }
}
