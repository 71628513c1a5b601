using Bleep.Synthesis.Audio;
using Bleep.Synthesis.Audio.Signal;
using Bleep.Synthesis.Scripts;
using Bleep.Transcripts;

namespace Bleep.Synthesis.Tests.Audio;

public sealed class CallRecorderTests
{
    private static readonly CallGenerator s_short = new(new CallOptions { MinFragments = 1, MaxFragments = 2 });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Record_sameSeed_sameSamples()
    {
        var call = s_short.Generate(7);
        var options = new RecordingOptions { NoiseDb = 25 };

        var first = await new CallRecorder(options).RecordAsync(call, 7, Token);
        var second = await new CallRecorder(options).RecordAsync(call, 7, Token);

        Assert.Equal(first.Sound.Channels[0], second.Sound.Channels[0]);
        Assert.Equal(first.Truth.Words, second.Truth.Words);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Record_anyCall_wordsSoundAndPausesAreSilent(int seed)
    {
        var call = s_short.Generate(seed);

        var recording = await new CallRecorder().RecordAsync(call, seed, Token);

        short[] samples = recording.Sound.Channels[0];
        double level = SpeechLevel.Rms(samples);
        Assert.All(recording.Truth.Words, word => Assert.True(Rms(samples, word.Time) > level * 0.1, $"{word.Text} at {word.Time.Start}"));
        Assert.All(recording.Truth.Pii, entry => Assert.True(Rms(samples, entry.Time) > level * 0.25, $"{entry.Policy} at {entry.Time.Start}"));
        var said = Timeline.Of(recording.Truth.Words.Select(word => word.Time));
        var gaps = said.Complement(new TimeRange(TimeSpan.Zero, recording.Truth.Duration)).Ranges
            .Where(gap => gap.Duration > TimeSpan.FromMilliseconds(250));
        Assert.NotEmpty(gaps);
        Assert.All(gaps, gap => Assert.True(Rms(samples, gap) < level * 0.06, $"gap at {gap.Start}: {Rms(samples, gap) / level}"));
    }

    [Fact]
    public async Task Record_anyCall_truthHoldsAllWordsInOrder()
    {
        var call = s_short.Generate(11);

        var truth = (await new CallRecorder().RecordAsync(call, 11, Token)).Truth;

        Assert.Equal(call.Turns.SelectMany(turn => turn.Words).Select(word => word.Text), truth.Words.Select(word => word.Text));
        Assert.Equal(call.Turns.Sum(turn => turn.Spans.Count), truth.Pii.Count);
        Assert.All(truth.Words.Zip(truth.Words.Skip(1)), pair => Assert.True(pair.First.Time.End <= pair.Second.Time.Start + TimeSpan.FromMilliseconds(0.1)));
        Assert.All(truth.Words, word => Assert.True(word.Time.Duration > TimeSpan.FromMilliseconds(15), $"{word}"));
        Assert.All(truth.Pii, entry => Assert.Equal(
            entry.Text, string.Join(' ', truth.Words.Skip(entry.Words.Start).Take(entry.Words.Length).Select(word => word.Text))));
        Assert.True(truth.Words[^1].Time.End <= truth.Duration);
    }

    [Fact]
    public async Task Record_stereo_eachSpeakerHasAChannel()
    {
        var call = new CallGenerator(new CallOptions { Domain = "banking", MinFragments = 1, MaxFragments = 2 }).Generate(4);

        var recording = await new CallRecorder(new RecordingOptions { IsStereo = true }).RecordAsync(call, 4, Token);

        Assert.Equal(2, recording.Sound.Channels.Count);
        foreach (var word in recording.Truth.Words)
        {
            int own = word.Channel!.Value - 1;
            Assert.Equal(word.Speaker == "agent" ? 0 : 1, own);
            Assert.True(Rms(recording.Sound.Channels[own], word.Time) > 100);
            Assert.True(Rms(recording.Sound.Channels[1 - own], word.Time) < 1);
        }
    }

    [Fact]
    public async Task Record_telephone_isNarrowMuLawOfTheSameLength()
    {
        var call = s_short.Generate(5);
        var wide = await new CallRecorder().RecordAsync(call, 5, Token);

        var narrow = await new CallRecorder(new RecordingOptions { IsTelephone = true }).RecordAsync(call, 5, Token);

        Assert.True(narrow.Sound.IsMuLaw);
        Assert.Equal(8000, narrow.Sound.SampleRateHz);
        Assert.InRange(narrow.Sound.Duration - wide.Sound.Duration, TimeSpan.FromMilliseconds(-1), TimeSpan.FromMilliseconds(1));
        Assert.Equal(wide.Truth.Words, narrow.Truth.Words);
        var read = WavFile.Read(WavFile.Write(narrow.Sound));
        Assert.Equal(narrow.Sound.Channels[0], read.Channels[0]);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(35)]
    public async Task Record_noise_liesThatFarBelowSpeech(double noiseDb)
    {
        var call = s_short.Generate(6);
        var clean = await new CallRecorder().RecordAsync(call, 6, Token);

        var noisy = await new CallRecorder(new RecordingOptions { NoiseDb = noiseDb }).RecordAsync(call, 6, Token);

        short[] noise = [.. noisy.Sound.Channels[0].Zip(clean.Sound.Channels[0], (with, without) => (short)(with - without))];
        double speech = SpeechLevel.Rms([.. clean.Truth.Words.SelectMany(word => Cut(clean.Sound.Channels[0], word.Time))]);
        Assert.InRange(20 * Math.Log10(speech / SpeechLevel.Rms(noise)), noiseDb - 1.5, noiseDb + 1.5);
    }

    [Fact]
    public async Task Record_allVoices_speakEveryWord()
    {
        var call = s_short.Generate(8);
        for (int seed = 0; seed < 5; seed++)
        {
            var recording = await new CallRecorder(new RecordingOptions { Voices = CallVoices.Varied(seed) }).RecordAsync(call, seed, Token);
            Assert.Equal(call.Turns.Sum(turn => turn.Words.Count), recording.Truth.Words.Count);
        }
    }

    [Fact]
    public async Task Record_missingVoice_namesThePackage()
    {
        var voices = new CallVoices(new Synthesis.Audio.Flite.FliteVoice("nobody"), new Synthesis.Audio.Flite.FliteVoice("rms"));
        var recorder = new CallRecorder(new RecordingOptions { Voices = voices });

        var error = await Assert.ThrowsAsync<VoiceMissingException>(() => recorder.RecordAsync(new CallGenerator().Generate(1), 1, Token));

        Assert.Contains("apt-get install flite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new CallRecorder().RecordAsync(new CallGenerator().Generate(1), 1, source.Token));
    }

    private static double Rms(short[] samples, TimeRange time) => SpeechLevel.Rms([.. Cut(samples, time)]);

    private static IEnumerable<short> Cut(short[] samples, TimeRange time)
    {
        int start = (int)(time.Start.TotalSeconds * SpokenUtterance.SampleRateHz);
        int end = Math.Min((int)(time.End.TotalSeconds * SpokenUtterance.SampleRateHz), samples.Length);
        return samples.Skip(start).Take(end - start);
    }
}
