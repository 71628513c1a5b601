using System.CommandLine;

namespace Bleep.Cli.Options;

/// <summary>The option that names the data folder.</summary>
internal static class DataOption
{
    public static Option<string?> Create() => new("--data")
    {
        Description = "Folder with the models; default BLEEP_DATA, or else the user's own data folder",
        HelpName = "DIR",
    };
}
