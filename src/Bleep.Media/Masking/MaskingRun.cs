using System.Numerics;
using System.Runtime.InteropServices;
using Bleep.Media.Decoding;
using Bleep.Media.Encoders;
using Bleep.Media.Processes;
using Bleep.Media.Waveforms;
using Bleep.Transcripts;

namespace Bleep.Media.Masking;

/// <summary>Carries samples from the decoder through the masker to the encoder, in one pass and fixed memory.</summary>
internal sealed class MaskingRun(Timeline masks, MaskOptions options, int sampleRateHz, int channels, TimeSpan expected)
{
    private const int BlockBytes = 256 * 1024;
    private const int PeakCount = 2000;
    private const double ProgressStep = 0.005;

    private readonly WaveformBuilder _peaks = new(PeakCount, sampleRateHz, channels);
    private double _reported;

    /// <summary>Runs to the end of the sound.</summary>
    /// <returns>The outline of the masked sound; its length is exact.</returns>
    public async Task<WaveformPeaks> RunAsync(
        ISampleSource source, ISampleSink sink, PcmSampleKind kind, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        await (kind switch
        {
            PcmSampleKind.Int16 => RunAsync<short>(source, sink, short.MaxValue, progress, cancellationToken),
            PcmSampleKind.Int32 => RunAsync<int>(source, sink, int.MaxValue, progress, cancellationToken),
            _ => RunAsync<float>(source, sink, 1, progress, cancellationToken),
        });
        progress?.Report(1);
        return _peaks.Build();
    }

    private async Task RunAsync<T>(
        ISampleSource source, ISampleSink sink, float fullScale, IProgress<double>? progress, CancellationToken cancellationToken)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        int frameBytes = channels * Marshal.SizeOf<T>();
        var masker = new SampleMasker<T>(masks, options, sampleRateHz, channels);
        int heldBytes = masker.LookaheadFrames * frameBytes;
        int blockBytes = Math.Max(frameBytes, BlockBytes - (BlockBytes % frameBytes));
        // The last second and a bit stays here, so that a beep can be as loud as what follows it.
        var buffer = new byte[heldBytes + (2 * blockBytes)];
        int held = 0;
        try
        {
            while (true)
            {
                int read = await source.ReadAsync(buffer.AsMemory(held, Math.Min(blockBytes, buffer.Length - held)), cancellationToken);
                if (read == 0)
                {
                    break;
                }
                masker.Look(MemoryMarshal.Cast<byte, T>(buffer.AsSpan(held, read)));
                held += read;
                int ready = held - heldBytes;
                if (ready >= blockBytes)
                {
                    await PassAsync(masker, sink, buffer.AsMemory(0, ready), fullScale, cancellationToken);
                    buffer.AsSpan(ready, held - ready).CopyTo(buffer);
                    held -= ready;
                    Report(progress);
                }
            }
            await PassAsync(masker, sink, buffer.AsMemory(0, held), fullScale, cancellationToken);
            await sink.CompleteAsync(cancellationToken);
        }
        finally
        {
            Array.Clear(buffer);
        }
    }

    private async ValueTask PassAsync<T>(
        SampleMasker<T> masker, ISampleSink sink, Memory<byte> block, float fullScale, CancellationToken cancellationToken)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var samples = MemoryMarshal.Cast<byte, T>(block.Span);
        masker.Process(samples);
        _peaks.Add<T>(samples, fullScale);
        await sink.WriteAsync(block, cancellationToken);
    }

    private void Report(IProgress<double>? progress)
    {
        double done = expected > TimeSpan.Zero ? _peaks.Frames / (expected.TotalSeconds * sampleRateHz) : 0;
        if (progress is not null && done - _reported >= ProgressStep)
        {
            _reported = done;
            progress.Report(Math.Min(done, 1));
        }
    }
}
