using System.Text.Json;
using Bleep.Media;
using Bleep.Media.Encoders;
using Bleep.Outputs;
using Bleep.Pii.Custom;
using Bleep.Pii.Redaction;
using Bleep.Pipeline;
using Bleep.Server.Security;
using Bleep.Server.Storage;
using Bleep.Speech;
using Bleep.Views;

namespace Bleep.Server.Jobs;

/// <summary>Does the work of one job: fetch, listen, redact, mask, store. Fails closed: without a result nothing is stored to hand out.</summary>
/// <param name="opener">Fetches recordings.</param>
/// <param name="speech">Recognises them.</param>
/// <param name="blobs">Takes results and media.</param>
/// <param name="cipher">Seals results.</param>
/// <param name="tools">Where ffmpeg is.</param>
/// <param name="options">How long media is kept.</param>
/// <param name="clock">Tells the time.</param>
public sealed class JobProcessor(
    RecordingOpener opener, SpeechService speech, IBlobStore blobs, IContentCipher cipher, MediaTools tools, ServerOptions options, TimeProvider clock)
{
    /// <summary>Does the work.</summary>
    /// <param name="transcript">The transcript, with its request.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops it; what it had stored is removed by the janitor.</param>
    /// <returns>How it ended; its result is stored.</returns>
    /// <exception cref="JobFailedException">It cannot be done.</exception>
    public async Task<JobOutcome> RunAsync(
        TranscriptRecord transcript, IProgress<RedactionProgress>? progress, CancellationToken cancellationToken)
    {
        var work = transcript.Request?.Work ?? throw new JobFailedException(JobErrorKind.Server);
        if (work.DetectsLanguage && work.LanguageConfidenceThreshold > 0 && !speech.Engine.Can(EngineCapabilities.LanguageDetection))
        {
            throw new JobFailedException(JobErrorKind.LanguageConfidence);
        }
        Stage(progress, RedactionStage.Opening);
        await using var media = await opener.OpenAsync(work.Source, cancellationToken);
        var redactor = new RecordingRedactor(tools, JobSettings.FinderOf(work), JobSettings.Of(work));
        var heard = await ListenAsync(redactor, media, progress, cancellationToken);
        CheckSpeech(work, heard, redactor.Settings.Window);
        Stage(progress, RedactionStage.Detecting);
        var recording = Redact(redactor, heard, cancellationToken);
        var unredacted = work.Redaction is null or { KeepsUnredacted: true }
            ? redactor.FormatUnredacted(heard, cancellationToken)
            : null;
        bool isSilent = !recording.Turns.Any(turn => turn.Words.Count > 0);
        var written = await WriteMediaAsync(transcript.Id, work, redactor, media, recording, isSilent, progress, cancellationToken);
        Stage(progress, RedactionStage.Writing);
        var result = ResultOf(work, heard, recording, unredacted) with
        {
            DurationMs = (long)Math.Round(media.Info.Duration.TotalMilliseconds),
            AudioExtension = written.Audio,
            VideoExtension = written.Video,
            Warnings = [.. work.Warnings, .. heard.Warnings, .. written.Warnings],
        };
        await StoreAsync(transcript.Id, result, cancellationToken);
        return new JobOutcome(null, written.State, written.State == MediaState.Ready ? clock.GetUtcNow() + options.MediaRetention : null)
        {
            Duration = media.Info.Duration,
        };
    }

    private static void Stage(IProgress<RedactionProgress>? progress, RedactionStage stage) => progress?.Report(new RedactionProgress(stage, 0));

    private async Task<HeardRecording> ListenAsync(
        RecordingRedactor redactor, MediaFile media, IProgress<RedactionProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await redactor.ListenAsync(media, speech.Recognizer, progress, cancellationToken);
        }
        catch (SpeechException error)
        {
            throw new JobFailedException(
                error.Kind == SpeechErrorKind.UnsupportedLanguage ? JobErrorKind.UnsupportedLanguage : JobErrorKind.Recognition, null, error);
        }
        catch (RedactionException error)
        {
            throw new JobFailedException(JobErrorKind.TooShort, null, error);
        }
        catch (MediaException error)
        {
            throw new JobFailedException(JobErrorKind.NoAudio, "application/octet-stream", error);
        }
    }

    private static RedactedRecording Redact(RecordingRedactor redactor, HeardRecording heard, CancellationToken cancellationToken)
    {
        try
        {
            return redactor.Redact(heard, cancellationToken);
        }
        catch (CustomRuleException error)
        {
            throw new JobFailedException(JobErrorKind.CustomRules, error.Message, error);
        }
    }

    private static void CheckSpeech(JobRequest work, HeardRecording heard, RecordingWindow? window)
    {
        if (work.SpeechThreshold <= 0)
        {
            return;
        }
        double share = SpeechShare.Of(heard.Transcript, window);
        if (share < work.SpeechThreshold)
        {
            throw new JobFailedException(JobErrorKind.TooLittleSpeech, share.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private async Task<WrittenMedia> WriteMediaAsync(
        Guid id,
        JobRequest work,
        RecordingRedactor redactor,
        MediaFile media,
        RedactedRecording recording,
        bool isSilent,
        IProgress<RedactionProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (work.Redaction is not { MakesMedia: true })
        {
            return new WrittenMedia(MediaState.None, null, null, []);
        }
        string? audio = null, video = null;
        List<string> warnings = [];
        try
        {
            if (work.Redaction.Audio is { } order && (!isSilent || order.MakesSilentAudio))
            {
                var format = order.Format == "wav" ? AudioOutputFormat.Wav : AudioOutputFormat.Mp3;
                await blobs.PutAsync(
                    new BlobName(BlobKind.Audio, id),
                    (target, token) => redactor.MaskAudioAsync(media, recording, format, target, progress, token),
                    cancellationToken);
                audio = order.Format;
            }
            if (work.Redaction.MakesVideo && media.Info.HasVideo)
            {
                await blobs.PutAsync(
                    new BlobName(BlobKind.Video, id),
                    (target, token) => redactor.MaskVideoAsync(media, recording, target, progress, token),
                    cancellationToken);
                video = MediaRedactor.VideoExtension(media.Info);
            }
            else if (work.Redaction.MakesVideo)
            {
                warnings.Add("redact_pii_video: the recording has no picture; no video is made");
            }
        }
        catch (MediaException error)
        {
            throw new JobFailedException(JobErrorKind.Masking, error.Message, error);
        }
        var state = audio is not null || video is not null ? MediaState.Ready : isSilent && work.Redaction.Audio is not null ? MediaState.Silent : MediaState.None;
        return new WrittenMedia(state, audio, video, warnings);
    }

    private JobResult ResultOf(
        JobRequest work, HeardRecording heard, RedactedRecording recording, IReadOnlyList<RedactedTurn>? unredacted)
    {
        bool hasOneSpeaker = work.LabelsSpeakers && recording.ChannelCount == 1;
        return new JobResult
        {
            Turns = TurnsOf(work.Redaction is null ? unredacted! : recording.Turns, hasOneSpeaker),
            UnredactedTurns = work.Redaction is { KeepsUnredacted: true } ? TurnsOf(unredacted!, hasOneSpeaker) : null,
            Entities = work.DetectsEntities ? EntitiesOf(work, recording, unredacted) : null,
            Redactions = work.Redaction is null ? [] : [.. recording.Redactions.Select(RedactionOf)],
            DurationMs = 0,
            LanguageCode = heard.Transcript.LanguageCode,
            ChannelCount = recording.ChannelCount,
            SpeechModel = $"{speech.Engine.Name}/{speech.Engine.Model}",
        };
    }

    // Without diarization all of a mixed recording is one speaker's, as the request's warning says.
    private static List<ResultTurn> TurnsOf(IReadOnlyList<RedactedTurn> turns, bool hasOneSpeaker) =>
    [
        .. turns.Where(turn => turn.Words.Count > 0).Select(turn => new ResultTurn(
            [.. turn.Words.Select(word => new ResultWord(word.Text, Ms(word.Start), Ms(word.End), Math.Round(word.Confidence, 4)))],
            turn.Channel?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? turn.Speaker ?? (hasOneSpeaker ? "A" : null),
            turn.Channel)),
    ];

    private static List<ResultEntity> EntitiesOf(JobRequest work, RedactedRecording recording, IReadOnlyList<RedactedTurn>? unredacted) =>
    [
        .. EntityList.Of(work.Redaction is null or { KeepsUnredacted: true } ? unredacted! : recording.Turns, recording)
            .Select(entity => new ResultEntity(entity.Policy, entity.Text, Ms(entity.Time.Start), Ms(entity.Time.End))),
    ];

    private static ResultRedaction RedactionOf(Redaction redaction) => new(
        redaction.Policy, Ms(redaction.Time.Start), Ms(redaction.Time.End), Math.Round(redaction.Score, 4), redaction.Recognizer);

    private Task<long> StoreAsync(Guid id, JobResult result, CancellationToken cancellationToken)
    {
        var name = new BlobName(BlobKind.Result, id);
        return blobs.PutAsync(
            name,
            async (target, token) =>
            {
                await using var seal = cipher.SealTo(target, name.ToString());
                await JsonSerializer.SerializeAsync(seal, result, JobJson.Default.JobResult, token);
            },
            cancellationToken);
    }

    private static long Ms(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);

    private sealed record WrittenMedia(MediaState State, string? Audio, string? Video, IReadOnlyList<string> Warnings);
}
