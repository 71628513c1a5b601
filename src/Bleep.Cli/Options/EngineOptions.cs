using System.CommandLine;
using Bleep.Cli.Engines;
using Bleep.Speech;

namespace Bleep.Cli.Options;

/// <summary>The options that choose what recognises speech.</summary>
internal sealed class EngineOptions
{
    private readonly Option<string> _engine = new("--engine")
    {
        Description = "Speech engine; auto takes the best that is installed",
        DefaultValueFactory = _ => SpeechEngines.Auto,
    };

    private readonly Option<string?> _model = new("--model") { Description = "Model of the engine; default its best", HelpName = "NAME" };

    private readonly Option<int> _hosts = new("--engine-hosts") { Description = "Processes that recognise at the same time; default one a core", HelpName = "N" };

    public EngineOptions()
    {
        _engine.Validators.Add(result =>
        {
            // Asked here and not by the parser, so that the list of engines is not needed before.
            if (result.Tokens is [var token, ..] && !SpeechEngines.Names.Contains(token.Value, StringComparer.OrdinalIgnoreCase))
            {
                result.AddError($"There is no speech engine '{token.Value}'; known are {string.Join(", ", SpeechEngines.Names)}.");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(_engine);
        command.Add(_model);
        command.Add(_hosts);
    }

    public string NameOf(ParseResult parsed) => parsed.GetRequiredValue(_engine);

    public string? ModelOf(ParseResult parsed) => parsed.GetValue(_model);

    public int? HostsOf(ParseResult parsed) => parsed.GetValue(_hosts) is > 0 and var hosts ? hosts : null;

    public Task<EngineSession> OpenAsync(ParseResult parsed, string language) =>
        EngineSession.OpenAsync(NameOf(parsed), ModelOf(parsed), language, HostsOf(parsed));
}
