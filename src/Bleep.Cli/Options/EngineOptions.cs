using System.CommandLine;
using Bleep.Cli.Engines;
using Bleep.Speech;
using Bleep.Speech.OpenAi;

namespace Bleep.Cli.Options;

/// <summary>The options that choose what recognises speech.</summary>
/// <param name="data">The option that names the data folder where the command has one of its own; null to add one for the models.</param>
internal sealed class EngineOptions(Option<string?>? data = null)
{
    private readonly Option<string> _engine = new("--engine")
    {
        Description = "Speech engine; auto takes the best that is installed",
        DefaultValueFactory = _ => SpeechEngines.Auto,
    };

    private readonly Option<string?> _model = new("--model") { Description = "Model of the engine; default its best", HelpName = "NAME" };

    private readonly Option<int> _hosts = new("--engine-hosts")
    {
        Description = "Processes that recognise at the same time, or requests to a server; default one a core, fewer for large models",
        HelpName = "N",
    };

    private readonly Option<string?> _url = new("--engine-url")
    {
        Description = "Address of the server of engine openai; its key comes from BLEEP_OPENAI_KEY",
        HelpName = "URL",
    };

    private readonly Option<string?> _data = DataOption.Create();

    /// <param name="command">Gets the options.</param>
    /// <param name="isLive">True for a single live channel: it has one process, and no server takes it.</param>
    public void AddTo(Command command, bool isLive = false)
    {
        _engine.Validators.Add(result =>
        {
            // Asked here and not by the parser, so that the list of engines is not needed before.
            if (result.Tokens is [var token, ..] && !SpeechEngines.Names.Contains(token.Value, StringComparer.OrdinalIgnoreCase))
            {
                result.AddError($"There is no speech engine '{token.Value}'; known are {string.Join(", ", SpeechEngines.Names)}.");
            }
        });
        _url.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !OpenAiSettings.TryReadAddress(token.Value, out _))
            {
                result.AddError("--engine-url takes an http or https address, such as http://127.0.0.1:8000/v1.");
            }
        });
        command.Add(_engine);
        command.Add(_model);
        if (!isLive)
        {
            command.Add(_hosts);
            command.Add(_url);
        }
        if (data is null)
        {
            command.Add(_data);
        }
    }

    public string NameOf(ParseResult parsed) => parsed.GetRequiredValue(_engine);

    public string? ModelOf(ParseResult parsed) => parsed.GetValue(_model);

    public int? HostsOf(ParseResult parsed) => parsed.GetValue(_hosts) is > 0 and var hosts ? hosts : null;

    /// <summary>Where engines find what they need.</summary>
    public SpeechEngineSettings SettingsOf(ParseResult parsed) => new() { DataFolder = DataFolderOf(parsed), OpenAi = ServerOf(parsed) };

    public Task<EngineSession> OpenAsync(ParseResult parsed, string language) =>
        EngineSession.OpenAsync(NameOf(parsed), ModelOf(parsed), language, HostsOf(parsed), SettingsOf(parsed));

    public Task<LiveEngineSession> OpenLiveAsync(ParseResult parsed, string language) =>
        LiveEngineSession.OpenAsync(NameOf(parsed), ModelOf(parsed), language, SettingsOf(parsed));

    /// <summary>A server's own folder has the models when they were put there; else they are the user's.</summary>
    private string? DataFolderOf(ParseResult parsed)
    {
        string? folder = parsed.GetValue(data ?? _data);
        return data is null || (folder is not null && Directory.Exists(Path.Combine(folder, "models"))) ? folder : null;
    }

    private OpenAiSettings? ServerOf(ParseResult parsed)
    {
        var server = parsed.GetValue(_url) is { } url && OpenAiSettings.TryReadAddress(url, out var address)
            ? new OpenAiSettings { Address = address, Key = OpenAiSettings.KeyOfEnvironment() }
            : OpenAiSettings.FromEnvironment();
        return server is null || HostsOf(parsed) is not { } requests ? server : server with { MaxConcurrency = Math.Min(256, requests) };
    }
}
