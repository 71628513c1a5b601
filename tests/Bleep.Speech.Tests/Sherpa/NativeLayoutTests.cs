using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bleep.Speech.Sherpa.Native;
using Bleep.Testing.Speech;

namespace Bleep.Speech.Tests.Sherpa;

/// <summary>
/// The structures as sherpa-onnx 1.13.8 has them on 64-bit systems. When the version changes every line here is to be checked against
/// the library's header again: a wrong one is a crash at best.
/// </summary>
public sealed class NativeLayoutTests
{
    [Fact]
    public void Sizes_areThoseOfTheVersion()
    {
        Assert.Equal("1.13.8", SherpaLibrary.Version);
        Assert.Equal(8, Unsafe.SizeOf<FeatureConfig>());
        Assert.Equal(504, Unsafe.SizeOf<OfflineModelConfig>());
        Assert.Equal(608, Unsafe.SizeOf<OfflineRecognizerConfig>());
        Assert.Equal(128, Unsafe.SizeOf<OfflineResult>());
        Assert.Equal(136, Unsafe.SizeOf<OnlineModelConfig>());
        Assert.Equal(272, Unsafe.SizeOf<OnlineRecognizerConfig>());
        Assert.Equal(48, Unsafe.SizeOf<OnlineResult>());
        Assert.Equal(88, Unsafe.SizeOf<VadConfig>());
        Assert.Equal(24, Unsafe.SizeOf<VadSegment>());
    }

    [Theory]
    [InlineData(typeof(OfflineModelConfig), nameof(OfflineModelConfig.Tokens), 96)]
    [InlineData(typeof(OfflineModelConfig), nameof(OfflineModelConfig.Provider), 112)]
    [InlineData(typeof(OfflineModelConfig), nameof(OfflineModelConfig.SenseVoice), 152)]
    [InlineData(typeof(OfflineModelConfig), nameof(OfflineModelConfig.ZipformerCtc), 240)]
    [InlineData(typeof(OfflineRecognizerConfig), nameof(OfflineRecognizerConfig.Model), 8)]
    [InlineData(typeof(OfflineRecognizerConfig), nameof(OfflineRecognizerConfig.DecodingMethod), 528)]
    [InlineData(typeof(OnlineModelConfig), nameof(OnlineModelConfig.Provider), 64)]
    [InlineData(typeof(OnlineModelConfig), nameof(OnlineModelConfig.NemoCtc), 120)]
    [InlineData(typeof(OnlineRecognizerConfig), nameof(OnlineRecognizerConfig.DecodingMethod), 144)]
    public void Offsets_areThoseOfTheVersion(Type type, string field, int offset) => Assert.Equal(offset, (int)Marshal.OffsetOf(type, field));

    [Fact]
    public async Task Load_installedLibrary_isOfThisVersion()
    {
        var library = Speech.Models.InstalledLibrary.Locate(await ToneModels.DataFolderAsync());

        // Throws for another version; the test process only asks and recognises nothing.
        SherpaLibrary.Load(library.MainPath);

        Assert.Equal(SherpaLibrary.Version, library.Version);
    }
}
