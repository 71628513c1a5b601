using System.Collections.Concurrent;
using System.Globalization;
using Bleep.Speech.OpenAi;
using Bleep.Speech.Tests.Audio;
using Bleep.Speech.Tests.Http;
using Bleep.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace Bleep.Speech.Tests.OpenAi;

/// <summary>The client side of the interface against a server that checks what it gets.</summary>
public sealed class OpenAiRecognizerTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<IFormCollection> _forms = [];
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentQueue<int> _failures = [];
    private readonly EagerTime _time = new();
    private LoopbackServer _server = null!;
    private const string ExpectedKey = "secret-key";
    private bool _hasWords = true;
    private int _atATime;
    private int _mostAtATime;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await LoopbackServer.StartAsync(AnswerAsync);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task RecognizeAsync_recording_formIsRightAndTimesAreThoseOfTheRecording()
    {
        await using var recognizer = Recognizer();
        var options = new RecognitionOptions { Language = "en-US", Keyterms = ["bearclaw", "John Lowery"] };

        var result = await recognizer.RecognizeAsync(new MemoryAudio(Bursts(2)), options, null, Token);

        Assert.Empty(_faults);
        Assert.Equal(2, _forms.Count);
        Assert.Equal("bearclaw, John Lowery", _forms.First()["prompt"]);
        Assert.Equal("en", _forms.First()["language"]);
        Assert.Equal("tiny", _forms.First()["model"]);
        Assert.Equal(["Burst", "here.", "Burst", "here."], result.Words.Select(word => word.Text));
        Assert.Equal(result.Words.OrderBy(word => word.Start), result.Words);
        // Bursts begin at 4 s and 11 s; pieces 200 ms earlier, which the server's times start after.
        Assert.Equal(4, result.Words[0].Start.TotalSeconds, 0.35);
        Assert.Equal(11, result.Words[2].Start.TotalSeconds, 0.35);
        Assert.Empty(result.Warnings);
        Assert.Equal(14, result.Duration.TotalSeconds, 0.01);
    }

    [Fact]
    public async Task RecognizeAsync_serverWithoutWordTimes_warns()
    {
        _hasWords = false;
        await using var recognizer = Recognizer();

        var result = await recognizer.RecognizeAsync(new MemoryAudio(Bursts(1)), new RecognitionOptions(), null, Token);

        Assert.Contains("estimated", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, result.Words.Count);
    }

    [Fact]
    public async Task RecognizeAsync_passingFailures_areTriedAgain()
    {
        _failures.Enqueue(503);
        _failures.Enqueue(429);
        await using var recognizer = Recognizer();

        var result = await recognizer.RecognizeAsync(new MemoryAudio(Bursts(1)), new RecognitionOptions(), null, Token);

        Assert.Equal(2, result.Words.Count);
        // Half a second, then what the server asks for.
        Assert.Contains(TimeSpan.FromSeconds(0.5), _time.Waits);
        Assert.Contains(TimeSpan.FromSeconds(7), _time.Waits);
    }

    [Theory]
    [InlineData(401, "BLEEP_OPENAI_KEY", 1)]
    [InlineData(404, "--model", 1)]
    [InlineData(400, "answered 400", 1)]
    [InlineData(302, "answered 302", 1)]
    [InlineData(500, "answered 500", 4)]
    public async Task RecognizeAsync_lastingFailure_isAClearErrorThatQuotesNothing(int code, string hint, int attempts)
    {
        for (int count = 0; count < 10; count++)
        {
            _failures.Enqueue(code);
        }
        await using var recognizer = Recognizer();

        var error = await Assert.ThrowsAsync<SpeechException>(
            () => recognizer.RecognizeAsync(new MemoryAudio(Bursts(1)), new RecognitionOptions(), null, Token));

        Assert.Equal(SpeechErrorKind.ServerFailed, error.Kind);
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("private words", error.Message, StringComparison.Ordinal);
        Assert.Equal(10 - attempts, _failures.Count);
    }

    [Fact]
    public async Task RecognizeAsync_nobodyListens_saysToCheckTheAddress()
    {
        await _server.DisposeAsync();
        await using var recognizer = Recognizer();

        var error = await Assert.ThrowsAsync<SpeechException>(
            () => recognizer.RecognizeAsync(new MemoryAudio(Bursts(1)), new RecognitionOptions(), null, Token));

        Assert.Contains("cannot be reached; check --engine-url", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecognizeAsync_manyPieces_noMoreAtATimeThanAllowed()
    {
        await using var recognizer = Recognizer(concurrency: 2);

        var result = await recognizer.RecognizeAsync(new MemoryAudio(Bursts(8)), new RecognitionOptions(), null, Token);

        Assert.Equal(16, result.Words.Count);
        Assert.InRange(_mostAtATime, 1, 2);
    }

    [Theory]
    [InlineData("http://host:8000", "http://host:8000/v1/audio/transcriptions")]
    [InlineData("http://host:8000/", "http://host:8000/v1/audio/transcriptions")]
    [InlineData("https://host/openai/v1", "https://host/openai/v1/audio/transcriptions")]
    [InlineData("https://host/v1/audio/transcriptions", "https://host/v1/audio/transcriptions")]
    [InlineData("http://host:8080/inference", "http://host:8080/inference")]
    public void Endpoint_address_isCompleted(string address, string endpoint) =>
        Assert.Equal(endpoint, new OpenAiSettings { Address = new Uri(address) }.Endpoint.AbsoluteUri);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("host:8000")]
    [InlineData("http://user:password@host/")]
    public void TryReadAddress_otherThings_areNone(string text) => Assert.False(OpenAiSettings.TryReadAddress(text, out _));

    private OpenAiRecognizer Recognizer(int concurrency = 4) => new(
        new OpenAiSettings { Address = _server.Address, Key = "secret-key", Model = "tiny", MaxConcurrency = concurrency }, _time);

    /// <summary>Silence of 4 s and noise of 3 s, again and again.</summary>
    private static short[] Bursts(int count) =>
        Wave.Join([.. Enumerable.Range(0, count).SelectMany(index => new[] { Wave.Silence(4), Wave.Noise(3, 8000, index) })]);

    private async Task AnswerAsync(HttpContext context)
    {
        int now = Interlocked.Increment(ref _atATime);
        InterlockedMax(ref _mostAtATime, now);
        try
        {
            var form = await context.Request.ReadFormAsync();
            _forms.Enqueue(form);
            await CheckAsync(context.Request, form);
            if (_failures.TryDequeue(out int code))
            {
                context.Response.StatusCode = code;
                context.Response.Headers.RetryAfter = code == 429 ? "7" : default;
                context.Response.Headers.Location = code == 302 ? "/elsewhere" : default;
                await context.Response.WriteAsync("""{"error":{"message":"private words"}}""");
                return;
            }
            double length = (form.Files[0].Length - 44) / 32000.0;
            string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
            string words = _hasWords
                ? $$"""[{"word":"burst","start":0.2,"end":1},{"word":"here","start":1,"end":{{Number(Math.Min(2, length))}}}]"""
                : "null";
            await context.Response.WriteAsync(
                $$"""{"text":"Burst here.","language":"english","duration":{{Number(length)}},"words":{{words}},"segments":[{"id":0,"start":0.2,"end":2.0,"text":" Burst here."}]}""");
        }
        finally
        {
            Interlocked.Decrement(ref _atATime);
        }
    }

    /// <summary>What OpenAI's reference says the form has.</summary>
    private async Task CheckAsync(HttpRequest request, IFormCollection form)
    {
        Check(request.Method == "POST" && request.Path == "/v1/audio/transcriptions", "path");
        Check(request.Headers.Authorization == $"Bearer {ExpectedKey}", "key");
        Check(request.ContentType!.StartsWith("multipart/form-data; boundary=", StringComparison.Ordinal), "content type");
        Check(form["response_format"] == "verbose_json", "response_format");
        Check(form["timestamp_granularities[]"].Order().SequenceEqual(["segment", "word"]), "granularities");
        Check(form["temperature"] == "0", "temperature");
        Check(form.Files is [{ Name: "file", FileName: "audio.wav", ContentType: "audio/wav" }], "file");
        using var content = new MemoryStream();
        await form.Files[0].CopyToAsync(content);
        var wav = content.ToArray();
        Check(Wave.Read(wav).Length == (wav.Length - 44) / 2 && wav.AsSpan().StartsWith("RIFF"u8), "wav");
    }

    private void Check(bool isRight, string what)
    {
        if (!isRight)
        {
            _faults.Enqueue(what);
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) is var before && before != seen)
        {
            seen = before;
        }
    }
}
