using Bleep.Media;
using Bleep.Media.Encoders;
using Bleep.Outputs;
using Bleep.Reports;
using Bleep.Speech;
using Bleep.Transcripts;
using Bleep.Verification;

namespace Bleep.Pipeline;

/// <summary>
/// The main job: a recording goes in, nothing private comes out. Each stage gets the value of the one before; when any of them
/// fails nothing is published. Several recordings may run at the same time.
/// </summary>
/// <param name="tools">Where ffmpeg is.</param>
/// <param name="finder">Decides what is private.</param>
/// <param name="recognizer">The engine, or null where every request brings its words; stays the caller's to dispose.</param>
/// <param name="settings">How recordings are redacted.</param>
/// <param name="clock">Tells when it was done.</param>
public sealed class RedactionPipeline(
    MediaTools tools, PersonalDataFinder finder, ISpeechRecognizer? recognizer, RedactionSettings settings, TimeProvider? clock = null)
{
    /// <summary>How much longer than its recording a transcript may be before it is taken for another recording's.</summary>
    private static readonly TimeSpan s_durationSlack = TimeSpan.FromSeconds(2);

    private readonly TranscriptProcessor _processor = new(finder, settings.Formatting, settings.Substitution);

    /// <summary>Redacts one recording.</summary>
    /// <param name="request">The recording and where the outputs go.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops the job; nothing is left then.</param>
    /// <exception cref="MediaException">The recording cannot be read or the media not be written.</exception>
    /// <exception cref="SpeechException">The words cannot be recognised.</exception>
    /// <exception cref="RedactionException">Recording and transcript do not belong together.</exception>
    /// <exception cref="IOException">The outputs cannot be written.</exception>
    public async Task<RedactionResult> RunAsync(
        RedactionRequest request, IProgress<RedactionProgress>? progress, CancellationToken cancellationToken)
    {
        Report(RedactionStage.Opening);
        await using var media = await MediaFile.OpenAsync(request.InputPath, tools, cancellationToken: cancellationToken);
        (var transcript, var warnings) = await GetTranscriptAsync(request, media, progress, cancellationToken);

        Report(RedactionStage.Detecting);
        var recording = _processor.Process(transcript, cancellationToken);

        using var outputs = OutputTransaction.Begin(request.OutputFolder);
        var writer = new OutputWriter(outputs, request.OutputName);
        string? mediaName = settings.Masking is null ? null : writer.NameOf($"{OutputNames.Marker}.{ExtensionFor(media.Info)}");
        var header = HeaderFor(request, transcript, mediaName ?? request.OutputName);
        string srt = await writer.WriteTranscriptAsync(recording.Turns, header, cancellationToken);
        if (settings.KeepsUnredacted)
        {
            await writer.WriteUnredactedAsync(
                _processor.FormatOnly(transcript, cancellationToken), header with { Redaction = null }, cancellationToken);
        }

        MediaRedactionResult? masked = null;
        if (mediaName is not null)
        {
            Report(RedactionStage.Masking);
            var share = new StageProgress(progress, RedactionStage.Masking);
            masked = await MaskAsync(media, recording.Masks, srt, outputs.Add(mediaName), share, cancellationToken);
            CheckLength(transcript, masked.Duration);
        }
        var verdict = masked is null || !settings.Verifies
            ? null
            : await VerifyAsync(media, masked.Path, transcript, recording, progress, cancellationToken);
        if (verdict is { Outcome: not VerificationOutcome.Good })
        {
            // What is not proved good is not published, and the report may not hold it either.
            outputs.Remove(mediaName!);
            mediaName = null;
            masked = null;
        }

        Report(RedactionStage.Writing);
        var audit = new Audit
        {
            BleepVersion = BleepVersion.Current,
            CreatedAt = (clock ?? TimeProvider.System).GetUtcNow(),
            Engine = EngineNameFor(request),
            Model = request.Transcript is null ? recognizer?.Info.Model : null,
            Settings = AuditSettings(mediaName),
            SourceDuration = masked?.Duration ?? media.Info.Duration,
            MediaSha256 = masked is null ? null : await FileDigest.Sha256Async(masked.Path, cancellationToken),
            Redactions = recording.Redactions,
            Masked = masked?.Masked ?? Timeline.Empty,
            Verification = verdict is null ? null : VerdictNames.Of(verdict.Outcome),
        };
        writer.WriteAudit(audit);
        var report = new ReportModel(request.OutputName, audit, recording.Turns)
        {
            Peaks = masked?.Peaks,
            Media = masked is null ? null : new ReportMedia(masked.Path, mediaName!, ReportMedia.TypeOf(mediaName!)),
        };
        await ReportWriter.WriteAsync(outputs.Add(writer.NameOf(".report.html")), report, cancellationToken);

        cancellationToken.ThrowIfCancellationRequested();
        string[] files = [.. outputs.Names.Select(outputs.TargetOf)];
        outputs.Commit();
        return new RedactionResult(files, audit, warnings) 
        {
            MediaPath = mediaName is null ? null : outputs.TargetOf(mediaName),
            Verification = verdict,
        };

        void Report(RedactionStage stage) => progress?.Report(new RedactionProgress(stage, 0));
    }

    private async Task<(Transcript Transcript, IReadOnlyList<string> Warnings)> GetTranscriptAsync(
        RedactionRequest request, MediaFile media, IProgress<RedactionProgress>? progress, CancellationToken cancellationToken)
    {
        if (request.Transcript is { } given)
        {
            CheckLength(given, media.Info.Duration + (media.Info.Duration / 20));
            return (SpeakerLabels.Neutralise(given), []);
        }
        progress?.Report(new RedactionProgress(RedactionStage.Listening, 0));
        var heard = new StageProgress(progress, RedactionStage.Listening, media.Info.Duration);
        return await new RecordingListener(recognizer ?? throw NoEngine()).ListenAsync(media, RecognitionOptions, heard, cancellationToken);
    }

    private RecognitionOptions RecognitionOptions => new() { Language = settings.Language, Keyterms = settings.Keyterms };

    private static InvalidOperationException NoEngine() => new("There is no engine to listen with.");

    private async Task<VerificationResult> VerifyAsync(
        MediaFile original,
        string resultPath,
        Transcript transcript,
        RedactedRecording recording,
        IProgress<RedactionProgress>? progress,
        CancellationToken cancellationToken)
    {
        progress?.Report(new RedactionProgress(RedactionStage.Verifying, 0));
        await using var result = await MediaFile.OpenAsync(resultPath, tools, cancellationToken: cancellationToken);
        var verifier = new MediaVerifier(recognizer ?? throw NoEngine(), finder);
        return await verifier.VerifyAsync(
            result, original, [.. transcript.Words], MediaVerifier.StretchesOf(transcript.Turns, recording.Spans), RecognitionOptions,
            new StageProgress(progress, RedactionStage.Verifying), cancellationToken);
    }

    private Task<MediaRedactionResult> MaskAsync(
        MediaFile media, Timeline masks, string srt, string path, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var redactor = new MediaRedactor(tools);
        return KeepsPicture(media.Info)
            ? redactor.RedactVideoAsync(media, masks, settings.Masking!, path, srt.Length == 0 ? null : srt, progress, cancellationToken)
            : redactor.RedactAudioAsync(
                media, masks, settings.Masking!, settings.Format ?? AudioOutputFormat.Mp3, path, progress, cancellationToken);
    }

    private string ExtensionFor(MediaInfo info) => KeepsPicture(info)
        ? MediaRedactor.VideoExtension(info)
        : MediaRedactor.AudioExtension(info, settings.Format ?? AudioOutputFormat.Mp3);

    // A video stays one unless a format of sound was asked for.
    private bool KeepsPicture(MediaInfo info) => info.HasVideo && settings.Format is (null or AudioOutputFormat.Original);

    // A word after the end of the sound cannot be masked: somebody mixed up two recordings.
    private static void CheckLength(Transcript transcript, TimeSpan duration)
    {
        if (transcript.Turns.Count > 0 && transcript.Turns.Max(turn => turn.End) > duration + s_durationSlack)
        {
            throw new RedactionException("the transcript goes on after the end of the recording; give the transcript of this recording");
        }
    }

    private string EngineNameFor(RedactionRequest request) => request.Transcript is null ? recognizer!.Info.Name : Audit.GivenTranscript;

    private TranscriptHeader HeaderFor(RedactionRequest request, Transcript transcript, string audioName) => new()
    {
        Id = Guid.NewGuid(),
        AudioName = audioName,
        Duration = transcript.Duration,
        LanguageCode = transcript.LanguageCode,
        ChannelCount = transcript.ChannelCount,
        Punctuate = settings.Formatting.Punctuate,
        FormatText = settings.Formatting.Capitalize || settings.Formatting.Numerals,
        SpeechModel = EngineNameFor(request),
        Redaction = new RedactionHeader(
            finder.Options.Policies, settings.SubstitutionName, settings.Masking is not null,
            settings.Masking is null ? null : settings.Format switch
            {
                null or AudioOutputFormat.Mp3 => "mp3",
                AudioOutputFormat.Wav => "wav",
                _ => null,
            }),
    };

    private AuditSettings AuditSettings(string? mediaName) => new()
    {
        Policies = finder.Options.Policies,
        Sensitivity = finder.Options.Sensitivity.ToString().ToLowerInvariant(),
        Language = settings.Language,
        Substitution = settings.SubstitutionName,
        Audio = settings.Masking?.Style.ToString().ToLowerInvariant() ?? "none",
        Format = mediaName is null ? null : Path.GetExtension(mediaName).TrimStart('.'),
        Padding = settings.Masking?.Padding ?? TimeSpan.Zero,
        CustomRules = settings.CustomRules,
    };
}
