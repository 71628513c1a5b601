using System.Text;
using Bleep.Pii.Redaction;
using Bleep.Subtitles;

namespace Bleep.Outputs;

/// <summary>Writes everything but the media into a transaction, each file under the outputs' name.</summary>
/// <param name="outputs">Where the files go.</param>
/// <param name="name">What their names begin with.</param>
public sealed class OutputWriter(OutputTransaction outputs, string name)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Name of an output.</summary>
    /// <param name="ending">What follows the outputs' name, with its dot.</param>
    public string NameOf(string ending) => name + ending;

    /// <summary>Writes <c>.redacted.txt</c>, <c>.json</c>, <c>.srt</c> and <c>.vtt</c>.</summary>
    /// <param name="turns">The redacted turns.</param>
    /// <param name="header">What the transcript says besides its words.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task WriteTranscriptAsync(IReadOnlyList<RedactedTurn> turns, TranscriptHeader header, CancellationToken cancellationToken)
    {
        var captions = new CaptionBuilder(new CaptionOptions()).Build(turns);
        await WriteAsync($"{OutputNames.Marker}.txt", TranscriptTextWriter.Write(turns), cancellationToken);
        Write($"{OutputNames.Marker}.json", stream => TranscriptJsonWriter.Write(stream, turns, header));
        await WriteAsync($"{OutputNames.Marker}.srt", SubtitleWriter.Write(captions, SubtitleFormat.Srt), cancellationToken);
        await WriteAsync($"{OutputNames.Marker}.vtt", SubtitleWriter.Write(captions, SubtitleFormat.Vtt), cancellationToken);
    }

    /// <summary>Writes <c>.unredacted.txt</c> and <c>.unredacted.json</c>, which only the owner may read.</summary>
    /// <param name="turns">The turns as they were said.</param>
    /// <param name="header">What the transcript says besides its words.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task WriteUnredactedAsync(IReadOnlyList<RedactedTurn> turns, TranscriptHeader header, CancellationToken cancellationToken)
    {
        await WriteAsync(".unredacted.txt", TranscriptTextWriter.Write(turns), cancellationToken, isPrivate: true);
        Write(".unredacted.json", stream => TranscriptJsonWriter.Write(stream, turns, header), isPrivate: true);
    }

    /// <summary>Writes <c>.audit.json</c>.</summary>
    /// <param name="audit">The audit.</param>
    public void WriteAudit(Audit audit) => Write(".audit.json", stream => AuditWriter.Write(stream, audit));

    private async Task WriteAsync(string ending, string text, CancellationToken cancellationToken, bool isPrivate = false)
    {
        await using var file = Create(ending, isPrivate);
        await file.WriteAsync(s_utf8.GetBytes(text), cancellationToken);
    }

    private void Write(string ending, Action<Stream> write, bool isPrivate = false)
    {
        using var file = Create(ending, isPrivate);
        write(file);
    }

    private FileStream Create(string ending, bool isPrivate)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 64 * 1024 };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(outputs.Add(NameOf(ending)), options);
    }
}
