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
    private readonly RecordingRedactor _stages = new(tools, finder, settings);

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
        var heard = request.Transcript is { } given
            ? _stages.Take(media, given)
            : await _stages.ListenAsync(media, recognizer ?? throw NoEngine(), progress, cancellationToken);

        Report(RedactionStage.Detecting);
        var recording = _stages.Redact(heard, cancellationToken);

        using var outputs = OutputTransaction.Begin(request.OutputFolder);
        var writer = new OutputWriter(outputs, request.OutputName);
        string? mediaName = settings.Masking is null ? null : writer.NameOf($"{OutputNames.Marker}.{ExtensionFor(media.Info)}");
        var header = HeaderFor(heard, mediaName ?? request.OutputName);
        await writer.WriteTranscriptAsync(recording.Turns, header, cancellationToken);
        if (settings.KeepsUnredacted)
        {
            await writer.WriteUnredactedAsync(_stages.FormatUnredacted(heard, cancellationToken), header with { Redaction = null }, cancellationToken);
        }

        MediaRedactionResult? masked = null;
        if (mediaName is not null)
        {
            masked = await MaskAsync(media, recording, outputs.Add(mediaName), progress, cancellationToken);
            RecordingRedactor.RequireWithin(heard.Transcript, masked.Duration);
        }
        var verdict = masked is null || !settings.Verifies
            ? null
            : await VerifyAsync(media, masked.Path, heard, recording, progress, cancellationToken);
        if (verdict is { Outcome: not VerificationOutcome.Good })
        {
            // What is not proved good is not published, and the report may not hold it either.
            outputs.Remove(mediaName!);
            mediaName = null;
            masked = null;
        }

        Report(RedactionStage.Writing);
        var createdAt = (clock ?? TimeProvider.System).GetUtcNow();
        string? extension = mediaName is null ? null : Path.GetExtension(mediaName).TrimStart('.');
        var audit = _stages.MakeAudit(heard, recording, createdAt, masked?.Duration ?? media.Info.Duration, extension) with
        {
            MediaSha256 = masked is null ? null : masked.Sha256 ?? await FileDigest.Sha256Async(masked.Path, cancellationToken),
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
        return new RedactionResult(files, audit, heard.Warnings)
        {
            MediaPath = mediaName is null ? null : outputs.TargetOf(mediaName),
            Verification = verdict,
        };

        void Report(RedactionStage stage) => progress?.Report(new RedactionProgress(stage, 0));
    }

    private static InvalidOperationException NoEngine() => new("There is no engine to listen with.");

    private async Task<VerificationResult> VerifyAsync(
        MediaFile original,
        string resultPath,
        HeardRecording heard,
        RedactedRecording recording,
        IProgress<RedactionProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var result = await MediaFile.OpenAsync(resultPath, tools, cancellationToken: cancellationToken);
        return await _stages.VerifyAsync(result, original, heard, recording, recognizer ?? throw NoEngine(), progress, cancellationToken);
    }

    private Task<MediaRedactionResult> MaskAsync(
        MediaFile media, RedactedRecording recording, string path, IProgress<RedactionProgress>? progress, CancellationToken cancellationToken) =>
        KeepsPicture(media.Info)
            ? _stages.MaskVideoAsync(media, recording, path, progress, cancellationToken)
            : _stages.MaskAudioAsync(media, recording, settings.Format ?? AudioOutputFormat.Mp3, path, progress, cancellationToken);

    private string ExtensionFor(MediaInfo info) => KeepsPicture(info)
        ? MediaRedactor.VideoExtension(info)
        : MediaRedactor.AudioExtension(info, settings.Format ?? AudioOutputFormat.Mp3);

    // A video stays one unless a format of sound was asked for.
    private bool KeepsPicture(MediaInfo info) => info.HasVideo && settings.Format is (null or AudioOutputFormat.Original);

    private TranscriptHeader HeaderFor(HeardRecording heard, string audioName) => new()
    {
        Id = Guid.NewGuid(),
        AudioName = audioName,
        Duration = heard.Transcript.Duration,
        LanguageCode = heard.Transcript.LanguageCode,
        ChannelCount = heard.Transcript.ChannelCount,
        Punctuate = settings.Formatting.Punctuate,
        FormatText = settings.Formatting.FormatsText,
        SpeechModel = heard.EngineName,
        Redaction = new RedactionHeader(
            finder.Options.Policies, settings.SubstitutionName, settings.Masking is not null,
            settings.Masking is null ? null : settings.Format switch
            {
                null or AudioOutputFormat.Mp3 => "mp3",
                AudioOutputFormat.Wav => "wav",
                _ => null,
            }),
    };
}
