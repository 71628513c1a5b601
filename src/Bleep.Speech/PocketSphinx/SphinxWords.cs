using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.PocketSphinx;

/// <summary>Makes words for people of a decoder's segments.</summary>
internal static class SphinxWords
{
    /// <summary>The words of the segments, without fillers, in the order of time.</summary>
    /// <param name="segments">Segments of one utterance.</param>
    /// <param name="startMs">Where the utterance begins, in milliseconds.</param>
    public static List<HostedWord> Of(IEnumerable<SphinxSegment> segments, int startMs = 0) =>
    [
        .. segments.Where(segment => !segment.IsFiller).Select(segment => new HostedWord(
            Clean(segment.Word), startMs + (segment.StartFrame * 10), startMs + (segment.EndFrame * 10), Math.Round(segment.Posterior, 4))),
    ];

    /// <summary>Takes off what only the dictionary needs: the number of the pronunciation, and the dot after a spelled letter.</summary>
    /// <param name="word">A word of the dictionary.</param>
    public static string Clean(string word)
    {
        if (word.EndsWith(')') && word.LastIndexOf('(') is > 0 and var open && word.AsSpan(open + 1, word.Length - open - 2).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            word = word[..open];
        }
        return word.Length == 2 && word[1] == '.' ? word[..1] : word;
    }
}
