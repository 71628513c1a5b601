using System.Runtime.Versioning;
using Bleep.Server.Security;
using Bleep.Server.Storage;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Storage.Sqlite;
using Bleep.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Security;

[UnsupportedOSPlatform("windows")]
public sealed class ApiKeysTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly DataFolder _data;
    private readonly SqliteDatabase _database;
    private readonly ApiKeys _keys;

    public ApiKeysTests()
    {
        _data = new DataFolder(_folder.Path);
        _database = new SqliteDatabase(_data.DatabaseFile);
        _keys = NewKeys();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _database.MigrateAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task VerifyAsync_of_a_new_key_finds_it()
    {
        var (key, text) = await _keys.CreateAsync("billing", ApiScopes.Transcripts | ApiScopes.Metrics, Token);

        Assert.Matches("^bleep_[0-9a-f]{12}_[0-9a-f]{64}$", text);
        Assert.Equal(key, await _keys.VerifyAsync(text, Token));
        Assert.Equal(key, await NewKeys().VerifyAsync(text, Token));
        Assert.Equal([key], await _keys.ListAsync(Token));
        Assert.Equal(_time.GetUtcNow(), key.CreatedAt);
    }

    [Fact]
    public async Task VerifyAsync_of_anything_else_finds_none()
    {
        var (key, text) = await _keys.CreateAsync("", ApiScopes.Transcripts, Token);
        var (_, other) = await _keys.CreateAsync("", ApiScopes.Transcripts, Token);
        string wrong = text[..^1] + (text[^1] == '0' ? '1' : '0');
        string[] none = ["", "bleep_", key.Id, wrong, text + "0", text[..^1], text.ToUpperInvariant(), " " + text, $"bleep_{key.Id}{other[18..]}",
            $"bleep_000000000000{text[18..]}", text.Replace('_', '-'), new string('a', text.Length), new string('é', text.Length)];

        foreach (string candidate in none)
        {
            Assert.Null(await _keys.VerifyAsync(candidate, Token));
        }
        // A wrong secret asked after a right one meets what is remembered of it.
        Assert.NotNull(await _keys.VerifyAsync(text, Token));
        Assert.Null(await _keys.VerifyAsync(wrong, Token));
    }

    [Fact]
    public async Task RevokeAsync_ends_a_key_here_at_once_and_elsewhere_soon()
    {
        var elsewhere = NewKeys();
        var (key, text) = await _keys.CreateAsync("", ApiScopes.Transcripts, Token);
        Assert.NotNull(await _keys.VerifyAsync(text, Token));
        Assert.NotNull(await elsewhere.VerifyAsync(text, Token));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await _keys.RevokeAsync(key.Id, Token));

        Assert.Null(await _keys.VerifyAsync(text, Token));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await elsewhere.VerifyAsync(text, Token));

        var revokedAt = Assert.Single(await _keys.ListAsync(Token)).RevokedAt;
        Assert.True(await _keys.RevokeAsync(key.Id, Token));
        Assert.Equal(revokedAt, Assert.Single(await _keys.ListAsync(Token)).RevokedAt);
        Assert.False(await _keys.RevokeAsync("000000000000", Token));
    }

    [Fact]
    public async Task VerifyAsync_of_more_keys_than_are_remembered_still_finds_all()
    {
        var texts = new List<string>();
        for (int count = 0; count < 40; count++)
        {
            texts.Add((await _keys.CreateAsync("", ApiScopes.Transcripts, Token)).Text);
        }
        foreach (string text in texts.Concat(texts))
        {
            Assert.NotNull(await _keys.VerifyAsync(text, Token));
        }
    }

    [Fact]
    public async Task CreateAsync_keeps_no_text_of_the_key()
    {
        var (_, text) = await _keys.CreateAsync("name", ApiScopes.Transcripts, Token);
        string secret = text[19..];

        foreach (string file in _folder.Entries)
        {
            // The database is open elsewhere.
            await using var stream = new FileStream(_folder[file], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            byte[] content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content, Token);
            Assert.Equal(-1, content.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)));
            Assert.Equal(-1, content.AsSpan().IndexOf(Convert.FromHexString(secret)));
        }
    }

    [Fact]
    public async Task ProvideFirstAsync_without_a_terminal_writes_a_private_file_once()
    {
        string? file = await _keys.ProvideFirstAsync(_data, terminal: null, Token);

        Assert.Equal(_folder["first-key"], file);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file!));
        string text = await File.ReadAllTextAsync(file!, Token);
        var key = await _keys.VerifyAsync(text.TrimEnd('\n'), Token);
        Assert.Equal(ApiScopes.All, key?.Scopes);
        Assert.Null(await _keys.ProvideFirstAsync(_data, terminal: null, Token));
        Assert.Equal(text, await File.ReadAllTextAsync(file!, Token));
    }

    [Fact]
    public async Task ProvideFirstAsync_on_a_terminal_shows_the_key_and_writes_no_file()
    {
        var terminal = new StringWriter();

        Assert.Null(await _keys.ProvideFirstAsync(_data, terminal, Token));

        string text = terminal.ToString().Trim().Split(' ')[^1];
        Assert.NotNull(await _keys.VerifyAsync(text, Token));
        Assert.False(File.Exists(_data.FirstKeyFile));
    }

    [Fact]
    public async Task ProvideFirstAsync_after_all_keys_were_revoked_makes_none()
    {
        var (key, _) = await _keys.CreateAsync("", ApiScopes.Transcripts, Token);
        await _keys.RevokeAsync(key.Id, Token);

        Assert.Null(await _keys.ProvideFirstAsync(_data, terminal: null, Token));
        Assert.False(File.Exists(_data.FirstKeyFile));
    }

    [Theory]
    [InlineData("transcripts", ApiScopes.Transcripts)]
    [InlineData(" Admin , metrics,", ApiScopes.Admin | ApiScopes.Metrics)]
    [InlineData("admin,metrics,transcripts", ApiScopes.All)]
    public void Scopes_are_read_by_name(string text, ApiScopes expected)
    {
        Assert.True(ApiScopeNames.TryParse(text, out var scopes, out _));
        Assert.Equal(expected, scopes);
    }

    [Theory]
    [InlineData("transcripts,root", "root")]
    [InlineData("", "")]
    [InlineData("7", "7")]
    public void Scopes_that_are_none_are_named(string text, string expected)
    {
        Assert.False(ApiScopeNames.TryParse(text, out _, out string? unknown));
        Assert.Equal(expected, unknown);
    }

    private ApiKeys NewKeys() => new(new SqlApiKeyStore(_database), _time);
}
