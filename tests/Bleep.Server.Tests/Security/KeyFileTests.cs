using System.Runtime.Versioning;
using Bleep.Server.Security;
using Bleep.Server.Storage;
using Bleep.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Security;

[UnsupportedOSPlatform("windows")]
public sealed class KeyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LoadOrCreate_makes_a_file_for_its_owner_alone_and_finds_it_again()
    {
        var file = new KeyFile(_folder["config/bleep/x.keys.json"], _time);

        var made = file.LoadOrCreate();
        var found = file.LoadOrCreate();

        Assert.Equal(made.Current.Id, found.Current.Id);
        Assert.Equal(made.Current.CheckValue(), found.Current.CheckValue());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path));
        Assert.Equal(["config", "config/bleep", "config/bleep/x.keys.json"], _folder.Entries);
    }

    [Fact]
    public async Task LoadOrCreate_by_many_at_once_gives_all_the_same_key()
    {
        string path = _folder["keys.json"];

        var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new KeyFile(path, _time).LoadOrCreate())));

        Assert.Single(rings.Select(ring => ring.Current.CheckValue()).Distinct());
    }

    [Fact]
    public void Rotate_keeps_the_old_key_and_seals_with_a_new_one()
    {
        var file = new KeyFile(_folder["keys.json"], _time);
        var first = file.LoadOrCreate();

        file.Rotate();
        var rotated = file.Load();

        Assert.Equal(2, rotated.Keys.Count);
        Assert.NotEqual(first.Current.Id, rotated.Current.Id);
        Assert.True(rotated.TryFind(first.Current.Id, out var old));
        Assert.Equal(first.Current.CheckValue(), old.CheckValue());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path));
    }

    [Fact]
    public void Load_of_a_file_that_others_may_read_is_refused()
    {
        var file = new KeyFile(_folder["keys.json"], _time);
        file.LoadOrCreate();
        File.SetUnixFileMode(file.Path, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var failure = Assert.Throws<SecuritySetupException>(file.Load);

        Assert.Contains("chmod 600", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":2,"current":"1","keys":[]}""")]
    [InlineData("""{"version":1,"current":"0000000000000001","keys":[]}""")]
    [InlineData("""{"version":1,"current":"0000000000000001","keys":[{"id":"0000000000000001","created_at":"2026-01-01T00:00:00Z","secret":"c2VjcmV0"}]}""")]
    [InlineData("""{"version":1,"current":"0000000000000001","keys":[{"id":"0000000000000001","created_at":"2026-01-01T00:00:00Z","secret":"!c2VjcmV0"}]}""")]
    [InlineData("""{"version":1,"current":5,"keys":5}""")]
    public void Load_of_a_broken_file_says_which_and_shows_nothing_of_it(string content)
    {
        var file = new KeyFile(_folder.Write("keys.json", content), _time);
        File.SetUnixFileMode(file.Path, UnixFileMode.UserRead);

        var failure = Assert.Throws<SecuritySetupException>(file.Load);

        Assert.Contains(file.Path, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void DefaultPathFor_lies_outside_the_data_and_tells_folders_apart()
    {
        string first = KeyFile.DefaultPathFor(new DataFolder(_folder["a"]));

        Assert.False(first.StartsWith(_folder.Path, StringComparison.Ordinal));
        Assert.Equal(first, KeyFile.DefaultPathFor(new DataFolder(_folder["a/"])));
        Assert.NotEqual(first, KeyFile.DefaultPathFor(new DataFolder(_folder["b"])));
    }

    [Fact]
    public void Derive_separates_purposes_and_keys()
    {
        var one = MasterKey.Create(_time.GetUtcNow());
        var two = MasterKey.Create(_time.GetUtcNow());

        byte[][] subkeys = [one.Derive("a"u8), one.Derive("b"u8), two.Derive("a"u8), one.Secret.ToArray()];

        Assert.Equal(4, subkeys.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(subkeys[0], one.Derive("a"u8));
    }
}
