using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using static Bleep.Server.Tests.Streaming.ScriptedRecognizer;

namespace Bleep.Server.Tests.Streaming;

public sealed class HostileClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_that_reads_nothing_is_dropped_and_disturbs_nobody()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var engine = new ScriptedRecognizer();
        await using var app = await StreamingApp.StartAsync(engine, clock);
        using var client = await StreamingClient.ConnectAsync(
            app.Root, "sample_rate=96000&redact_pii=true&redacted_audio=true&redacted_audio_delay_ms=0", app.Key);
        var flood = Task.Run(
            async () =>
            {
                byte[] second = new byte[192_000];
                while (true)
                {
                    await client.SendAsync(second);
                }
            },
            Token);
        await ServeOneAsync(app);
        while (engine.Disposed < 2)
        {
            // Only a send that waits for the client ends by this; the session may last three hours.
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(flood, Task.Delay(50, Token));
        }

        await Assert.ThrowsAnyAsync<Exception>(() => flood);
        await ServeOneAsync(app);
    }

    [Fact]
    public async Task Connections_that_say_nothing_whole_keep_nobody_out()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer([.. Say("hello there", 100)]), maxStreams: 1);
        var idle = new List<TcpClient>();
        try
        {
            for (int index = 0; index < 400; index++)
            {
                var connection = new TcpClient();
                idle.Add(connection);
                await connection.ConnectAsync(app.Root.Host, app.Root.Port, Token);
                await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /v3/ws?sample_rate=16000 HTTP/1.1\r\nHost: "), Token);
            }

            await ServeOneAsync(app);
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_messages_end_in_a_code_of_the_interface_and_never_a_server_fault(int seed)
    {
        var random = new Random(seed);
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer([.. Say("my name is john lowery", 100)]));
        for (int session = 0; session < 25; session++)
        {
            using var client = await ConnectWhenFreeAsync(app);
            for (int message = random.Next(1, 12); message > 0 && client.IsOpen; message--)
            {
                await client.TrySendAsync(random);
            }
            await client.TrySendAsync("""{"type":"Terminate"}""");
            await client.ReadToEndAsync();

            Assert.Contains(client.CloseCode, (int?[])[1000, 3006, 3007]);
        }
        await ServeOneAsync(app);
    }

    private static async Task<StreamingClient> ConnectWhenFreeAsync(StreamingApp app)
    {
        while (true)
        {
            var client = await app.ConnectAsync("redact_pii=true&include_partial_turns=redacted&redacted_audio=true");
            if (await client.ReadFirstAsync() is { } first && (string)first["type"]! == "Begin")
            {
                return client;
            }
            client.Dispose();
        }
    }

    private static async Task ServeOneAsync(StreamingApp app)
    {
        using var client = await app.ConnectAsync();
        await client.ReadAsync("Begin");
        await client.WaitAsync(1000);
        await client.TerminateAsync();
        Assert.Equal(1000, client.CloseCode);
    }
}
