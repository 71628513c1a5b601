using Bleep.Speech.Hosting;
using Bleep.Speech.PocketSphinx;

namespace Bleep.Speech;

/// <summary>The engines by name. One place for the command line and the server to choose from.</summary>
/// <param name="pool">Runs the engines; stays the caller's to dispose, after all recognisers.</param>
/// <param name="settings">Where engines find their files; null for the usual places.</param>
public sealed class SpeechEngines(EngineHostPool pool, SpeechEngineSettings? settings = null)
{
    /// <summary>The name that stands for the best engine there is for the language.</summary>
    public const string Auto = "auto";

    private readonly SpeechEngineSettings _settings = settings ?? new SpeechEngineSettings();

    /// <summary>All names <see cref="Choose"/> knows, <see cref="Auto"/> first.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, PocketSphinxModel.EngineName];

    /// <summary>Every engine of this build with its models, installed or not.</summary>
    public static IReadOnlyList<EngineInfo> Known { get; } = [PocketSphinxModel.Info];

    /// <summary>Chooses an engine. Looks for its files; starts nothing (see <see cref="EngineChoice.LoadAsync"/>).</summary>
    /// <param name="engine">One of <see cref="Names"/>, in any case.</param>
    /// <param name="model">A model of the engine, or null for its best.</param>
    /// <param name="language">The language to be understood, as a code such as <c>en</c> or <c>en-US</c>.</param>
    /// <returns>The engine, or the error as a value.</returns>
    public EngineChoice Choose(string engine = Auto, string? model = null, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(language);
        bool isAuto = engine.Equals(Auto, StringComparison.OrdinalIgnoreCase);
        if (!isAuto && !engine.Equals(PocketSphinxModel.EngineName, StringComparison.OrdinalIgnoreCase))
        {
            return Fail(SpeechErrorKind.UnknownEngine, $"unknown speech engine; known are: {string.Join(", ", Names)}");
        }
        var info = PocketSphinxModel.Info;
        if (model is not null && !model.Equals(info.Model, StringComparison.OrdinalIgnoreCase))
        {
            return Fail(SpeechErrorKind.UnknownEngine, $"engine {info.Name} has no such model; it has: {info.Model}");
        }
        if (!info.Understands(language))
        {
            return EngineChoice.Failed(pool, JobMessages.UnsupportedLanguage(info));
        }
        try
        {
            var found = PocketSphinxModel.Locate(_settings.PocketSphinxModelFolder);
            return EngineChoice.Of(pool, info, found.ToSpec(), Notice(info, isAuto));
        }
        catch (SpeechException error)
        {
            return EngineChoice.Failed(pool, error);
        }
    }

    private static string Notice(EngineInfo info, bool isAuto) =>
        $"{(isAuto ? "picked" : "using")} speech engine {info.Name} ({info.Model}), which is demo-grade English: expect misheard words on real calls";

    private EngineChoice Fail(SpeechErrorKind kind, string message) => EngineChoice.Failed(pool, new SpeechException(kind, message));
}
