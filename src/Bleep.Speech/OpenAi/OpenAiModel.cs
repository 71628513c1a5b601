namespace Bleep.Speech.OpenAi;

/// <summary>An OpenAI-compatible server as an engine to choose.</summary>
internal static class OpenAiModel
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "openai";

    /// <summary>The languages of Whisper, which such servers run; what a server lacks it refuses itself.</summary>
    private static readonly string[] s_languages =
        ("en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml cy sk te fa lv bn sr az " +
        "sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt " +
        "haw ln ha ba jw su yue").Split(' ');

    /// <summary>What the engine with these settings can do.</summary>
    public static EngineInfo InfoOf(OpenAiSettings settings) => new(EngineName, settings.Model)
    {
        Languages = s_languages,
        Capabilities = EngineCapabilities.WordTimes | EngineCapabilities.Keyterms | EngineCapabilities.Punctuation,
    };
}
