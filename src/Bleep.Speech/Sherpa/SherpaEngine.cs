using System.Globalization;
using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Models;
using Bleep.Speech.Models.Files;
using Bleep.Speech.Segmentation;
using Bleep.Speech.Sherpa.Native;
using Bleep.Speech.Timing;

namespace Bleep.Speech.Sherpa;

/// <summary>sherpa-onnx with one model inside an engine host.</summary>
internal sealed class SherpaEngine : IHostedEngine
{
    private readonly ModelFacts _facts;
    private readonly OfflineDecoder? _offline;
    private readonly OnlineDecoder? _online;
    private readonly SpeechFinder? _finder;

    private SherpaEngine(ModelFacts facts, OfflineDecoder? offline, OnlineDecoder? online, SpeechFinder? finder)
    {
        _finder = finder;
        _facts = facts;
        _offline = offline;
        _online = online;
    }

    /// <summary>Checks the files, loads the library and the model.</summary>
    /// <exception cref="SpeechException">Something is missing, damaged or does not fit.</exception>
    public static IHostedEngine Load(EngineSpec spec)
    {
        var (model, facts) = Check(spec.Files["model"], spec.Model);
        var vad = spec.Files.TryGetValue(SherpaModel.VadRole, out var vadFolder) ? Check(vadFolder, "silero-vad").Model : null;
        var library = InstalledLibrary.TryRead(spec.Files["library"])
            ?? throw new SpeechException(SpeechErrorKind.EngineMissing, "the sherpa-onnx library is not installed; run: bleep models pull sherpa-onnx");
        library.Check();
        SherpaLibrary.Load(library.MainPath);
        int threads = int.Parse(spec.Files["threads"], CultureInfo.InvariantCulture);
        var finder = vad is null ? null : new SpeechFinder(vad);
        return model.IsOnline
            ? new SherpaEngine(facts, null, new OnlineDecoder(model, facts, threads), finder)
            : new SherpaEngine(facts, new OfflineDecoder(model, facts, threads), null, finder);
    }

    /// <inheritdoc/>
    public async ValueTask<WordsMessage> RecognizeAsync(
        ReadOnlyMemory<short> samples, JobMessage job, Func<ValueTask> step, CancellationToken cancellationToken)
    {
        if (job.FindsSpeech)
        {
            return FindSpeech(samples.Span);
        }
        HeardSpeech heard;
        if (_offline is not null)
        {
            heard = _offline.Decode(samples.Span, job.Language);
        }
        else
        {
            using var stream = _online!.Begin();
            stream.Accept(samples.Span);
            heard = stream.Finish();
        }
        await step();
        return ToMessage(heard, samples.Span, job);
    }

    /// <inheritdoc/>
    public IHostedUtterance BeginUtterance(JobMessage job) => _online is null
        ? throw new SpeechException(SpeechErrorKind.UnsupportedFeature, "this model takes no live audio")
        : new SherpaUtterance(_online.Begin(), (heard, samples) => ToMessage(heard, samples, job));

    /// <inheritdoc/>
    public void Dispose()
    {
        _offline?.Dispose();
        _online?.Dispose();
        _finder?.Dispose();
    }

    private static (InstalledModel Model, ModelFacts Facts) Check(string folder, string name)
    {
        var model = ModelStore.Read(folder) ?? throw new SpeechException(
            SpeechErrorKind.ModelMissing, $"the model {name} is not installed, or its description is damaged; run: bleep models pull {name}");
        foreach (var (file, hash) in model.Sha256)
        {
            if (!FileHash.Matches(Path.Combine(model.Folder, file), hash))
            {
                throw new SpeechException(SpeechErrorKind.ModelBroken, $"a file of the model {name} is missing or was changed; install it again");
            }
        }
        return (model, ModelInspector.Check(model.Folder, model.Files, model.Kind));
    }

    private WordsMessage FindSpeech(ReadOnlySpan<short> samples)
    {
        const int samplesPerMs = ISpeechAudio.RequiredSampleRateHz / 1000;
        var found = _finder?.Find(samples)
            ?? throw new SpeechException(SpeechErrorKind.UnsupportedFeature, "no detector of speech is loaded");
        return new WordsMessage([.. found.Select(stretch => new HostedWord("speech", stretch.Start / samplesPerMs, stretch.End / samplesPerMs, 1))], []);
    }

    private WordsMessage ToMessage(HeardSpeech heard, ReadOnlySpan<short> samples, JobMessage job)
    {
        var warnings = new List<string>();
        if (job.Keyterms.Count > 0)
        {
            warnings.Add("keyterms are ignored: engine sherpa-onnx does not take them");
        }
        if (heard.Tokens.Count > 0)
        {
            return new WordsMessage(WordBoundaries.Place(TokenWords.Of(heard.Tokens, _facts.Shouts), samples), warnings);
        }
        if (heard.Text.AsSpan().Trim().Length == 0)
        {
            return new WordsMessage([], warnings);
        }
        warnings.Add(SpreadWords.Warning);
        int lengthMs = (int)SampleTime.Of(samples.Length).TotalMilliseconds;
        var segments = heard.Segments.Count > 0 ? heard.Segments : [new HeardSegment(heard.Text, 0, lengthMs / 1000f)];
        var words = new List<HostedWord>();
        foreach (var segment in segments.OrderBy(segment => segment.StartSeconds))
        {
            int start = Ms(segment.StartSeconds);
            words.AddRange(SpreadWords.Over(segment.Text, start, Math.Max(start, Ms(segment.EndSeconds))));
        }
        return new WordsMessage(SpreadWords.InOrder(words), warnings);

        int Ms(float seconds) => float.IsFinite(seconds) ? (int)Math.Clamp(seconds * 1000, 0, lengthMs) : lengthMs;
    }
}
