using System.Net;
using System.Net.Http.Headers;
using Bleep.Speech.Models.Fetching;

namespace Bleep.Speech.OpenAi;

/// <summary>
/// Sends audio to <c>POST /v1/audio/transcriptions</c> of a server. Nothing a server says in words is passed on: an error's text may
/// quote what was heard.
/// </summary>
internal sealed class OpenAiClient : IDisposable
{
    /// <summary>Longest answer: 25 s of speech have some ten thousand bytes.</summary>
    private const int MaxAnswerBytes = 8 << 20;

    /// <summary>Longest list of terms the servers' models take, about 224 tokens.</summary>
    private const int MaxPromptLength = 800;

    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    private readonly OpenAiSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;
    private readonly SemaphoreSlim _places;

    /// <summary>Makes the client.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public OpenAiClient(OpenAiSettings settings, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.MaxConcurrency, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.MaxConcurrency, 256, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Timeout, TimeSpan.FromSeconds(1), nameof(settings));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.Timeout, TimeSpan.FromHours(1), nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.MaxAttempts, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.MaxAttempts, 10, nameof(settings));
        _settings = settings;
        _time = time;
        _places = new SemaphoreSlim(settings.MaxConcurrency);
        // A redirection would carry audio to a server nobody named.
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };
    }

    /// <summary>The terms as the server takes them: a text that is said to come before.</summary>
    /// <param name="keyterms">The terms.</param>
    /// <param name="isCut">True when there is no room for all of them.</param>
    public static string? PromptOf(IReadOnlyList<string> keyterms, out bool isCut)
    {
        var prompt = new System.Text.StringBuilder();
        isCut = false;
        foreach (var term in keyterms)
        {
            isCut = prompt.Length + term.Length + 2 > MaxPromptLength;
            if (isCut)
            {
                break;
            }
            prompt.Append(prompt.Length == 0 ? "" : ", ").Append(term);
        }
        return prompt.Length == 0 ? null : prompt.ToString();
    }

    /// <summary>Has a piece of audio recognised.</summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <param name="language">Primary language code.</param>
    /// <param name="prompt">Text that is said to come before, or null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The answer's body.</returns>
    /// <exception cref="SpeechException">The server cannot be reached, refuses, or fails again and again.</exception>
    public async Task<byte[]> TranscribeAsync(ReadOnlyMemory<short> samples, string language, string? prompt, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var file = WavBytes.Of(samples.Span);
            for (int attempt = 1; ; attempt++)
            {
                var (answer, failure, pause) = await TryAsync(file, language, prompt, cancellationToken);
                if (answer is not null)
                {
                    return answer;
                }
                if (attempt == _settings.MaxAttempts || pause is null)
                {
                    throw new SpeechException(SpeechErrorKind.ServerFailed, $"the recognition server at {_settings.Address.Authority} {failure}");
                }
                var wait = TimeSpan.FromSeconds(0.5 * (1 << (attempt - 1)));
                wait = pause > wait ? pause.Value : wait;
                await Task.Delay(wait < s_longestPause ? wait : s_longestPause, _time, cancellationToken);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _places.Dispose();
    }

    /// <returns>The answer; or what is wrong, and how long the server asks to wait. No pause: no use in trying again.</returns>
    private async Task<(byte[]? Answer, string Failure, TimeSpan? Pause)> TryAsync(
        byte[] file, string language, string? prompt, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_settings.Timeout, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _settings.Endpoint) { Content = Form(file, language, prompt) };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            if (_settings.Key is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _settings.Key);
            }
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, stop.Token);
            if (response.IsSuccessStatusCode)
            {
                return (await response.Content.ReadAsByteArrayAsync(stop.Token), "", null);
            }
            return (null, Explain(response.StatusCode), FileDownload.IsPassing(response.StatusCode) ? PauseOf(response) : null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"gave no answer for {_settings.Timeout.TotalSeconds:0} s", TimeSpan.Zero);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return (null, "answered with more than can be an answer", null);
        }
        catch (HttpRequestException)
        {
            return (null, "cannot be reached; check --engine-url", TimeSpan.Zero);
        }
    }

    private MultipartFormDataContent Form(byte[] file, string language, string? prompt)
    {
        var audio = new ByteArrayContent(file);
        audio.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        var form = new MultipartFormDataContent { { audio, "\"file\"", "\"audio.wav\"" } };
        Add("model", _settings.Model);
        Add("language", language);
        Add("response_format", "verbose_json");
        Add("timestamp_granularities[]", "word");
        Add("timestamp_granularities[]", "segment");
        Add("temperature", "0");
        if (prompt is not null)
        {
            Add("prompt", prompt);
        }
        return form;

        void Add(string name, string value)
        {
            var field = new StringContent(value);
            // Some servers take a field with a content type for a file.
            field.Headers.ContentType = null;
            form.Add(field, $"\"{name}\"");
        }
    }

    private TimeSpan PauseOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow(),
        _ => TimeSpan.Zero,
    };

    private static string Explain(HttpStatusCode code) => code switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"refuses the key ({(int)code}); set {OpenAiSettings.KeyVariable}",
        HttpStatusCode.NotFound => "has no such address or model (404); check --engine-url and --model",
        _ => $"answered {(int)code}",
    };
}
