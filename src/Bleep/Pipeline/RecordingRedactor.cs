using Bleep.Media;
using Bleep.Media.Encoders;
using Bleep.Media.Masking;
using Bleep.Outputs;
using Bleep.Pii.Redaction;
using Bleep.Speech;
using Bleep.Subtitles;
using Bleep.Transcripts;
using Bleep.Verification;

namespace Bleep.Pipeline;

/// <summary>
/// The stages of redacting one recording, each by itself and without a file of its own: listen, redact the words, mask the sound, verify.
/// Each takes the value of the one before. Thread-safe; make it once for many recordings.
/// </summary>
/// <param name="tools">Where ffmpeg is.</param>
/// <param name="finder">Decides what is private.</param>
/// <param name="settings">How recordings are redacted.</param>
public sealed class RecordingRedactor(MediaTools tools, PersonalDataFinder finder, RedactionSettings settings)
{
    /// <summary>How much longer than its recording a transcript may be before it is taken for another recording's.</summary>
    private static readonly TimeSpan s_durationSlack = TimeSpan.FromSeconds(2);

    private readonly MediaRedactor _media = new(tools);
    private readonly TranscriptProcessor _processor = new(finder, settings.Formatting, settings.Substitution, settings.MergesStaticTerms);

    /// <summary>How recordings are redacted.</summary>
    public RedactionSettings Settings => settings;

    /// <summary>Recognises what is said.</summary>
    /// <param name="media">The recording.</param>
    /// <param name="recognizer">The engine; stays the caller's to dispose.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="MediaException">The recording cannot be decoded.</exception>
    /// <exception cref="SpeechException">The words cannot be recognised.</exception>
    /// <exception cref="RedactionException">The window or the channels asked for are not there.</exception>
    public async Task<HeardRecording> ListenAsync(
        MediaFile media, ISpeechRecognizer recognizer, IProgress<RedactionProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new RedactionProgress(RedactionStage.Listening, 0));
        RequireWindow(media);
        var listener = new RecordingListener(recognizer) { Channels = settings.Channels };
        var heard = new StageProgress(progress, RedactionStage.Listening, media.Info.Duration);
        var (transcript, warnings) = await listener.ListenAsync(media, RecognitionOptions, heard, cancellationToken, settings.Window?.Inside);
        return new HeardRecording(settings.Window?.Clip(transcript) ?? transcript, recognizer.Info.Name)
        {
            Model = recognizer.Info.Model,
            Warnings = warnings,
        };
    }

    /// <summary>Takes the words that the user gave in place of listening. Names of speakers become letters.</summary>
    /// <param name="media">The recording.</param>
    /// <param name="given">Its words.</param>
    /// <exception cref="RedactionException">Recording and transcript do not belong together.</exception>
    public HeardRecording Take(MediaFile media, Transcript given)
    {
        RequireWindow(media);
        RequireWithin(given, media.Info.Duration + (media.Info.Duration / 20));
        var transcript = SpeakerLabels.Neutralise(given);
        return new HeardRecording(settings.Window?.Clip(transcript) ?? transcript, Audit.GivenTranscript);
    }

    /// <summary>Finds and replaces what is private in the words, and says which time to mask. Pure.</summary>
    /// <param name="heard">The words.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The redacted words; <see cref="RedactedRecording.Masks"/> covers all time outside the window too.</returns>
    public RedactedRecording Redact(HeardRecording heard, CancellationToken cancellationToken = default)
    {
        var recording = _processor.Process(heard.Transcript, cancellationToken);
        return settings.Window is { } window ? recording with { Masks = recording.Masks.Union(window.Outside) } : recording;
    }

    /// <summary>The formatted words with nothing replaced, for a user who asked for them.</summary>
    /// <param name="heard">The words.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public IReadOnlyList<RedactedTurn> FormatUnredacted(HeardRecording heard, CancellationToken cancellationToken = default) =>
        _processor.FormatOnly(heard.Transcript, cancellationToken);

    /// <summary>Writes the masked sound into a file, which appears whole or not at all.</summary>
    /// <param name="media">The recording.</param>
    /// <param name="recording">What to mask.</param>
    /// <param name="format">Format of the output.</param>
    /// <param name="targetPath">Path of the output; a file there is replaced.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops the work; then nothing is left.</param>
    /// <exception cref="MediaException">The recording cannot be decoded or the output not be written.</exception>
    public Task<MediaRedactionResult> MaskAudioAsync(
        MediaFile media, RedactedRecording recording, AudioOutputFormat format, string targetPath, IProgress<RedactionProgress>? progress,
        CancellationToken cancellationToken) =>
        _media.RedactAudioAsync(media, recording.Masks, Masking, format, targetPath, Share(progress), cancellationToken);

    /// <summary>Writes the masked sound into a stream, which gets nothing when the work fails before the end.</summary>
    /// <param name="media">The recording.</param>
    /// <param name="recording">What to mask.</param>
    /// <param name="format">Format of the output.</param>
    /// <param name="target">Where the bytes go; stays open.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="MediaException">The recording cannot be decoded or the output not be written.</exception>
    public Task<MediaRedactionResult> MaskAudioAsync(
        MediaFile media, RedactedRecording recording, AudioOutputFormat format, Stream target, IProgress<RedactionProgress>? progress,
        CancellationToken cancellationToken) =>
        _media.RedactAudioAsync(media, recording.Masks, Masking, format, target, Share(progress), cancellationToken);

    /// <summary>Writes the video with its sound masked, in its own container, with the redacted words as subtitles where it can hold them.</summary>
    /// <param name="media">The recording.</param>
    /// <param name="recording">What to mask.</param>
    /// <param name="targetPath">Path of the output; a file there is replaced.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops the work; then nothing is left.</param>
    /// <exception cref="MediaException">The recording has no picture or one that may hide captions, or the output cannot be written.</exception>
    public Task<MediaRedactionResult> MaskVideoAsync(
        MediaFile media, RedactedRecording recording, string targetPath, IProgress<RedactionProgress>? progress, CancellationToken cancellationToken) =>
        _media.RedactVideoAsync(media, recording.Masks, Masking, targetPath, SubtitlesOf(recording), Share(progress), cancellationToken);

    /// <summary>Writes the video with its sound masked into a stream, which gets nothing when the work fails before the end.</summary>
    /// <param name="media">The recording.</param>
    /// <param name="recording">What to mask.</param>
    /// <param name="target">Where the bytes go; stays open.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="MediaException">The recording has no picture or one that may hide captions, or the output cannot be written.</exception>
    public Task<MediaRedactionResult> MaskVideoAsync(
        MediaFile media, RedactedRecording recording, Stream target, IProgress<RedactionProgress>? progress, CancellationToken cancellationToken) =>
        _media.RedactVideoAsync(media, recording.Masks, Masking, target, SubtitlesOf(recording), Share(progress), cancellationToken);

    /// <summary>Listens to redacted media and says whether anything private is left.</summary>
    /// <param name="result">The redacted media.</param>
    /// <param name="original">The recording it was made of.</param>
    /// <param name="heard">The recording's words.</param>
    /// <param name="recording">What was redacted.</param>
    /// <param name="recognizer">The engine; stays the caller's to dispose.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="MediaException">One of the files cannot be read.</exception>
    /// <exception cref="SpeechException">The result cannot be recognised.</exception>
    public async Task<VerificationResult> VerifyAsync(
        MediaFile result,
        MediaFile original,
        HeardRecording heard,
        RedactedRecording recording,
        ISpeechRecognizer recognizer,
        IProgress<RedactionProgress>? progress,
        CancellationToken cancellationToken)
    {
        progress?.Report(new RedactionProgress(RedactionStage.Verifying, 0));
        return await new MediaVerifier(recognizer, finder).VerifyAsync(
            result, original, [.. heard.Transcript.Words], MediaVerifier.StretchesOf(heard.Transcript.Turns, recording.Spans), RecognitionOptions,
            new StageProgress(progress, RedactionStage.Verifying), cancellationToken);
    }

    /// <summary>States what was done, without a word of it.</summary>
    /// <param name="heard">The recording's words.</param>
    /// <param name="recording">What was redacted.</param>
    /// <param name="createdAt">When it was done.</param>
    /// <param name="sourceDuration">Length of the source.</param>
    /// <param name="extension">Extension of the redacted media without its dot, or null where none was written.</param>
    public Audit MakeAudit(
        HeardRecording heard, RedactedRecording recording, DateTimeOffset createdAt, TimeSpan sourceDuration, string? extension) => new()
        {
            BleepVersion = BleepVersion.Current,
            CreatedAt = createdAt,
            Engine = heard.EngineName,
            Model = heard.Model,
            Settings = new AuditSettings
            {
                Policies = finder.Options.Policies,
                Sensitivity = finder.Options.Sensitivity.ToString().ToLowerInvariant(),
                Language = settings.Language,
                Substitution = settings.SubstitutionName,
                Audio = settings.Masking?.Style.ToString().ToLowerInvariant() ?? "none",
                Format = extension,
                Padding = settings.Masking?.Padding ?? TimeSpan.Zero,
                CustomRules = finder.CustomRuleCount,
                Window = settings.Window?.Range.Intersect(new TimeRange(TimeSpan.Zero, sourceDuration)),
            },
            SourceDuration = sourceDuration,
            Redactions = recording.Redactions,
            Masked = Timeline.Empty,
        };

    /// <summary>A word after the end of the sound cannot be masked: somebody mixed up two recordings.</summary>
    internal static void RequireWithin(Transcript transcript, TimeSpan duration)
    {
        if (transcript.Turns.Count > 0 && transcript.Turns.Max(turn => turn.End) > duration + s_durationSlack)
        {
            throw new RedactionException("the transcript goes on after the end of the recording; give the transcript of this recording");
        }
    }

    private RecognitionOptions RecognitionOptions => new() { Language = settings.Language, Keyterms = settings.Keyterms };

    private MaskOptions Masking
    {
        get
        {
            var options = settings.Masking ?? throw new InvalidOperationException("The settings say that no media is written.");
            return settings.Window is { } window ? options with { Silences = window.Outside } : options;
        }
    }

    private void RequireWindow(MediaFile media)
    {
        if (settings.Window is { } window && window.Range.Start >= media.Info.Duration)
        {
            throw new RedactionException("the part asked for begins after the end of the recording");
        }
    }

    private static string? SubtitlesOf(RedactedRecording recording) =>
        SubtitleWriter.Write(recording.Turns, SubtitleFormat.Srt) is { Length: > 0 } srt ? srt : null;

    private static StageProgress Share(IProgress<RedactionProgress>? progress)
    {
        progress?.Report(new RedactionProgress(RedactionStage.Masking, 0));
        return new StageProgress(progress, RedactionStage.Masking);
    }
}
