using Bleep.Speech.Hosting;
using Bleep.Speech.Models;
using Bleep.Speech.Models.Fetching;
using Bleep.Speech.Tests.PocketSphinx;
using Bleep.Testing;
using Bleep.Testing.Speech;

namespace Bleep.Speech.Tests;

public sealed class SpeechEnginesTests(PocketSphinxPool pool)
{
    private static readonly SpeechEngineSettings s_noModels = new() { DataFolder = "/nonexistent" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Choose_auto_saysWhatWasPickedAndThatItIsDemoGrade()
    {
        var choice = new SpeechEngines(pool.Hosts, s_noModels).Choose();

        Assert.True(choice.IsUsable);
        Assert.Equal("pocketsphinx", choice.Info.Name);
        Assert.True(choice.Info.IsDemoGrade);
        Assert.Contains("picked speech engine pocketsphinx", choice.Notice, StringComparison.Ordinal);
        Assert.Contains("demo-grade", choice.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_unknownEngine_listsTheKnownOnes()
    {
        var choice = new SpeechEngines(pool.Hosts, s_noModels).Choose("whisperer");

        Assert.False(choice.IsUsable);
        Assert.Equal(SpeechErrorKind.UnknownEngine, choice.Error.Kind);
        Assert.EndsWith("known are: auto, sherpa-onnx, pocketsphinx, openai", choice.Error.Message, StringComparison.Ordinal);
        Assert.Throws<SpeechException>(choice.CreateRecognizer);
    }

    [Fact]
    public void Choose_unknownModel_listsTheKnownOnes()
    {
        var choice = new SpeechEngines(pool.Hosts, s_noModels).Choose("pocketsphinx", "large-v3");

        Assert.Equal(SpeechErrorKind.UnknownEngine, choice.Error!.Kind);
        Assert.EndsWith("it has: en-us", choice.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("en-GB", true)]
    [InlineData("EN_us", true)]
    [InlineData("de", false)]
    [InlineData("eng", false)]
    [InlineData("", false)]
    public void Choose_language_isAcceptedOnlyIfUnderstood(string language, bool isUsable)
    {
        var choice = new SpeechEngines(pool.Hosts, s_noModels).Choose(language: language);

        Assert.Equal(isUsable, choice.IsUsable);
        Assert.Equal(isUsable ? null : SpeechErrorKind.UnsupportedLanguage, choice.Error?.Kind);
    }

    [Fact]
    public void Choose_modelMissing_namesThePackage()
    {
        var settings = s_noModels with { PocketSphinxModelFolder = "/nonexistent" };

        var choice = new SpeechEngines(pool.Hosts, settings).Choose();

        Assert.Equal(SpeechErrorKind.ModelMissing, choice.Error!.Kind);
        Assert.True(choice.Error.IsMissingSoftware);
        Assert.Contains("apt-get install pocketsphinx-en-us", choice.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nonexistent", choice.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_autoWithoutModels_saysHowToGetABetterOne() =>
        Assert.Contains("bleep models pull parakeet-tdt-0.6b-v2", new SpeechEngines(pool.Hosts, s_noModels).Choose().Notice, StringComparison.Ordinal);

    [Fact]
    public void Choose_autoForALanguageWithoutModel_saysWhichModelToPull()
    {
        var choice = new SpeechEngines(pool.Hosts, s_noModels).Choose(language: "de-AT");

        Assert.Equal(SpeechErrorKind.UnsupportedLanguage, choice.Error!.Kind);
        Assert.EndsWith("run: bleep models pull parakeet-tdt-0.6b-v3", choice.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_autoWithModels_picksTheBestOfTheLanguageAndSaysSo()
    {
        using var data = new TemporaryFolder();
        await ToneModels.CopyAsync(data.Path);
        var installer = new ModelInstaller(new ModelStore(data.Path), ModelCatalogue.Default);
        await installer.AddAsync(data["models/tone-tdt"], "parakeet-tdt-0.6b-v3", null, null, Token);
        var engines = new SpeechEngines(pool.Hosts, new SpeechEngineSettings { DataFolder = data.Path });

        var english = engines.Choose(language: "en-GB");
        var german = engines.Choose(language: "de");
        var live = engines.Choose(isLive: true);

        Assert.Equal("parakeet-tdt-0.6b-v3", english.Info!.Model);
        Assert.Equal("picked speech engine sherpa-onnx (parakeet-tdt-0.6b-v3)", english.Notice);
        Assert.False(english.Info.IsDemoGrade);
        Assert.Equal("parakeet-tdt-0.6b-v3", german.Info!.Model);
        Assert.StartsWith("tone-online", live.Info!.Model, StringComparison.Ordinal);
        Assert.Equal("pocketsphinx", engines.Choose(model: "en-us").Info!.Name);
        Assert.Equal("tone-tdt", engines.Choose(model: "tone-tdt").Info!.Model);
    }

    [Fact]
    public void Choose_sherpaWithoutModelsOrLibrary_saysWhatToRun()
    {
        var engines = new SpeechEngines(pool.Hosts, s_noModels);

        var none = engines.Choose("sherpa-onnx");
        var known = engines.Choose("sherpa-onnx", "whisper-base");
        var unknown = engines.Choose("sherpa-onnx", "whisperer");

        Assert.True(none.Error!.IsMissingSoftware);
        Assert.EndsWith("bleep models pull parakeet-tdt-0.6b-v2", none.Error.Message, StringComparison.Ordinal);
        Assert.True(known.Error!.IsMissingSoftware);
        Assert.EndsWith("bleep models pull whisper-base", known.Error.Message, StringComparison.Ordinal);
        Assert.Equal(SpeechErrorKind.UnknownEngine, unknown.Error!.Kind);
    }

    [Fact]
    public void PoolOptionsFor_hugeModel_hasFewerHostsAndMoreTimeToLoad()
    {
        using var data = new TemporaryFolder();
        data.Write("models/huge/bleep-model.json", $$"""
            {"name":"huge","kind":"nemo-ctc","languages":["en"],"files":{"model":"m.onnx"},"sha256":{"m.onnx":"00"},"size_bytes":{{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes}}}
            """);
        var settings = new SpeechEngineSettings { DataFolder = data.Path };
        var usual = new EngineHostPoolOptions();

        var huge = SpeechEngines.PoolOptionsFor("auto", null, "en", null, settings);
        var asked = SpeechEngines.PoolOptionsFor("sherpa-onnx", "huge", "en", 3, settings);
        var other = SpeechEngines.PoolOptionsFor("pocketsphinx", null, "en", null, settings);

        Assert.Equal(1, huge.MaxHosts);
        Assert.True(huge.StartTimeout > usual.StartTimeout);
        Assert.Equal(3, asked.MaxHosts);
        Assert.Equal(usual, other);
    }

    [Fact]
    public void Choose_openaiWithoutAddress_saysHowToGiveIt()
    {
        var choice = new SpeechEngines(pool.Hosts, s_noModels).Choose("openai");

        Assert.Contains("--engine-url", choice.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_modelIsDamaged_isOneClearErrorAndTheNextJobWorks()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "en-us"));
            foreach (var file in new[] { "cmudict-en-us.dict", "en-us.lm.bin", "en-us/mdef" })
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), "damaged", Token);
            }
            var broken = new SpeechEngines(pool.Hosts, s_noModels with { PocketSphinxModelFolder = folder.FullName }).Choose();

            var error = await Assert.ThrowsAsync<SpeechException>(() => broken.LoadAsync(Token));

            Assert.Contains(error.Kind, new[] { SpeechErrorKind.ModelBroken, SpeechErrorKind.HostCrashed });
            await new SpeechEngines(pool.Hosts, s_noModels).Choose().LoadAsync(Token);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
