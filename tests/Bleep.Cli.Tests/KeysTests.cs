using System.Text.Json;
using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Cli.Tests;

public sealed class KeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder["server"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Create_prints_the_key_alone_and_list_shows_it_without_its_secret()
    {
        var first = await RunAsync("create", "--name", "billing", "--data", Data);
        var second = await RunAsync("create", "--scopes", "metrics,admin", "--data", Data);
        var list = await RunAsync("list", "--data", Data);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Matches("^bleep_[0-9a-f]{12}_[0-9a-f]{64}\n$", first.Output);
        Assert.NotEqual(first.Output, second.Output);
        string[] lines = list.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches($"^{IdOf(first.Output)}\t[0-9-]{{10}}\tgood\ttranscripts\tbilling$", lines.Single(line => line.Contains("billing", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith(IdOf(second.Output), StringComparison.Ordinal) && line.Contains("admin,metrics", StringComparison.Ordinal));
        Assert.DoesNotContain(first.Output.Trim()[19..], list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_marks_the_key_and_refuses_what_is_none()
    {
        string key = (await RunAsync("create", "--data", Data)).Output.Trim();

        var revoked = await RunAsync("revoke", IdOf(key), "--data", Data);
        var unknown = await RunAsync("revoke", key, "--data", Data);
        var list = await RunAsync("list", "--data", Data);

        Assert.Equal((0, "", ""), (revoked.ExitCode, revoked.Output, revoked.Error));
        Assert.Contains("\trevoked ", list.Output, StringComparison.Ordinal);
        Assert.Equal(1, unknown.ExitCode);
        Assert.DoesNotContain(key, unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_without_data_uses_the_folder_of_the_user()
    {
        var run = await ProgramRun.RunAsync(
            BleepCli.Program, ["keys", "create"], environment: new Dictionary<string, string?> { ["XDG_DATA_HOME"] = _folder.Path },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(_folder["bleep/server/bleep.db"]));
    }

    [Fact]
    public async Task Rotate_encryption_adds_a_key_to_the_file()
    {
        const string Old = """{"id":"00000000000000aa","created_at":"2026-01-01T00:00:00Z","secret":"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="}""";
        string file = _folder.Write("keys.json", $$"""{"version":1,"current":"00000000000000aa","keys":[{{Old}}]}""");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var run = await RunAsync("rotate-encryption", "--data", Data, "--key-file", file);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var rotated = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        string current = rotated.RootElement.GetProperty("current").GetString()!;
        var keys = rotated.RootElement.GetProperty("keys").EnumerateArray().ToDictionary(key => key.GetProperty("id").GetString()!, key => key.GetProperty("secret").GetString()!);
        Assert.Equal(2, keys.Count);
        Assert.Equal("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", keys["00000000000000aa"]);
        Assert.NotEqual("00000000000000aa", current);
        Assert.Contains(current, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(keys[current], run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "not the data folder", "list")]
    [InlineData(1, "not the data folder", "revoke", "000000000000")]
    [InlineData(2, "There is no scope 'root'; known are admin, metrics, transcripts.", "create", "--scopes", "root")]
    [InlineData(2, "control characters", "create", "--name", "a\nb")]
    [InlineData(1, "there is no key file", "rotate-encryption")]
    public async Task Bad_input_is_refused_in_one_line(int exitCode, string expected, params string[] arguments)
    {
        var run = await RunAsync([.. arguments, "--data", Data]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.False(Directory.Exists(Data));
    }

    private static string IdOf(string key) => key.Split('_')[1];

    private static Task<ProgramRun> RunAsync(params string[] arguments) => BleepCli.RunAsync(["keys", .. arguments]);
}
