using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Segmentation;

namespace Bleep.Speech.Tests.Hosting;

/// <summary>Pools and recognisers on the test host program.</summary>
internal static class TestHosts
{
    /// <summary>Loudest samples that make the faulty engine misbehave.</summary>
    public const short Crash = 20001, Hang = 20002, Garbage = 20003, Fail = 20004, Exit = 20005, NoisyPrint = 20006, CutFrame = 20007;

    public static EngineHostCommand Command { get; } =
        new(Path.Combine(AppContext.BaseDirectory, "Bleep.Speech.TestHost"), [EngineHostCommand.Verb]);

    public static EngineInfo FaultyInfo { get; } = new("faulty", "test") { Languages = ["en"] };

    public static EngineHostPool Pool(int maxHosts = 2, TimeSpan? replyTimeout = null) => new(new EngineHostPoolOptions
    {
        Command = Command,
        MaxHosts = maxHosts,
        ReplyTimeout = replyTimeout ?? TimeSpan.FromMinutes(2),
    });

    public static EngineSpec Faulty(string model = "test", string? once = null) =>
        new("faulty", model, once is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["once"] = once });

    public static PooledRecognizer Recognizer(EngineHostPool pool, EngineSpec? spec = null) =>
        new(FaultyInfo, spec ?? Faulty(), pool, new SplitterOptions());

    /// <summary>Audio of one piece for each level: a second of noise with one sample of that level in it, and silence between.</summary>
    public static short[] Pieces(params short[] levels) => Audio.Wave.Join([.. levels.SelectMany((level, index) =>
    {
        var noise = Audio.Wave.Noise(2.5, 1000, index);
        noise[noise.Length / 2] = level;
        return new[] { Audio.Wave.Silence(1), noise, Audio.Wave.Silence(1) };
    })]);

    public static bool IsRunning(int processId) => Directory.Exists($"/proc/{processId}");
}
