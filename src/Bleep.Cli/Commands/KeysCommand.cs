using System.CommandLine;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep keys</c>: the API keys of a server and the keys its data is encrypted with.</summary>
internal static class KeysCommand
{
    public static Command Create() => new ExampleCommand(
        "keys",
        "Make, list and revoke the API keys of a server; change its encryption key.",
        "bleep keys create --name billing --data server",
        "bleep keys list --data server")
    {
        CreateKey(),
        ListKeys(),
        RevokeKey(),
        RotateEncryption(),
    };

    // Each action calls into a class of its own, so that the start of the program loads nothing of the server.
    private static ExampleCommand CreateKey()
    {
        var name = new Option<string>("--name") { Description = "What to call the key in lists", HelpName = "NAME", DefaultValueFactory = _ => "" };
        var scopes = new Option<string>("--scopes")
        {
            Description = "What it may be used for: transcripts, metrics, admin",
            HelpName = "a,b",
            DefaultValueFactory = _ => "transcripts",
        };
        var data = DataOption();
        var command = new ExampleCommand(
            "create",
            "Make an API key and print it; it cannot be shown again.",
            "bleep keys create --name billing --data server",
            "bleep keys create --scopes metrics --data server")
        {
            name, scopes, data,
        };
        command.SetAction((parsed, token) =>
            KeysActions.CreateAsync(parsed.GetValue(data), parsed.GetRequiredValue(name), parsed.GetRequiredValue(scopes), token));
        return command;
    }

    private static ExampleCommand ListKeys()
    {
        var data = DataOption();
        var command = new ExampleCommand("list", "List the API keys, without their secrets.", "bleep keys list --data server") { data };
        command.SetAction((parsed, token) => KeysActions.ListAsync(parsed.GetValue(data), Console.Out, token));
        return command;
    }

    private static ExampleCommand RevokeKey()
    {
        var id = new Argument<string>("id") { Description = "Id of the key as 'bleep keys list' shows it", HelpName = "ID" };
        var data = DataOption();
        var command = new ExampleCommand(
            "revoke",
            "Refuse an API key from now on. What was made with it stays.",
            "bleep keys revoke \"$(bleep keys list --data server | head -n 1 | cut -f 1)\" --data server")
        {
            id, data,
        };
        command.SetAction((parsed, token) => KeysActions.RevokeAsync(parsed.GetValue(data), parsed.GetRequiredValue(id), token));
        return command;
    }

    private static ExampleCommand RotateEncryption()
    {
        var data = DataOption();
        var keyFile = new Option<string?>("--key-file") { Description = "File with the encryption keys; default the one of the data folder", HelpName = "FILE" };
        var command = new ExampleCommand(
            "rotate-encryption",
            "Add an encryption key, used from the server's next start on; older ones still open what they sealed.",
            "bleep keys rotate-encryption --data /srv/bleep --key-file /etc/bleep/keys.json")
        {
            data, keyFile,
        };
        command.SetAction((parsed, _) => Task.FromResult(KeysActions.RotateEncryption(parsed.GetValue(data), parsed.GetValue(keyFile), Console.Out)));
        return command;
    }

    private static Option<string?> DataOption() =>
        new("--data") { Description = "Data folder of the server; default the one that 'bleep serve' takes", HelpName = "DIR" };
}
