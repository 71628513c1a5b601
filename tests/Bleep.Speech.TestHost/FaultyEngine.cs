using System.Runtime.InteropServices;
using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.TestHost;

/// <summary>
/// An engine for the tests of the hosts. It hears one word in each piece, the loudest sample as a number ("s12000"), and comes to grief on
/// certain levels, the way native engines do: by taking the process with them.
/// </summary>
internal sealed class FaultyEngine(EngineSpec spec, Stream output) : IHostedEngine
{
    public const string Name = "faulty";

    /// <summary>Loudest samples that make it misbehave.</summary>
    public const short Crash = 20001, Hang = 20002, Garbage = 20003, Fail = 20004, Exit = 20005, NoisyPrint = 20006, CutFrame = 20007;

    public static HostedEngines AndBuiltIn(Stream output) => new(new Dictionary<string, Func<EngineSpec, IHostedEngine>>
    {
        [Name] = spec => Load(spec, output),
        ["pocketsphinx"] = HostedEngines.BuiltIn.Load,
        ["sherpa-onnx"] = HostedEngines.BuiltIn.Load,
    });

    public async ValueTask<WordsMessage> RecognizeAsync(
        ReadOnlyMemory<short> samples, JobMessage job, Func<ValueTask> step, CancellationToken cancellationToken)
    {
        int level = Level(samples.Span);
        await step();
        await MisbehaveAsync(level);
        return new WordsMessage([new HostedWord($"s{level}", 0, samples.Length / 16, 0.5)], [.. job.Keyterms]);
    }

    public IHostedUtterance BeginUtterance(JobMessage job) => new Utterance(this);

    public void Dispose()
    {
    }

    private static FaultyEngine Load(EngineSpec spec, Stream output)
    {
        switch (spec.Model)
        {
            case "crash-at-load":
                Abort();
                break;
            case "refuse":
                throw new SpeechException(SpeechErrorKind.ModelBroken, "this model is broken");
        }
        return new FaultyEngine(spec, output);
    }

    private static int Level(ReadOnlySpan<short> samples)
    {
        int level = 0;
        foreach (short sample in samples)
        {
            level = Math.Max(level, Math.Abs((int)sample));
        }
        return level;
    }

    /// <summary>False for trouble that is to come once only and has come; a named file remembers that across hosts.</summary>
    private bool IsTroubleDue(int level)
    {
        if (level is >= Crash and <= CutFrame && spec.Files.TryGetValue("once", out var marker))
        {
            if (File.Exists(marker))
            {
                return false;
            }
            File.WriteAllText(marker, "");
        }
        return true;
    }

    private async ValueTask MisbehaveAsync(int level)
    {
        switch (IsTroubleDue(level) ? level : 0)
        {
            case Crash:
                Abort();
                break;
            case Hang:
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                break;
            case Garbage:
                await output.WriteAsync("Segmentation fault (core dumped)\n"u8.ToArray(), CancellationToken.None);
                await output.FlushAsync(CancellationToken.None);
                break;
            case Fail:
                throw new InvalidOperationException("a text that must not be shown");
            case Exit:
                Environment.Exit(3);
                break;
            case NoisyPrint:
                Print("printed by native code\n");
                break;
            case CutFrame:
                await output.WriteAsync(new byte[] { 200, 0, 0, 0, (byte)FrameKind.Result, 1, 0 }, CancellationToken.None);
                await output.FlushAsync(CancellationToken.None);
                Environment.Exit(0);
                break;
        }
    }

    private static void Abort()
    {
        // As a C++ library ends on an exception nobody catches: no .NET handler runs.
        _ = Kill(Environment.ProcessId, 6);
        Environment.Exit(134);
    }

    private static unsafe void Print(string text)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);
        fixed (byte* start = bytes)
        {
            _ = Write(1, start, (nuint)bytes.Length);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    [DllImport("libc", EntryPoint = "write")]
    private static extern unsafe nint Write(int descriptor, byte* bytes, nuint count);

    private sealed class Utterance(FaultyEngine engine) : IHostedUtterance
    {
        private readonly List<short> _samples = [];

        public void Accept(ReadOnlySpan<short> samples)
        {
            _samples.AddRange(samples);
            if (Level(samples) == Crash && engine.IsTroubleDue(Crash))
            {
                Abort();
            }
        }

        public IReadOnlyList<HostedWord> Partial() => [new HostedWord($"p{_samples.Count}", 0, _samples.Count / 16, 0.5)];

        public ValueTask<WordsMessage> FinishAsync(Func<ValueTask> step, CancellationToken cancellationToken) =>
            engine.RecognizeAsync(_samples.ToArray(), new JobMessage("en", []), step, cancellationToken);

        public void Dispose()
        {
        }
    }
}
