using Bleep.Speech.Hosting;
using Bleep.Speech.Models;
using Bleep.Speech.OpenAi;
using Bleep.Speech.PocketSphinx;
using Bleep.Speech.Sherpa;

namespace Bleep.Speech;

/// <summary>The engines by name. One place for the command line and the server to choose from.</summary>
/// <param name="pool">Runs the engines; stays the caller's to dispose, after all recognisers.</param>
/// <param name="settings">Where engines find their files; null for the usual places.</param>
public sealed class SpeechEngines(EngineHostPool pool, SpeechEngineSettings? settings = null)
{
    /// <summary>The name that stands for the best engine there is for the language.</summary>
    public const string Auto = "auto";

    private readonly SpeechEngineSettings _settings = settings ?? new SpeechEngineSettings();
    private readonly ModelStore _store = new(SpeechDataFolder.Locate(settings?.DataFolder));

    /// <summary>All names <see cref="Choose"/> knows, <see cref="Auto"/> first.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, SherpaModel.EngineName, PocketSphinxModel.EngineName, OpenAiModel.EngineName];

    /// <summary>
    /// Settings of a pool that fit what <see cref="Choose"/> will choose: one host a core, but no more than half of the memory holds,
    /// and time enough to load a large model from a slow disk.
    /// </summary>
    /// <param name="engine">One of <see cref="Names"/>.</param>
    /// <param name="model">A model of the engine, or null for its best.</param>
    /// <param name="language">The language to be understood.</param>
    /// <param name="hosts">Number of hosts that was asked for; null for what fits.</param>
    /// <param name="settings">Where engines find their files; null for the usual places.</param>
    public static EngineHostPoolOptions PoolOptionsFor(string engine, string? model, string language, int? hosts, SpeechEngineSettings? settings)
    {
        const long slowDiskBytesPerSecond = 20_000_000;
        var options = new EngineHostPoolOptions();
        bool isSherpa = engine.Equals(Auto, StringComparison.OrdinalIgnoreCase) || engine.Equals(SherpaModel.EngineName, StringComparison.OrdinalIgnoreCase);
        var store = new ModelStore(SpeechDataFolder.Locate(settings?.DataFolder));
        if (!isSherpa || FindInstalled(store, model, language, isLive: false) is not { } installed)
        {
            return hosts is null ? options : options with { MaxHosts = hosts.Value };
        }
        long memory = Math.Max(1, SherpaModel.InfoOf(installed).MemoryBytes);
        // Every host holds the model by itself; half of the memory is for other things.
        long fitting = Math.Max(1, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / memory);
        return options with
        {
            MaxHosts = hosts ?? (int)Math.Min(options.MaxHosts, fitting),
            StartTimeout = options.StartTimeout + TimeSpan.FromSeconds(installed.SizeBytes / slowDiskBytesPerSecond),
        };
    }

    /// <summary>
    /// Chooses an engine. Looks for its files; starts nothing (see <see cref="EngineChoice.LoadAsync"/>). <see cref="Auto"/> takes the
    /// best installed model of sherpa-onnx that understands the language, else PocketSphinx; it never takes a server.
    /// </summary>
    /// <param name="engine">One of <see cref="Names"/>, in any case.</param>
    /// <param name="model">A model of the engine, or null for its best.</param>
    /// <param name="language">The language to be understood, as a code such as <c>en</c> or <c>en-US</c>.</param>
    /// <param name="isLive">True for an engine that takes live audio.</param>
    /// <returns>The engine, or the error as a value.</returns>
    public EngineChoice Choose(string engine = Auto, string? model = null, string language = "en", bool isLive = false)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(language);
        try
        {
            return engine.ToLowerInvariant() switch
            {
                Auto => ChooseBest(model, language, isLive),
                SherpaModel.EngineName => ChooseSherpa(model, language, isLive, isPicked: false)
                    ?? Fail(SpeechErrorKind.ModelMissing, NothingInstalled(language, isLive)),
                PocketSphinxModel.EngineName => ChoosePocketSphinx(model, language, isPicked: false),
                OpenAiModel.EngineName => ChooseOpenAi(model, language, isLive),
                _ => Fail(SpeechErrorKind.UnknownEngine, $"unknown speech engine; known are: {string.Join(", ", Names)}"),
            };
        }
        catch (SpeechException error)
        {
            return EngineChoice.Failed(pool, error);
        }
    }

    private EngineChoice ChooseBest(string? model, string language, bool isLive)
    {
        bool isPocketSphinx = model is not null && model.Equals(PocketSphinxModel.ModelName, StringComparison.OrdinalIgnoreCase);
        if (!isPocketSphinx && ChooseSherpa(model, language, isLive, isPicked: true) is { } choice)
        {
            return choice;
        }
        return PocketSphinxModel.Info.Understands(language)
            ? ChoosePocketSphinx(model, language, isPicked: true)
            : Fail(SpeechErrorKind.UnsupportedLanguage, NothingInstalled(language, isLive));
    }

    /// <returns>Null when no model was asked for and none fits.</returns>
    private EngineChoice? ChooseSherpa(string? model, string language, bool isLive, bool isPicked)
    {
        var installed = FindInstalled(_store, model, language, isLive);
        if (installed is null)
        {
            return model is null ? null : Fail(
                ModelCatalogue.Default.Find(model) is null ? SpeechErrorKind.UnknownEngine : SpeechErrorKind.ModelMissing,
                ModelCatalogue.Default.Find(model) is { } known
                    ? $"the model {known.Name} is not installed; run: bleep models pull {known.Name}"
                    : "there is no such model; 'bleep models list' shows what there is");
        }
        if (installed.Kind == ModelKind.Vad)
        {
            return Fail(SpeechErrorKind.UnknownEngine, $"the model {installed.Name} recognises no speech; it is used by itself");
        }
        var info = SherpaModel.InfoOf(installed);
        if (!info.Understands(language))
        {
            return EngineChoice.Failed(pool, JobMessages.UnsupportedLanguage(info));
        }
        if (isLive && !installed.IsOnline)
        {
            return Fail(SpeechErrorKind.UnsupportedFeature, $"the model {installed.Name} takes no live audio");
        }
        int threads = Math.Max(1, Environment.ProcessorCount / pool.MaxHosts);
        var spec = SherpaModel.ToSpec(installed, _store, threads);
        return EngineChoice.Of(pool, info, spec, $"{(isPicked ? "picked" : "using")} speech engine {info.Name} ({info.Model})");
    }

    private static InstalledModel? FindInstalled(ModelStore store, string? model, string language, bool isLive) => model is not null
        ? store.Find(model)
        : store.List().FirstOrDefault(candidate =>
            candidate.Kind != ModelKind.Vad && SherpaModel.InfoOf(candidate).Understands(language) && (!isLive || candidate.IsOnline));

    private EngineChoice ChoosePocketSphinx(string? model, string language, bool isPicked)
    {
        var info = PocketSphinxModel.Info;
        if (model is not null && !model.Equals(info.Model, StringComparison.OrdinalIgnoreCase))
        {
            return Fail(SpeechErrorKind.UnknownEngine, $"engine {info.Name} has no such model; it has: {info.Model}");
        }
        if (!info.Understands(language))
        {
            return EngineChoice.Failed(pool, JobMessages.UnsupportedLanguage(info));
        }
        var found = PocketSphinxModel.Locate(_settings.PocketSphinxModelFolder);
        return EngineChoice.Of(pool, info, found.ToSpec(), DemoNotice(info, isPicked));
    }

    private EngineChoice ChooseOpenAi(string? model, string language, bool isLive)
    {
        if (isLive)
        {
            return Fail(SpeechErrorKind.UnsupportedFeature, $"engine {OpenAiModel.EngineName} takes no live audio");
        }
        if ((_settings.OpenAi ?? OpenAiSettings.FromEnvironment()) is not { } server)
        {
            return Fail(SpeechErrorKind.UnknownEngine, $"engine {OpenAiModel.EngineName} needs the address of its server; give --engine-url or set {OpenAiSettings.AddressVariable}");
        }
        server = model is null ? server : server with { Model = model };
        var info = OpenAiModel.InfoOf(server);
        return info.Understands(language)
            ? EngineChoice.Of(pool, info, () => new OpenAiRecognizer(server, pool.Time), $"using the recognition server at {server.Address.Authority} ({server.Model})")
            : EngineChoice.Failed(pool, JobMessages.UnsupportedLanguage(info));
    }

    private static string DemoNotice(EngineInfo info, bool isPicked) =>
        $"{(isPicked ? "picked" : "using")} speech engine {info.Name} ({info.Model}), which is demo-grade English: expect misheard words on real calls" +
        (Suggest("en", isLive: false) is { } better ? $"; better: bleep models pull {better}" : "");

    private static string NothingInstalled(string language, bool isLive) =>
        Suggest(language, isLive) is { } name
            ? $"no installed {(isLive ? "live " : "")}model understands this language; run: bleep models pull {name}"
            : "no engine or model understands this language; 'bleep models list' shows what there is";

    /// <summary>The best model of the catalogue for a language; null when there is none.</summary>
    private static string? Suggest(string language, bool isLive) => ModelCatalogue.Default.Models
        .Where(model => model.Kind != ModelKind.Vad && new EngineInfo(SherpaModel.EngineName, model.Name) { Languages = model.Languages }.Understands(language))
        .Where(model => !isLive || model.Kind is ModelKind.OnlineTransducer or ModelKind.OnlineZipformerCtc or ModelKind.OnlineNemoCtc)
        .MaxBy(model => model.Rank)?.Name;

    private EngineChoice Fail(SpeechErrorKind kind, string message) => EngineChoice.Failed(pool, new SpeechException(kind, message));
}
