using System.CommandLine;
using Bleep.Synthesis.Scripts;

namespace Bleep.Training.Calls;

/// <summary>The options of all commands that make calls.</summary>
internal sealed class CallOptionsInput
{
    private readonly Option<string> _split = new("--split")
    {
        Description = "Which templates to use: all, training, heldout",
        DefaultValueFactory = _ => "all",
    };

    private readonly Option<string?> _domain = new("--domain") { Description = "The only kind of call to make" };

    public CallOptionsInput()
    {
        _split.AcceptOnlyFromAmong("all", "training", "heldout");
        _domain.AcceptOnlyFromAmong([.. CallGenerator.Domains]);
    }

    public void AddTo(Command command)
    {
        command.Add(_split);
        command.Add(_domain);
    }

    public CallOptions Read(ParseResult parsed) => new()
    {
        Split = Enum.Parse<TemplateSplit>(parsed.GetValue(_split)!, ignoreCase: true),
        Domain = parsed.GetValue(_domain),
    };
}
