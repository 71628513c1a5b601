using System.Buffers.Binary;
using System.Text;

namespace Bleep.Media.Tests;

public sealed class MediaFileTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("a.mp3", "-c:a libmp3lame", ContainerFormat.Mp3, "mp3")]
    [InlineData("a.wav", "-c:a pcm_s24le", ContainerFormat.Wav, "pcm_s24le")]
    [InlineData("a.m4a", "-c:a aac", ContainerFormat.M4a, "aac")]
    [InlineData("a.mp4", "-c:a aac", ContainerFormat.Mp4, "aac")]
    [InlineData("a.mov", "-c:a aac", ContainerFormat.Mov, "aac")]
    [InlineData("a.3gp", "-c:a aac", ContainerFormat.ThreeGp, "aac")]
    [InlineData("a.aac", "-c:a aac", ContainerFormat.Aac, "aac")]
    [InlineData("a.flac", "-c:a flac", ContainerFormat.Flac, "flac")]
    [InlineData("a.ogg", "-c:a libvorbis", ContainerFormat.Ogg, "vorbis")]
    [InlineData("a.mka", "-c:a libopus", ContainerFormat.Matroska, "opus")]
    [InlineData("a.webm", "-c:a libopus", ContainerFormat.WebM, "opus")]
    public async Task OpenAsync_anyFormatUnderAnyName_tellsWhatItHolds(string name, string codec, ContainerFormat format, string codecName)
    {
        await _scratch.FfmpegAsync($"-f lavfi -i sine=300:d=2:r=48000 -ac 2 {codec} {name}");
        File.Move(_scratch[name], _scratch["call.txt"]);
        await using var file = await OpenAsync("call.txt");
        Assert.Equal(format, file.Info.Format);
        var track = Assert.Single(file.Info.AudioTracks);
        Assert.Equal((codecName, 48000, 2), (track.Codec, track.SampleRateHz, track.Channels));
        Assert.False(file.Info.HasVideo);
        Assert.Equal(2, file.Info.Duration.TotalSeconds, 0.15);
    }

    [Fact]
    public async Task OpenAsync_browserRecordingWithoutLength_countsIt()
    {
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=3:r=48000 -c:a libopus -live 1 -f webm live.webm");
        await using var file = await OpenAsync("live.webm");
        Assert.Equal(3, file.Info.Duration.TotalSeconds, 0.1);
    }

    [Fact]
    public async Task OpenAsync_streamWithItsIndexAtTheEnd_leavesNoNamedCopy()
    {
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=2 -c:a aac a.mp4");
        Directory.CreateDirectory(_scratch["tmp"]);
        var limits = new MediaLimits { TemporaryFolder = _scratch["tmp"] };
        await using var content = new OneWayStream(await File.ReadAllBytesAsync(_scratch["a.mp4"], TestContext.Current.CancellationToken));
        await using var file = await MediaFile.OpenAsync(content, Scratch.Tools, limits, TestContext.Current.CancellationToken);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scratch["tmp"]));
        Assert.Equal(2 * 8000, await CountAsync(file, new PcmFormat(8000, 1)), 8000 * 0.05);
    }

    [Fact]
    public async Task OpenAsync_streamOverTheLimit_isRefused()
    {
        using var content = new MemoryStream(new byte[5000]);
        var limits = new MediaLimits { MaxBytes = 4999 };
        var error = await Assert.ThrowsAsync<MediaException>(
            () => MediaFile.OpenAsync(content, Scratch.Tools, limits, TestContext.Current.CancellationToken));
        Assert.Equal(MediaErrorKind.TooLarge, error.Kind);
    }

    [Fact]
    public async Task OpenPcmAsync_oneChannel_givesThatChannelAlone()
    {
        await _scratch.FfmpegAsync(
            "-f lavfi -i sine=300:d=1:r=16000 -f lavfi -i anullsrc=r=16000:cl=mono:d=1 -filter_complex amerge=inputs=2 -c:a pcm_s16le two.wav");
        await using var file = await OpenAsync("two.wav");
        Assert.True(await LoudestAsync(file, 0) > 1000);
        Assert.Equal(0, await LoudestAsync(file, 1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => file.OpenPcmAsync(new PcmFormat(OnlyChannel: 2), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OpenPcmAsync_readTwiceAtOnce_givesTheSame()
    {
        await _scratch.FfmpegAsync("-f lavfi -i anoisesrc=d=2:r=44100 a.mp3");
        await using var file = await OpenAsync("a.mp3");
        var counts = await Task.WhenAll(CountAsync(file, new PcmFormat(16000, 1)), CountAsync(file, new PcmFormat(16000, 1)));
        Assert.Equal(counts[0], counts[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello, this is no media at all, but a text of some length that goes on and on")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("RIFF\u0010\0\0\0WAVE")]
    [InlineData("OggSjunkjunkjunkjunk")]
    [InlineData("fLaCjunkjunkjunkjunk")]
    [InlineData("#!AMR\n")]
    public async Task OpenAsync_notMedia_isRefused(string content)
    {
        await File.WriteAllBytesAsync(_scratch["secretname.mp3"], Encoding.Latin1.GetBytes(content), TestContext.Current.CancellationToken);
        var error = await RefusedAsync("secretname.mp3");
        Assert.Contains(error.Kind, new[]
        {
            MediaErrorKind.Empty, MediaErrorKind.NotMedia, MediaErrorKind.NoAudio, MediaErrorKind.TooShort, MediaErrorKind.Truncated,
            MediaErrorKind.Malformed,
        });
    }

    [Fact]
    public async Task OpenAsync_randomBytes_isRefused()
    {
        var random = new Random(11);
        for (int turn = 0; turn < 40; turn++)
        {
            var bytes = new byte[random.Next(1, 200_000)];
            random.NextBytes(bytes);
            await File.WriteAllBytesAsync(_scratch["noise.bin"], bytes, TestContext.Current.CancellationToken);
            Assert.Equal(MediaErrorKind.NotMedia, (await RefusedAsync("noise.bin")).Kind);
        }
    }

    [Theory]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nother.wav\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile other.wav\n")]
    [InlineData("file 'other.wav'\n")]
    [InlineData("[playlist]\nFile1=other.wav\n")]
    [InlineData("<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"></MPD>")]
    [InlineData("\uFEFF#EXTM3U\nhttp://127.0.0.1:9/x.mp3\n")]
    public async Task OpenAsync_playlistUnderAnyName_isNeverFollowed(string content)
    {
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=2 other.wav");
        foreach (var name in new[] { "call.mp3", "call.wav", "call.mp4", "call.m3u8" })
        {
            await File.WriteAllTextAsync(_scratch[name], content, TestContext.Current.CancellationToken);
            Assert.Equal(MediaErrorKind.Forbidden, (await RefusedAsync(name)).Kind);
        }
    }

    [Fact]
    public async Task OpenAsync_playlistBehindATagOrFrames_isNeverFollowed()
    {
        // An ID3 tag of ten bytes hides the text from a look at the first bytes.
        byte[] tag = [.. "ID3"u8, 3, 0, 0, 0, 0, 0, 10, .. new byte[10]];
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=2 other.wav");
        await File.WriteAllBytesAsync(
            _scratch["call.mp3"], [.. tag, .. "#EXTM3U\n#EXTINF:2,\nother.wav\n"u8], TestContext.Current.CancellationToken);
        Assert.Equal(MediaErrorKind.NotMedia, (await RefusedAsync("call.mp3")).Kind);
    }

    [Fact]
    public async Task OpenAsync_movThatRefersToAnotherFile_isRefused()
    {
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=2 -c:a pcm_s16le -f mov a.mov");
        // The flag 'the data is in this file' is taken away.
        await PatchAsync("a.mov", "dref", bytes => bytes.Span[23] = 0);
        Assert.Equal(MediaErrorKind.Forbidden, (await RefusedAsync("a.mov")).Kind);
    }

    [Fact]
    public async Task OpenAsync_movCutOffInItsSound_isRefused()
    {
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=5 -c:a aac -movflags +faststart a.mp4");
        await CutAsync("a.mp4", 0.6);
        Assert.Equal(MediaErrorKind.Truncated, (await RefusedAsync("a.mp4")).Kind);
    }

    [Fact]
    public async Task OpenAsync_movWithoutItsIndex_isRefused()
    {
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=5 -c:a aac a.mp4");
        await CutAsync("a.mp4", 0.6);
        Assert.Equal(MediaErrorKind.Truncated, (await RefusedAsync("a.mp4")).Kind);
    }

    [Theory]
    [InlineData(0, MediaErrorKind.NoAudio)]
    [InlineData(1, MediaErrorKind.TooShort)]
    [InlineData(1200, MediaErrorKind.TooShort)]
    public async Task OpenAsync_wavWithHardlyASample_isRefused(int samples, MediaErrorKind kind)
    {
        await File.WriteAllBytesAsync(_scratch["a.wav"], Wav(samples, null), TestContext.Current.CancellationToken);
        var error = await RefusedAsync("a.wav");
        Assert.Equal(kind, error.Kind);
        Assert.True(kind != MediaErrorKind.TooShort || error.Message == "Audio duration is too short.");
    }

    [Theory]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(16002u)]
    [InlineData(40u)]
    public async Task OpenAsync_wavThatLiesAboutItsLength_isRefused(uint dataSize)
    {
        await File.WriteAllBytesAsync(_scratch["a.wav"], Wav(8000, dataSize), TestContext.Current.CancellationToken);
        Assert.Equal(MediaErrorKind.Malformed, (await RefusedAsync("a.wav")).Kind);
    }

    [Theory]
    [InlineData(0xFFFFFFFFu)]
    [InlineData(0u)]
    public async Task OpenAsync_wavFromAPipe_isReadToItsEnd(uint dataSize)
    {
        await File.WriteAllBytesAsync(_scratch["a.wav"], Wav(8000, dataSize), TestContext.Current.CancellationToken);
        await using var file = await OpenAsync("a.wav");
        Assert.Equal(8000, await CountAsync(file, default));
    }

    [Fact]
    public async Task OpenAsync_videoWithoutSound_isRefused()
    {
        await _scratch.FfmpegAsync("-f lavfi -i testsrc=d=1:s=64x48 -c:v libx264 a.mp4");
        Assert.Equal(MediaErrorKind.NoAudio, (await RefusedAsync("a.mp4")).Kind);
    }

    [Fact]
    public async Task OpenAsync_songWithCover_hasNoVideo()
    {
        await _scratch.FfmpegAsync("-f lavfi -i color=red:s=64x64 -frames:v 1 c.png");
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=2 -i c.png -map 0 -map 1 -c:v copy -disposition:v attached_pic a.mp3");
        await using var file = await OpenAsync("a.mp3");
        Assert.False(file.Info.HasVideo);
    }

    [Fact]
    public async Task ReadAsync_matroskaCutOff_isReported()
    {
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=5 -c:a libopus a.mkv");
        await CutAsync("a.mkv", 0.6);
        await using var file = await OpenAsync("a.mkv");
        var error = await Assert.ThrowsAsync<MediaException>(() => CountAsync(file, default));
        Assert.Equal(MediaErrorKind.Truncated, error.Kind);
    }

    [Fact]
    public async Task OpenAsync_folderOrMissingFile_isRefused()
    {
        Directory.CreateDirectory(_scratch["folder"]);
        Assert.Equal(MediaErrorKind.Unreadable, (await RefusedAsync("folder")).Kind);
        Assert.Equal(MediaErrorKind.Unreadable, (await RefusedAsync("missing.mp3")).Kind);
    }

    [Theory]
    [InlineData(2_000_000_000, 1)]
    [InlineData(1_000_000, 1)]
    [InlineData(16_000, 200)]
    public async Task OpenAsync_wavOfAbsurdRateOrChannels_isRefused(int rateHz, int channels)
    {
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=60:r=16000 a.wav");
        await PatchAsync("a.wav", "fmt ", bytes =>
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.Span[10..], (ushort)channels);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.Span[12..], (uint)rateHz);
        });
        Assert.Contains((await RefusedAsync("a.wav")).Kind, new[] { MediaErrorKind.Malformed, MediaErrorKind.NotMedia, MediaErrorKind.NoAudio });
    }

    [Fact]
    public async Task ReadAsync_moreSoundThanTheHeaderSays_endsAtTheLimit()
    {
        await _scratch.FfmpegAsync("-f lavfi -i anullsrc=r=8000:cl=mono -t 60 a.flac");
        // The number of samples in the header, 36 bits, becomes one second's.
        await PatchAsync("a.flac", "fLaC", bytes => BinaryPrimitives.WriteInt32BigEndian(bytes.Span[22..], 8000));
        await using var file = await MediaFile.OpenAsync(
            _scratch["a.flac"], Scratch.Tools, new MediaLimits { MaxDuration = TimeSpan.FromSeconds(10) }, TestContext.Current.CancellationToken);
        Assert.Equal(MediaErrorKind.TooLarge, (await Assert.ThrowsAsync<MediaException>(() => CountAsync(file, new PcmFormat()))).Kind);
    }

    [Fact]
    public async Task OpenAsync_longerThanAllowed_isRefused()
    {
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=5 a.wav");
        var limits = new MediaLimits { MaxDuration = TimeSpan.FromSeconds(4) };
        var error = await Assert.ThrowsAsync<MediaException>(
            () => MediaFile.OpenAsync(_scratch["a.wav"], Scratch.Tools, limits, TestContext.Current.CancellationToken));
        Assert.Equal(MediaErrorKind.TooLarge, error.Kind);
    }

    [Theory]
    [InlineData("a.mp4", "-c:a aac")]
    [InlineData("a.wav", "-c:a pcm_s16le")]
    [InlineData("a.mka", "-c:a libopus")]
    [InlineData("a.ogg", "-c:a libvorbis")]
    public async Task OpenAsync_damagedFile_isReadOrRefusedInOneLine(string name, string arguments)
    {
        await _scratch.FfmpegAsync($"-f lavfi -i sine=300:d=1:r=16000 {arguments} {name}");
        var whole = await File.ReadAllBytesAsync(_scratch[name], TestContext.Current.CancellationToken);
        var random = new Random(3);
        for (int turn = 0; turn < 12; turn++)
        {
            var damaged = (byte[])whole.Clone();
            for (int wound = random.Next(1, 30); wound > 0; wound--)
            {
                // Half of the wounds go where headers are.
                int reach = random.Next(2) == 0 ? Math.Min(600, damaged.Length) : damaged.Length;
                damaged[random.Next(reach)] = (byte)random.Next(256);
            }
            await File.WriteAllBytesAsync(_scratch[name], damaged[..random.Next(1, damaged.Length)], TestContext.Current.CancellationToken);
            try
            {
                await using var file = await OpenAsync(name);
                await CountAsync(file, new PcmFormat(8000, 1));
            }
            catch (MediaException error)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
        }
    }

    private static byte[] Wav(int samples, uint? dataSize)
    {
        var bytes = new byte[44 + (samples * 2)];
        "RIFF"u8.CopyTo(bytes);
        uint size = dataSize ?? (uint)samples * 2;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), size == 0xFFFFFFFF ? size : size + 36);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        bytes[16] = 16;
        bytes[20] = 1;
        bytes[22] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), 8000);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), 16000);
        bytes[32] = 2;
        bytes[34] = 16;
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(40), size);
        for (int sample = 0; sample < samples; sample++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(44 + (sample * 2)), (short)(9000 * Math.Sin(sample * 0.3)));
        }
        return bytes;
    }

    private static async Task<long> CountAsync(MediaFile file, PcmFormat format)
    {
        await using var pcm = await file.OpenPcmAsync(format, TestContext.Current.CancellationToken);
        var buffer = new short[10_001];
        long total = 0;
        for (int read; (read = await pcm.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0; total += read)
        {
        }
        return total / pcm.Channels;
    }

    private static async Task<int> LoudestAsync(MediaFile file, int channel)
    {
        await using var pcm = await file.OpenPcmAsync(new PcmFormat(OnlyChannel: channel), TestContext.Current.CancellationToken);
        var buffer = new short[16000];
        int loudest = 0;
        for (int read; (read = await pcm.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0;)
        {
            loudest = Math.Max(loudest, buffer.Take(read).Max(sample => Math.Abs((int)sample)));
        }
        return loudest;
    }

    private Task<MediaFile> OpenAsync(string name) =>
        MediaFile.OpenAsync(_scratch[name], Scratch.Tools, cancellationToken: TestContext.Current.CancellationToken);

    private async Task<MediaException> RefusedAsync(string name)
    {
        var error = await Assert.ThrowsAsync<MediaException>(() => OpenAsync(name));
        Assert.DoesNotContain(name, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain('/', error.Message);
        return error;
    }

    private async Task PatchAsync(string name, string box, Action<Memory<byte>> patch)
    {
        var bytes = await File.ReadAllBytesAsync(_scratch[name], TestContext.Current.CancellationToken);
        patch(bytes.AsMemory(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(box))));
        await File.WriteAllBytesAsync(_scratch[name], bytes, TestContext.Current.CancellationToken);
    }

    private async Task CutAsync(string name, double share)
    {
        var bytes = await File.ReadAllBytesAsync(_scratch[name], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_scratch[name], bytes[..(int)(bytes.Length * share)], TestContext.Current.CancellationToken);
    }

    /// <summary>A stream that can only be read forward, like an upload.</summary>
    private sealed class OneWayStream(byte[] content) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = Math.Min(Math.Min(count, 1000), content.Length - _at);
            content.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
            _at += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
