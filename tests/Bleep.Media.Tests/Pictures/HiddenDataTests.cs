using System.Text;
using Bleep.Media.Masking;
using Bleep.Transcripts;

namespace Bleep.Media.Tests.Pictures;

/// <summary>Pictures with something planted between their coded slices.</summary>
public sealed class HiddenDataTests : IDisposable
{
    private const string Nonce = "zq7walterzq7";
    private const string Picture = "-f lavfi -i testsrc=d=1:s=176x144:r=25";
    private const string Sound = "-f lavfi -i sine=300:d=1";

    private static readonly byte[] s_code = [0, 0, 1];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("mp4", "captions")]
    [InlineData("mp4", "free text")]
    [InlineData("mkv", "captions")]
    [InlineData("mov", "unspecified unit")]
    public async Task H264_hidden_isTakenOutAndSlicesStay(string container, string what)
    {
        byte[] unit = what switch
        {
            "captions" => [6, .. Sei(4, Captions())],
            "free text" => [6, .. Sei(5, [.. new byte[16].Select((_, index) => (byte)index), .. Encoding.ASCII.GetBytes(Nonce)])],
            _ => [24, .. Encoding.ASCII.GetBytes(Nonce)],
        };
        await _scratch.FfmpegAsync($"{Picture} -c:v libx264 -preset ultrafast -bf 0 -f h264 plain.h264");
        await InsertAsync("plain.h264", "hidden.h264", unit, header => (header & 0x1F) is 1 or 5);
        await _scratch.FfmpegAsync($"-f h264 -r 25 -i hidden.h264 {Sound} -c:v copy -c:a aac in.{container}");
        await CheckAsync($"in.{container}", "1-5");
    }

    [Theory]
    [InlineData("captions", 39)]
    [InlineData("captions", 40)]
    [InlineData("unspecified unit", 50)]
    public async Task Hevc_hidden_isTakenOutAndSlicesStay(string what, int type)
    {
        byte[] unit = [(byte)(type << 1), 1, .. what == "captions" ? Sei(4, Captions()) : Encoding.ASCII.GetBytes(Nonce)];
        await _scratch.FfmpegAsync($"{Picture} -pix_fmt yuv420p -c:v libx265 -preset ultrafast -x265-params log-level=none:bframes=0 -f hevc plain.hevc");
        await InsertAsync("plain.hevc", "hidden.hevc", unit, header => (header >> 1 & 0x3F) <= 21);
        await _scratch.FfmpegAsync($"-f hevc -r 25 -i hidden.hevc {Sound} -c:v copy -c:a aac in.mp4");
        await CheckAsync("in.mp4", "0-31");
    }

    [Fact]
    public async Task Mpeg2_userData_isTakenOutAndSlicesStay()
    {
        await _scratch.FfmpegAsync($"{Picture} -c:v mpeg2video -bf 0 -f mpeg2video plain.m2v");
        await InsertAsync("plain.m2v", "hidden.m2v", [0xB2, .. Captions()], header => header == 1);
        await _scratch.FfmpegAsync($"-fflags +genpts -f mpegvideo -r 25 -i hidden.m2v {Sound} -c:v copy -c:a aac -f mpegts in.ts");
        await _scratch.FfmpegAsync("-i in.ts -c copy in.mkv");
        await CheckAsync("in.mkv", "0-175");
    }

    [Fact]
    public async Task Av1_metadata_isTakenOutAndFramesStay()
    {
        // Behind the second delimiter (12 00), so that it stands in no header that a container keeps apart.
        await InsertAv1Async(plain => 4 + plain.AsSpan(4).IndexOf(new byte[] { 0x12, 0 }) + 2);
        await CheckAsync("in.mp4", "1-4|6-8");
    }

    [Fact]
    public async Task Av1_metadataInTheDecoderConfiguration_isRefused()
    {
        await InsertAv1Async(plain => 4 + plain[3]);
        var error = await Assert.ThrowsAsync<MediaException>(() => RedactAsync("in.mp4"));
        Assert.Equal(MediaErrorKind.UncheckedPicture, error.Kind);
    }

    [Fact]
    public async Task Hevc_captionsInTheDecoderConfiguration_areRefused()
    {
        // The encoder's note of its settings, which x265 puts there, is overwritten with something else.
        await _scratch.FfmpegAsync($"{Picture} {Sound} -pix_fmt yuv420p -c:v libx265 -preset ultrafast -x265-params log-level=none -c:a aac in.mp4");
        var bytes = await File.ReadAllBytesAsync(_scratch["in.mp4"], TestContext.Current.CancellationToken);
        int place = bytes.AsSpan().LastIndexOf("Multicoreware"u8);
        Encoding.ASCII.GetBytes(Nonce).CopyTo(bytes, place);
        await File.WriteAllBytesAsync(_scratch["in.mp4"], bytes, TestContext.Current.CancellationToken);
        Assert.Contains(Nonce, await TextAsync("in.mp4"), StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<MediaException>(() => RedactAsync("in.mp4"));
        Assert.Equal(MediaErrorKind.UncheckedPicture, error.Kind);
    }

    [Theory]
    [InlineData("in.mp4")]
    [InlineData("in.mkv")]
    public async Task Mpeg4_foreignUserData_isRefused(string name)
    {
        await _scratch.FfmpegAsync($"{Picture} -c:v mpeg4 -f m4v plain.m4v");
        await InsertAsync("plain.m4v", "hidden.m4v", [0xB2, .. Encoding.ASCII.GetBytes(Nonce)], header => header == 0xB6);
        await _scratch.FfmpegAsync($"-f m4v -r 25 -i hidden.m4v {Sound} -c:v copy -c:a aac {name}");
        Assert.Contains(Nonce, await TextAsync(name), StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<MediaException>(() => RedactAsync(name));
        Assert.Equal(MediaErrorKind.UncheckedPicture, error.Kind);
    }

    [Fact]
    public async Task MotionJpeg_commentsAndSegments_areTakenOut()
    {
        await _scratch.FfmpegAsync($"{Picture} -pix_fmt yuvj420p -c:v mjpeg -f mjpeg plain.mjpeg");
        var plain = await File.ReadAllBytesAsync(_scratch["plain.mjpeg"], TestContext.Current.CancellationToken);
        byte[] comment = [0xFF, 0xFE, 0, (byte)(2 + Nonce.Length), .. Encoding.ASCII.GetBytes(Nonce)];
        await File.WriteAllBytesAsync(
            _scratch["hidden.mjpeg"], [.. plain[..2], .. comment, .. plain[2..]], TestContext.Current.CancellationToken);
        await _scratch.FfmpegAsync($"-f mjpeg -r 25 -i hidden.mjpeg {Sound} -c:v copy -c:a aac in.mov");
        Assert.Contains(Nonce, await TextAsync("in.mov"), StringComparison.Ordinal);
        var target = await RedactAsync("in.mov");
        Assert.DoesNotContain(Nonce, await TextAsync(target), StringComparison.Ordinal);
        Assert.Equal(
            await _scratch.FfmpegAsync("-i in.mov -map 0:v -f framemd5 -"), await _scratch.FfmpegAsync($"-i {target} -map 0:v -f framemd5 -"));
    }

    [Fact]
    public async Task Matroska_bytesBesideTheBlocks_areRefused()
    {
        // Transparency is the kind that ffmpeg can write.
        await _scratch.FfmpegAsync(
            $"{Picture} {Sound} -vf format=yuva420p -c:v libvpx -auto-alt-ref 0 -deadline realtime -c:a libopus in.webm");
        var error = await Assert.ThrowsAsync<MediaException>(() => RedactAsync("in.webm"));
        Assert.Equal(MediaErrorKind.UncheckedPicture, error.Kind);
    }

    [Fact]
    public async Task H263_supplementalBytes_areRefused()
    {
        await _scratch.FfmpegAsync($"{Picture} -c:v h263 -f h263 plain.h263");
        var bytes = await File.ReadAllBytesAsync(_scratch["plain.h263"], TestContext.Current.CancellationToken);
        // The PEI bit of the first picture: 22 + 8 + 13 + 5 + 1 bits from its start.
        bytes[49 / 8] |= (byte)(0x80 >> (49 % 8));
        await File.WriteAllBytesAsync(_scratch["hidden.h263"], bytes, TestContext.Current.CancellationToken);
        await _scratch.FfmpegAsync($"-f h263 -r 25 -i hidden.h263 {Sound} -c:v copy -c:a aac in.3gp");
        var error = await Assert.ThrowsAsync<MediaException>(() => RedactAsync("in.3gp"));
        Assert.Equal(MediaErrorKind.UncheckedPicture, error.Kind);
    }

    // What a North American broadcaster puts into a picture: ITU-T T.35, ATSC, 'GA94', caption data; here with readable text.
    private static byte[] Captions() =>
        [0xB5, 0x00, 0x31, .. "GA94"u8, 0x03, 0x40 | 4, 0xFF, .. Encoding.ASCII.GetBytes(Nonce), 0xFF];

    private static byte[] Sei(byte type, byte[] payload) => [type, (byte)payload.Length, .. payload, 0x80];

    private async Task InsertAv1Async(Func<byte[], int> placeOf)
    {
        await _scratch.FfmpegAsync($"{Picture} -c:v libaom-av1 -cpu-used 8 -usage realtime -f obu plain.obu");
        var plain = await File.ReadAllBytesAsync(_scratch["plain.obu"], TestContext.Current.CancellationToken);
        byte[] payload = [4, .. Captions(), 0x80];
        int place = placeOf(plain);
        await File.WriteAllBytesAsync(
            _scratch["hidden.obu"],
            [.. plain[..place], 0x2A, (byte)payload.Length, .. payload, .. plain[place..]],
            TestContext.Current.CancellationToken);
        await _scratch.FfmpegAsync($"-f obu -r 25 -i hidden.obu {Sound} -c:v copy -c:a aac in.mp4");
    }

    private async Task InsertAsync(string source, string target, byte[] unit, Func<byte, bool> before)
    {
        var plain = await File.ReadAllBytesAsync(_scratch[source], TestContext.Current.CancellationToken);
        using var hidden = new MemoryStream();
        int copied = 0;
        for (int at = plain.AsSpan().IndexOf(s_code); at >= 0;)
        {
            if (before(plain[at + 3]))
            {
                int start = at > 0 && plain[at - 1] == 0 ? at - 1 : at;
                hidden.Write(plain, copied, start - copied);
                hidden.Write([0, .. s_code, .. unit]);
                copied = start;
            }
            int next = plain.AsSpan(at + 3).IndexOf(s_code);
            at = next < 0 ? -1 : at + 3 + next;
        }
        hidden.Write(plain, copied, plain.Length - copied);
        await File.WriteAllBytesAsync(_scratch[target], hidden.ToArray(), TestContext.Current.CancellationToken);
    }

    private async Task CheckAsync(string name, string slices)
    {
        Assert.Contains(Nonce, await TextAsync(name), StringComparison.Ordinal);
        var target = await RedactAsync(name);
        Assert.DoesNotContain(Nonce, await TextAsync(target), StringComparison.Ordinal);
        var only = $"-map 0:v -c copy -bsf:v \"filter_units=pass_types={slices}\" -f streamhash -";
        Assert.Equal(await _scratch.FfmpegAsync($"-i {name} {only}"), await _scratch.FfmpegAsync($"-i {target} {only}"));
        Assert.Equal(
            await _scratch.FfmpegAsync($"-i {name} -map 0:v -f framemd5 -"), await _scratch.FfmpegAsync($"-i {target} -map 0:v -f framemd5 -"));
    }

    private async Task<string> RedactAsync(string name)
    {
        var token = TestContext.Current.CancellationToken;
        await using var file = await MediaFile.OpenAsync(_scratch[name], Scratch.Tools, cancellationToken: token);
        var target = "out." + MediaRedactor.VideoExtension(file.Info);
        var masks = Timeline.Of([TimeRange.FromMilliseconds(300, 500)]);
        await new MediaRedactor(Scratch.Tools).RedactVideoAsync(file, masks, MaskOptions.Default, _scratch[target], cancellationToken: token);
        return target;
    }

    private async Task<string> TextAsync(string name) =>
        Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_scratch[name], TestContext.Current.CancellationToken));
}
