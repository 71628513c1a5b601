using Bleep.Media;
using Bleep.Pii.Detection;
using Bleep.Pipeline;
using Bleep.Speech;
using Bleep.Transcripts;

namespace Bleep.Verification;

/// <summary>
/// Listens to a result: recognises it inside and around every private stretch, detects again, compares with the original's words
/// and with its sound.
/// </summary>
/// <param name="recognizer">The engine; stays the caller's to dispose.</param>
/// <param name="finder">Decides what is private.</param>
public sealed class MediaVerifier(ISpeechRecognizer recognizer, PersonalDataFinder finder)
{
    /// <summary>How far around a private stretch the result is listened to.</summary>
    private static readonly TimeSpan s_around = TimeSpan.FromSeconds(1.5);

    /// <summary>Edges of a stretch whose sound does not count, since word times are not exact.</summary>
    private static readonly TimeSpan s_edge = TimeSpan.FromMilliseconds(40);

    /// <summary>Length of original sound that proves a leak.</summary>
    private static readonly TimeSpan s_audible = TimeSpan.FromMilliseconds(90);

    /// <summary>How much the lengths of the two files may differ.</summary>
    private static readonly TimeSpan s_lengthSlack = TimeSpan.FromSeconds(1);

    /// <summary>Least score and least words of a finding in the result that counts although the original's detection missed it.</summary>
    private const double SureScore = 0.9;
    private const int SureWords = 3;

    /// <summary>The private stretches that detection finds in the words of an original.</summary>
    /// <param name="turns">The original's raw turns.</param>
    /// <param name="spans">What was found in them.</param>
    public static IReadOnlyList<PrivateStretch> StretchesOf(IReadOnlyList<Turn> turns, IEnumerable<PiiSpan> spans) =>
    [
        .. spans.Select(span => new PrivateStretch(
            span.Policy.Name,
            MaskTimeline.TimeOf(turns[span.Turn], span.Words),
            [.. turns[span.Turn].Words.Skip(span.Words.Start).Take(span.Words.Length)]))
            .OrderBy(stretch => stretch.Time.Start),
    ];

    /// <summary>Judges a result.</summary>
    /// <param name="result">The redacted media.</param>
    /// <param name="original">The original it was made of.</param>
    /// <param name="originalWords">The original's words, in the order of time.</param>
    /// <param name="stretches">What must not be heard, in the order of start.</param>
    /// <param name="options">Language and terms for the recogniser.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="MediaException">One of the files cannot be read.</exception>
    /// <exception cref="SpeechException">The result cannot be recognised.</exception>
    public async Task<VerificationResult> VerifyAsync(
        MediaFile result,
        MediaFile original,
        IReadOnlyList<Word> originalWords,
        IReadOnlyList<PrivateStretch> stretches,
        RecognitionOptions options,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        if ((result.Info.Duration - original.Info.Duration).Duration() > s_lengthSlack)
        {
            return new VerificationResult(VerificationOutcome.CannotJudge, [], stretches.Count, 0) { Reason = "the two recordings differ in length" };
        }
        var everything = new TimeRange(TimeSpan.Zero, original.Info.Duration + s_lengthSlack);
        var windows = stretches.Count == 0
            ? Timeline.Of([everything])
            : Timeline.Of(stretches.Select(stretch => stretch.Time)).Pad(s_around).Clip(everything);
        var heardShare = new Progress(progress, original.Info.Duration);
        (var transcript, _) = await new RecordingListener(recognizer).ListenAsync(result, options, heardShare, cancellationToken, windows);
        Word[] heard = [.. transcript.Words];

        var inner = stretches.Select(stretch => Shrink(stretch.Time)).ToArray();
        var masked = Timeline.Of(stretches.Select(stretch => stretch.Time)).Pad(TimeSpan.FromMilliseconds(200));
        var audible = await new SoundComparison(original, result).MeasureAsync(inner, masked, cancellationToken);
        var leaks = new List<Leak>();
        for (int index = 0; index < stretches.Count; index++)
        {
            var stretch = stretches[index];
            if (audible[index] >= s_audible || (audible[index] > TimeSpan.Zero && audible[index] * 2 >= inner[index].Duration))
            {
                leaks.Add(new Leak(stretch.Policy, stretch.Time, LeakEvidence.Sound));
            }
            else if (HeardWords.Repeat(stretch, heard))
            {
                leaks.Add(new Leak(stretch.Policy, stretch.Time, LeakEvidence.Heard));
            }
        }
        leaks.AddRange(Detect(transcript, originalWords, masked, cancellationToken));
        if (leaks.Count > 0)
        {
            return new VerificationResult(VerificationOutcome.Leak, [.. leaks.OrderBy(leak => leak.Time.Start)], stretches.Count, heard.Length);
        }
        return heard.Length == 0
            ? new VerificationResult(VerificationOutcome.CannotJudge, [], stretches.Count, 0) { Reason = "no word was heard anywhere in the result" }
            : new VerificationResult(VerificationOutcome.Good, [], stretches.Count, heard.Length);
    }

    /// <summary>Personal data that detection sees in the result and did not see in the original, though both have the same words there.</summary>
    private IEnumerable<Leak> Detect(Transcript heard, IReadOnlyList<Word> originalWords, Timeline masked, CancellationToken cancellationToken)
    {
        foreach (var span in finder.Find(heard.Turns, cancellationToken))
        {
            Word[] words = [.. heard.Turns[span.Turn].Words.Skip(span.Words.Start).Take(span.Words.Length)];
            var time = MaskTimeline.TimeOf(heard.Turns[span.Turn], span.Words);
            // Beside a mask the context is torn, and detection expects what is not there: only what is sure and long enough counts.
            bool isSure = span.Score >= SureScore && words.Length >= SureWords && !masked.Overlaps(time);
            if (isSure && HeardWords.AreAllIn(words, originalWords))
            {
                yield return new Leak(span.Policy.Name, time, LeakEvidence.Detected);
            }
        }
    }

    private static TimeRange Shrink(TimeRange time) => time.Duration > s_edge * 4 ? new TimeRange(time.Start + s_edge, time.End - s_edge) : time;

    private sealed class Progress(IProgress<double>? target, TimeSpan total) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value) => target?.Report(total > TimeSpan.Zero ? Math.Min(1, value / total) : 0);
    }
}
