using Bleep.Synthesis.Audio.Signal;
using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Truth;
using Bleep.Transcripts;

namespace Bleep.Synthesis.Audio;

/// <summary>
/// Lets voices speak a call, one turn after the other with silence between, and notes when each word was said. The same call, options and
/// seed give the same samples. Thread-safe.
/// </summary>
/// <param name="options">How to record.</param>
public sealed class CallRecorder(RecordingOptions? options = null)
{
    // The level of all speech: about -23 dB below the loudest possible.
    private const double SpeechRms = 2300;
    private static readonly TimeSpan s_edge = TimeSpan.FromMilliseconds(300);
    private readonly RecordingOptions _options = options ?? new RecordingOptions();

    /// <summary>Records a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="seed">Decides the pauses and the noise.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="VoiceMissingException">A voice is not installed.</exception>
    public async Task<CallRecording> RecordAsync(SyntheticCall call, long seed, CancellationToken cancellationToken = default)
    {
        var turns = call.Turns.Where(turn => turn.Words.Count > 0).ToList();
        var utterances = await SpeakAsync(turns, cancellationToken);
        var random = new SeededRandom(seed).Fork("pauses");
        var starts = new List<int>();
        int cursor = ToSamples(s_edge);
        foreach (var utterance in utterances)
        {
            starts.Add(cursor);
            double pause = _options.MinPause.TotalSeconds
                + random.NextDouble() * (_options.MaxPause - _options.MinPause).TotalSeconds;
            cursor += utterance.Samples.Length + ToSamples(TimeSpan.FromSeconds(pause));
        }
        int length = cursor + ToSamples(s_edge);
        short[][] channels = new short[_options.IsStereo ? 2 : 1][];
        for (int channel = 0; channel < channels.Length; channel++)
        {
            channels[channel] = new short[length];
        }
        for (int turn = 0; turn < turns.Count; turn++)
        {
            utterances[turn].Samples.CopyTo(channels[ChannelOf(turns[turn])], starts[turn]);
        }
        if (_options.NoiseDb is { } noiseDb)
        {
            for (int channel = 0; channel < channels.Length; channel++)
            {
                new PinkNoise(new SeededRandom(seed).Fork($"noise {channel}")).AddTo(channels[channel], SpeechRms * Math.Pow(10, -noiseDb / 20));
            }
        }
        var sound = new Sound(SpokenUtterance.SampleRateHz, channels);
        if (_options.IsTelephone)
        {
            sound = TelephoneBand.Send(sound);
        }
        return new CallRecording(sound, Truth(call, turns, utterances, starts, sound));
    }

    private async Task<List<SpokenUtterance>> SpeakAsync(List<CallTurn> turns, CancellationToken cancellationToken)
    {
        // The two voices speak side by side: one is a process of its own.
        var agent = SpeakAsync(_options.Voices.Agent, turns, "agent", cancellationToken);
        var caller = SpeakAsync(_options.Voices.Caller, turns, "caller", cancellationToken);
        await Task.WhenAll(agent, caller);
        var (agentTurns, callerTurns) = (new Queue<SpokenUtterance>(await agent), new Queue<SpokenUtterance>(await caller));
        return [.. turns.Select(turn => turn.Speaker == "agent" ? agentTurns.Dequeue() : callerTurns.Dequeue())];
    }

    private static async Task<List<SpokenUtterance>> SpeakAsync(
        ISpeechVoice voice, List<CallTurn> turns, string speaker, CancellationToken cancellationToken)
    {
        List<IReadOnlyList<CallWord>> own = [.. turns.Where(turn => turn.Speaker == speaker).Select(turn => turn.Words)];
        return own.Count == 0 ? [] : [.. (await voice.SpeakAsync(own, cancellationToken)).Select(Level)];
    }

    private static SpokenUtterance Level(SpokenUtterance utterance)
    {
        var loud = utterance.Words.SelectMany(word => Enumerable.Range(
            ToSamples(word.Start), Math.Max(0, Math.Min(ToSamples(word.End), utterance.Samples.Length) - ToSamples(word.Start))));
        double rms = SpeechLevel.Rms([.. loud.Select(index => utterance.Samples[index])]);
        return rms < 1 ? utterance : utterance with { Samples = SpeechLevel.Scale(utterance.Samples, SpeechRms / rms) };
    }

    private int ChannelOf(CallTurn turn) => _options.IsStereo && turn.Speaker != "agent" ? 1 : 0;

    private static int ToSamples(TimeSpan time) => (int)Math.Round(time.TotalSeconds * SpokenUtterance.SampleRateHz);

    private CallTruth Truth(SyntheticCall call, List<CallTurn> turns, List<SpokenUtterance> utterances, List<int> starts, Sound sound)
    {
        var words = new List<TruthWord>();
        var intervals = new List<TruthInterval>();
        for (int turn = 0; turn < turns.Count; turn++)
        {
            var offset = TimeSpan.FromSeconds((double)starts[turn] / SpokenUtterance.SampleRateHz);
            int? channel = _options.IsStereo ? ChannelOf(turns[turn]) + 1 : null;
            int first = words.Count;
            words.AddRange(turns[turn].Words.Zip(
                utterances[turn].Words,
                (word, time) => new TruthWord(word.Text, new TimeRange(offset + time.Start, offset + time.End), turns[turn].Speaker, channel, turn)));
            intervals.AddRange(turns[turn].Spans.Select(span => new TruthInterval(
                span.Policy,
                new TimeRange(words[first + span.Start].Time.Start, words[first + span.End - 1].Time.End),
                span.Value,
                turns[turn].Speaker,
                channel,
                new WordRange(first + span.Start, first + span.End),
                span.Optional)));
        }
        return new CallTruth(call.Id, sound.Duration, words, intervals)
        {
            ChannelCount = sound.Channels.Count,
            SampleRateHz = sound.SampleRateHz,
            Voices = new Dictionary<string, string> { ["agent"] = _options.Voices.Agent.Name, ["caller"] = _options.Voices.Caller.Name },
        };
    }
}
