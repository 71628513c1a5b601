using Bleep.Speech.Tests.PocketSphinx;

namespace Bleep.Speech.Tests;

public sealed class SpeechEnginesTests(PocketSphinxPool pool)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Choose_auto_saysWhatWasPickedAndThatItIsDemoGrade()
    {
        var choice = new SpeechEngines(pool.Hosts).Choose();

        Assert.True(choice.IsUsable);
        Assert.Equal("pocketsphinx", choice.Info.Name);
        Assert.True(choice.Info.IsDemoGrade);
        Assert.Contains("picked speech engine pocketsphinx", choice.Notice, StringComparison.Ordinal);
        Assert.Contains("demo-grade", choice.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_unknownEngine_listsTheKnownOnes()
    {
        var choice = new SpeechEngines(pool.Hosts).Choose("whisperer");

        Assert.False(choice.IsUsable);
        Assert.Equal(SpeechErrorKind.UnknownEngine, choice.Error.Kind);
        Assert.EndsWith("known are: auto, pocketsphinx", choice.Error.Message, StringComparison.Ordinal);
        Assert.Throws<SpeechException>(choice.CreateRecognizer);
    }

    [Fact]
    public void Choose_unknownModel_listsTheKnownOnes()
    {
        var choice = new SpeechEngines(pool.Hosts).Choose("pocketsphinx", "large-v3");

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
        var choice = new SpeechEngines(pool.Hosts).Choose(language: language);

        Assert.Equal(isUsable, choice.IsUsable);
        Assert.Equal(isUsable ? null : SpeechErrorKind.UnsupportedLanguage, choice.Error?.Kind);
    }

    [Fact]
    public void Choose_modelMissing_namesThePackage()
    {
        var settings = new SpeechEngineSettings { PocketSphinxModelFolder = "/nonexistent" };

        var choice = new SpeechEngines(pool.Hosts, settings).Choose();

        Assert.Equal(SpeechErrorKind.ModelMissing, choice.Error!.Kind);
        Assert.True(choice.Error.IsMissingSoftware);
        Assert.Contains("apt-get install pocketsphinx-en-us", choice.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nonexistent", choice.Error.Message, StringComparison.Ordinal);
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
            var broken = new SpeechEngines(pool.Hosts, new SpeechEngineSettings { PocketSphinxModelFolder = folder.FullName }).Choose();

            var error = await Assert.ThrowsAsync<SpeechException>(() => broken.LoadAsync(Token));

            Assert.Contains(error.Kind, new[] { SpeechErrorKind.ModelBroken, SpeechErrorKind.HostCrashed });
            await new SpeechEngines(pool.Hosts).Choose().LoadAsync(Token);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
