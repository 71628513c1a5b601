using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.Streaming;

/// <summary>
/// One utterance of a live session: keeps its audio until it is final, so that another host can hear it from the start when the first
/// dies. Each host gets one chance.
/// </summary>
/// <param name="startSample">Index of its first sample in the session.</param>
internal sealed class LiveUtterance(long startSample)
{
    private readonly List<short> _audio = [];
    private int _sent;

    /// <summary>Index of its first sample in the session.</summary>
    public long StartSample => startSample;

    /// <summary>Samples so far.</summary>
    public int Length => _audio.Count;

    /// <summary>Samples the host has not heard yet.</summary>
    public int Pending => _audio.Count - _sent;

    /// <summary>True after a host died on this utterance.</summary>
    public bool IsSecondTry { get; private set; }

    /// <summary>Adds audio.</summary>
    public void Append(ReadOnlySpan<short> samples) => _audio.AddRange(samples);

    /// <summary>Begins again in another host.</summary>
    public void Restart()
    {
        IsSecondTry = true;
        _sent = 0;
    }

    /// <summary>Has a host hear what it has not heard.</summary>
    /// <param name="host">The host.</param>
    /// <param name="job">Language and terms.</param>
    /// <param name="timeout">Longest wait for a sign of life.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it makes of the utterance so far; null when it does not say.</returns>
    public async Task<WordsMessage?> SendAsync(EngineHost host, JobMessage job, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (_sent == 0)
        {
            await host.BeginAsync(FrameKind.BeginUtterance, job, cancellationToken);
        }
        WordsMessage? heard = null;
        while (Pending > 0)
        {
            var block = _audio.GetRange(_sent, Math.Min(Pending, Frame.MaxSamples)).ToArray();
            await host.SendAudioAsync(block, cancellationToken);
            // A reply to every block: the host is never more than one behind.
            var reply = await host.ReadReplyAsync(timeout, cancellationToken);
            heard = reply.Kind switch
            {
                FrameKind.Partial => EngineHost.ReadWords(reply),
                FrameKind.Step => null,
                _ => throw new HostFailure(SpeechErrorKind.HostProtocol, "the speech engine's host ended an utterance too early"),
            };
            _sent += block.Length;
        }
        return heard;
    }

    /// <summary>Has the host end the utterance.</summary>
    /// <returns>Its words.</returns>
    public static async Task<WordsMessage> EndAsync(EngineHost host, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await host.EndAsync(cancellationToken);
        while (true)
        {
            var reply = await host.ReadReplyAsync(timeout, cancellationToken);
            if (reply.Kind == FrameKind.Result)
            {
                return EngineHost.ReadWords(reply);
            }
        }
    }
}
