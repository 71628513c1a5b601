namespace Bleep.Speech.OpenAi;

/// <summary>Where an OpenAI-compatible server is and how it is asked.</summary>
public sealed record OpenAiSettings
{
    /// <summary>Environment variable with the server's key.</summary>
    public const string KeyVariable = "BLEEP_OPENAI_KEY";

    /// <summary>Environment variable with the server's address.</summary>
    public const string AddressVariable = "BLEEP_OPENAI_URL";

    /// <summary>
    /// Address of the server: its root, its <c>/v1</c>, or the whole address that ends in <c>/audio/transcriptions</c> or
    /// <c>/inference</c>. http or https.
    /// </summary>
    public required Uri Address { get; init; }

    /// <summary>Sent as bearer token; null for servers that want none. Private.</summary>
    public string? Key { get; init; }

    /// <summary>Name of the model the server is asked for; default <c>whisper-1</c>, which servers with one model ignore.</summary>
    public string Model { get; init; } = "whisper-1";

    /// <summary>Most requests at one time, over all recordings, 1 to 256; default 4.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>Longest wait for the answer to one request, 1 s to 1 h; default 2 min.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most attempts at one request, 1 to 10; default 4. Only answers 408, 429 and 5xx and lost connections are tried again.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>Settings of the environment; null when it names no server.</summary>
    public static OpenAiSettings? FromEnvironment() =>
        Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } text && TryReadAddress(text, out var address)
            ? new OpenAiSettings { Address = address, Key = KeyOfEnvironment() }
            : null;

    /// <summary>The key in the environment, or null.</summary>
    public static string? KeyOfEnvironment() => Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key ? key : null;

    /// <summary>Reads an address; only http and https are any.</summary>
    public static bool TryReadAddress(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && (address.Scheme is "http" or "https") && address.UserInfo.Length == 0;

    /// <summary>The address requests go to.</summary>
    internal Uri Endpoint
    {
        get
        {
            var path = Address.AbsolutePath.TrimEnd('/');
            var end = path.EndsWith("/audio/transcriptions", StringComparison.Ordinal) || path.EndsWith("/inference", StringComparison.Ordinal) ? ""
                : path.EndsWith("/v1", StringComparison.Ordinal) ? "/audio/transcriptions"
                : "/v1/audio/transcriptions";
            return new UriBuilder(Address) { Path = path + end }.Uri;
        }
    }
}
