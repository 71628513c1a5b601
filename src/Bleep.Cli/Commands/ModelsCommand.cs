using System.CommandLine;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep models</c>: the models of sherpa-onnx and its library.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new ExampleCommand(
        "models", "List, fetch, add, remove and try speech models.", "bleep models list")
    {
        ModelsListCommand.Create(),
        ModelsPullCommand.Create(),
        ModelsAddCommand.Create(),
        ModelsRemoveCommand.Create(),
        ModelsTestCommand.Create(),
    };
}
