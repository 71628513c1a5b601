using Bleep.Outputs;
using Bleep.Transcripts;

namespace Bleep.Cli.Commands;

/// <summary>Reads the transcript that a user names.</summary>
internal static class TranscriptFile
{
    public static async Task<Transcript> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = InputFile.Open(path);
            return await TranscriptJsonReader.ReadAsync(stream, cancellationToken);
        }
        catch (TranscriptReadException exception)
        {
            throw CommandFailure.Input($"{path}: {exception.Message}; give a transcript with words and their times");
        }
    }
}
