using Bleep.Server.Security;
using Bleep.Server.Storage;
using Bleep.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Security;

public sealed class SealingKeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_twice_gives_the_same_key_and_leaves_no_secret_in_the_data()
    {
        var first = Open("keys.json");
        var second = Open("keys.json");

        Assert.Equal(first.Current.CheckValue(), second.Current.CheckValue());
        string inData = File.ReadAllText(new DataFolder(_folder["data"]).SealingKeysFile);
        Assert.Contains(first.Current.IdText, inData, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(first.Current.Secret), inData, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(first.Current.Secret), inData, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_without_the_key_file_of_the_data_is_refused_and_makes_none()
    {
        Open("keys.json");
        File.Delete(_folder["keys.json"]);

        var failure = Assert.Throws<SecuritySetupException>(() => Open("keys.json"));

        Assert.Contains("--key-file", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["keys.json"]));
    }

    [Fact]
    public void Open_with_the_key_file_of_other_data_is_refused()
    {
        var ring = Open("keys.json");
        new KeyFile(_folder["other.json"], _time).LoadOrCreate();

        var failure = Assert.Throws<SecuritySetupException>(() => Open("other.json"));

        Assert.Contains(ring.Current.IdText, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_with_another_secret_under_the_same_id_is_refused()
    {
        Open("keys.json");
        var changed = File.ReadAllText(_folder["keys.json"]);
        int begin = changed.IndexOf("secret\": \"", StringComparison.Ordinal) + "secret\": \"".Length;
        char other = changed[begin] == 'A' ? 'B' : 'A';
        File.WriteAllText(_folder["keys.json"], $"{changed[..begin]}{other}{changed[(begin + 1)..]}");

        Assert.Throws<SecuritySetupException>(() => Open("keys.json"));
    }

    [Fact]
    public void Open_after_rotation_needs_both_keys_from_then_on()
    {
        Open("keys.json");
        File.Copy(_folder["keys.json"], _folder["backup.json"]);
        new KeyFile(_folder["keys.json"], _time).Rotate();

        // Nothing was sealed under the new key yet.
        Open("backup.json");
        Open("keys.json");

        Assert.Throws<SecuritySetupException>(() => Open("backup.json"));
    }

    [Fact]
    public void Open_with_a_broken_list_of_keys_is_refused()
    {
        Open("keys.json");
        File.WriteAllText(new DataFolder(_folder["data"]).SealingKeysFile, "{}");

        Assert.Throws<SecuritySetupException>(() => Open("keys.json"));
    }

    private KeyRing Open(string keyFile) =>
        SealingKeys.Open(new ServerOptions { DataFolder = _folder["data"], KeyFile = _folder[keyFile] }, _time);
}
