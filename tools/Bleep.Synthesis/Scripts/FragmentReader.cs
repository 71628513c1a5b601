namespace Bleep.Synthesis.Scripts;

/// <summary>
/// Reads files of fragments. A fragment begins with <c>== id | stage | domains | flags</c> (flags: <c>heldout</c>, <c>weight=2</c>);
/// its lines begin with <c>A:</c> (agent) or <c>C:</c> (caller). A domain <c>service</c> stands for all calls to a service.
/// Lines that begin with # are remarks.
/// </summary>
internal static class FragmentReader
{
    /// <summary>The domains that <c>service</c> stands for.</summary>
    public static IReadOnlyList<string> ServiceDomains { get; } =
        ["banking", "hospital", "insurance", "retail", "travel", "telecom", "government"];

    /// <summary>Reads all fragments of a file.</summary>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FormatException">The text is not a file of fragments; the message names the line.</exception>
    public static IEnumerable<Fragment> Read(TextReader text)
    {
        string[]? header = null;
        var lines = new List<FragmentLine>();
        int number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith("==", StringComparison.Ordinal))
            {
                if (header is not null)
                {
                    yield return Make(header, lines);
                }
                header = [.. line[2..].Split('|', StringSplitOptions.TrimEntries)];
                lines = [];
            }
            else if (line.Length > 0 && !line.StartsWith('#'))
            {
                lines.Add(ReadLine(line, number));
            }
        }
        if (header is not null)
        {
            yield return Make(header, lines);
        }
    }

    /// <summary>Reads the lines of one script without headers.</summary>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FormatException">A line has no speaker or is malformed.</exception>
    public static IReadOnlyList<FragmentLine> ReadLines(TextReader text)
    {
        var lines = new List<FragmentLine>();
        int number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                lines.Add(ReadLine(line, number));
            }
        }
        return lines;
    }

    private static FragmentLine ReadLine(string line, int number)
    {
        string speaker = line.StartsWith("A: ", StringComparison.Ordinal) ? "agent"
            : line.StartsWith("C: ", StringComparison.Ordinal) ? "caller"
            : throw new FormatException($"line {number}: 'A: ' or 'C: ' expected");
        try
        {
            return new FragmentLine(speaker, TemplateParser.Parse(line[3..]));
        }
        catch (FormatException exception)
        {
            throw new FormatException($"line {number}: {exception.Message}", exception);
        }
    }

    private static Fragment Make(string[] header, List<FragmentLine> lines)
    {
        if (header.Length < 3 || !Enum.TryParse(header[1], ignoreCase: true, out FragmentStage stage) || lines.Count == 0)
        {
            throw new FormatException($"fragment '{header[0]}': 'id | stage | domains' and lines expected");
        }
        string[] flags = header.Length > 3 ? header[3].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        string? weight = Array.Find(flags, flag => flag.StartsWith("weight=", StringComparison.Ordinal));
        return new Fragment(lines)
        {
            Id = header[0],
            Stage = stage,
            Domains = header[2].Split(',', StringSplitOptions.TrimEntries)
                .SelectMany(domain => domain == "service" ? ServiceDomains : [domain]).ToHashSet(),
            IsHeldOut = flags.Contains("heldout"),
            Weight = weight is null ? 1 : double.Parse(weight["weight=".Length..]),
        };
    }
}
