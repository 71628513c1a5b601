using System.Net;
using System.Net.Http.Headers;
using Bleep.Server.Jobs;
using Bleep.Server.Media;
using Bleep.Server.Security;
using Bleep.Server.Storage;
using Bleep.Server.Storage.Disk;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Tests.Health;
using Bleep.Server.Tests.Security;
using Bleep.Server.Tests.Storage;
using Bleep.Server.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Media;

public sealed class MediaEndpointsTests : IAsyncLifetime
{
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31 >> 3))];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));
    private TestDatabase _rows = null!;
    private DiskBlobStore _blobs = null!;
    private SignedLinks _links = null!;
    private TestServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _rows = await TestDatabase.CreateAsync();
        _blobs = new DiskBlobStore(Path.Combine(_rows.Folder, "data"), _time);
        var ring = Keys.NewRing();
        var cipher = new AesContentCipher(ring);
        _links = new SignedLinks(ring, new Uri("https://public.example/"), _time);
        var transcripts = new SqlTranscriptStore(
            _rows.Database, new SqlWebhookStore(_rows.Database, cipher, _time), new WebhookSignal(), cipher, _time);
        _server = await TestServer.StartAsync(
            builder => builder.Services.AddSingleton<TimeProvider>(_time).AddSingleton<IBlobStore>(_blobs).AddSingleton(_links)
                .AddSingleton<ITranscriptStore>(transcripts),
            app => app.MapMedia());
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _rows.DisposeAsync();
    }

    [Theory]
    [InlineData("mp3", "audio/mpeg", BlobKind.Audio)]
    [InlineData("wav", "audio/wav", BlobKind.Audio)]
    [InlineData("mp4", "video/mp4", BlobKind.Video)]
    [InlineData("mkv", "video/x-matroska", BlobKind.Video)]
    public async Task Get_with_a_good_link_sends_the_whole(string extension, string type, BlobKind kind)
    {
        var id = await AddAsync(kind);

        using var answer = await _server.Client.GetAsync(LinkTo(id, extension), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(s_content, await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(s_content.Length, answer.Content.Headers.ContentLength);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal($"{id:N}.{extension}", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(["bytes"], answer.Headers.AcceptRanges);
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Head_tells_length_and_type_without_content()
    {
        var id = await AddAsync(BlobKind.Audio);
        using var request = new HttpRequestMessage(HttpMethod.Head, LinkTo(id, "mp3"));

        using var answer = await _server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(s_content.Length, answer.Content.Headers.ContentLength);
        Assert.Equal("audio/mpeg", answer.Content.Headers.ContentType!.ToString());
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 0)]
    [InlineData("bytes=1000-1999", 1000, 1999)]
    [InlineData("bytes=99990-", 99_990, 99_999)]
    [InlineData("bytes=-10", 99_990, 99_999)]
    [InlineData("bytes=99000-200000", 99_000, 99_999)]
    public async Task Range_sends_just_that(string range, int first, int last)
    {
        var id = await AddAsync(BlobKind.Audio);

        using var answer = await GetRangeAsync(id, range);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(first, last, s_content.Length), answer.Content.Headers.ContentRange);
        Assert.Equal(last - first + 1, answer.Content.Headers.ContentLength);
        Assert.Equal(s_content[first..(last + 1)], await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Range_behind_the_end_is_416()
    {
        var id = await AddAsync(BlobKind.Audio);

        using var answer = await GetRangeAsync(id, "bytes=100000-");

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(s_content.Length), answer.Content.Headers.ContentRange);
    }

    [Theory]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("lines=1-2")]
    [InlineData("bytes=five-six")]
    public async Task Range_that_is_several_or_none_sends_the_whole(string range)
    {
        var id = await AddAsync(BlobKind.Audio);

        using var answer = await GetRangeAsync(id, range);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(s_content.Length, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Link_that_is_false_of_another_or_over_is_403()
    {
        var id = await AddAsync(BlobKind.Audio);
        var other = await AddAsync(BlobKind.Audio);
        string good = LinkTo(id, "mp3");

        await AssertErrorAsync(HttpStatusCode.Forbidden, $"/media/{id:N}.mp3");
        await AssertErrorAsync(HttpStatusCode.Forbidden, good[..^1] + (good[^1] == 'A' ? 'B' : 'A'));
        await AssertErrorAsync(HttpStatusCode.Forbidden, good.Replace($"{id:N}", $"{other:N}", StringComparison.Ordinal));
        await AssertErrorAsync(HttpStatusCode.Forbidden, good.Replace(".mp3", ".wav", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromMinutes(30));
        await AssertErrorAsync(HttpStatusCode.Forbidden, good);
    }

    [Theory]
    [InlineData("/media/x.mp3")]
    [InlineData("/media/0f8fad5bd9cb469fa16570867728950e.exe")]
    [InlineData("/media/0f8fad5bd9cb469fa16570867728950e")]
    [InlineData("/media/..%2F..%2Fstate.db")]
    public async Task Name_that_no_media_has_is_404(string path) => await AssertErrorAsync(HttpStatusCode.NotFound, path);

    [Theory]
    [InlineData("none", HttpStatusCode.NotFound)]
    [InlineData("pending", HttpStatusCode.NotFound)]
    [InlineData("silent", HttpStatusCode.NotFound)]
    [InlineData("failed", HttpStatusCode.NotFound)]
    [InlineData("gone", HttpStatusCode.Gone)]
    public async Task Media_that_is_not_ready_is_not_sent_even_if_it_is_stored(string media, HttpStatusCode expected)
    {
        var id = await AddAsync(BlobKind.Audio, media);

        await AssertErrorAsync(expected, LinkTo(id, "mp3"));
    }

    [Fact]
    public async Task Media_past_its_time_is_410_before_the_janitor_came()
    {
        var id = await AddAsync(BlobKind.Audio);
        _time.Advance(TimeSpan.FromHours(24));

        await AssertErrorAsync(HttpStatusCode.Gone, LinkTo(id, "mp3"));
    }

    [Fact]
    public async Task Media_of_another_kind_or_transcript_is_404()
    {
        var id = await AddAsync(BlobKind.Audio);

        await AssertErrorAsync(HttpStatusCode.NotFound, LinkTo(id, "mp4"));
        await AssertErrorAsync(HttpStatusCode.NotFound, LinkTo(Guid.NewGuid(), "mp3"));
    }

    private async Task<Guid> AddAsync(BlobKind kind, string media = "ready")
    {
        var id = await _rows.AddTranscriptAsync(media: media, mediaUntil: _time.GetUtcNow().AddHours(24));
        await _blobs.PutAsync(new BlobName(kind, id), (stream, token) => stream.WriteAsync(s_content, token).AsTask(), Cancellation);
        return id;
    }

    private string LinkTo(Guid id, string extension) => _links.Create(id, extension, TimeSpan.FromMinutes(30)).PathAndQuery;

    private async Task<HttpResponseMessage> GetRangeAsync(Guid id, string range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, LinkTo(id, "mp3"));
        request.Headers.TryAddWithoutValidation("Range", range);
        return await _server.Client.SendAsync(request, Cancellation);
    }

    private async Task AssertErrorAsync(HttpStatusCode expected, string path)
    {
        using var answer = await _server.Client.GetAsync(path, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("{\"error\":\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
    }
}
