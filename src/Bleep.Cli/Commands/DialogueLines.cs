using System.Runtime.CompilerServices;
using Bleep.Cli.Output;
using Bleep.Dialogues;

namespace Bleep.Cli.Commands;

/// <summary>Reads dialogues from JSON Lines and says which lines are none.</summary>
/// <param name="source">The file's name as the user gave it, or null for standard input.</param>
/// <param name="keepGoing">True to go on after a line that is no dialogue.</param>
internal sealed class DialogueLines(string? source, bool keepGoing)
{
    private const int MaxMegabytes = JsonLineReader.DefaultMaxLineBytes / (1024 * 1024);

    /// <summary>True when a line was left out.</summary>
    public bool HasFailed { get; private set; }

    public async IAsyncEnumerable<(long Line, Dialogue Dialogue)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = InputFile.Open(source);
        await foreach (var line in new JsonLineReader(stream).ReadAsync(cancellationToken))
        {
            if (TryParse(line, out var dialogue))
            {
                yield return (line.Number, dialogue);
            }
        }
    }

    /// <summary>Reports a line that cannot be used; goes on only when told to.</summary>
    public void Reject(long line, string reason)
    {
        string message = $"{(source is null or "-" ? "standard input" : source)}, line {line}: {reason}";
        if (!keepGoing)
        {
            throw CommandFailure.Input($"{message}; mend it, or go on with --keep-going");
        }
        ErrorLine.Write($"{message}; left out");
        HasFailed = true;
    }

    private bool TryParse(JsonLine line, out Dialogue dialogue)
    {
        dialogue = null!;
        try
        {
            if (line.IsTooLong)
            {
                throw new DialogueFormatException($"longer than {MaxMegabytes} MiB");
            }
            dialogue = DialogueParser.Parse(line.Utf8);
            return true;
        }
        catch (DialogueFormatException exception)
        {
            Reject(line.Number, exception.Message);
            return false;
        }
    }
}
