using Bleep.Speech;
using Bleep.Transcripts;
using Bleep.Verification;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Tests.Verification;

public sealed class WindowedAudioTests
{
    [Fact]
    public void ReadAsync_any_windows_and_blocks_only_the_windows_are_heard() => Prop.ForAll<NonNull<(ushort, ushort)[]>, NonEmptyArray<byte>>((given, blocks) =>
    {
        var windows = Timeline.Of(given.Get.Select(window => TimeRange.FromMilliseconds(window.Item1 % 2000, (window.Item1 % 2000) + (window.Item2 % 300))));
        var heard = Read(new WindowedAudio(new Ones(32_000), windows), [.. blocks.Get.Select(block => (block * 16) + 1)]);
        int end = windows.Ranges.Length == 0 ? 0 : (int)Math.Min(32_000, windows.Ranges[^1].End.Ticks * 16_000 / TimeSpan.TicksPerSecond);
        return heard.Count == end && heard.Index().All(sample =>
            (sample.Item == 1) == windows.Overlaps(new TimeRange(TimeAt(sample.Index), TimeAt(sample.Index + 1))));
    }).QuickCheckThrowOnFailure();

    private static TimeSpan TimeAt(int sample) => new(sample * TimeSpan.TicksPerSecond / 16_000);

    private static List<short> Read(WindowedAudio audio, int[] blockLengths)
    {
        var heard = new List<short>();
        for (int turn = 0; ; turn++)
        {
            short[] block = new short[blockLengths[turn % blockLengths.Length]];
            // The source below never waits.
            int count = audio.ReadAsync(block, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            if (count == 0)
            {
                return heard;
            }
            heard.AddRange(block.AsSpan(0, count));
        }
    }

    private sealed class Ones(int count) : ISpeechAudio
    {
        private int _left = count;

        public int SampleRateHz => 16_000;

        public ValueTask<int> ReadAsync(Memory<short> samples, CancellationToken cancellationToken)
        {
            int read = Math.Min(_left, samples.Length);
            samples.Span[..read].Fill(1);
            _left -= read;
            return ValueTask.FromResult(read);
        }
    }
}
