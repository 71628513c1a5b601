using System.Runtime.CompilerServices;
using Bleep.Pii.Detection;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>A few readings of one code, without allocation.</summary>
internal struct Verdicts
{
    private Buffer _items;

    /// <summary>Number of readings.</summary>
    public int Count { get; private set; }

    /// <summary>One reading.</summary>
    public readonly Verdict this[int index] => _items[index];

    /// <summary>Adds a reading; more than the buffer holds are left out, the first being the most likely.</summary>
    public void Add(PiiPolicy policy, double score, string reason, string? amazonType = null, Evidence evidence = default)
    {
        if (Count < Buffer.Length)
        {
            _items[Count++] = new Verdict(policy, score, reason, amazonType) { Evidence = evidence };
        }
    }

    [InlineArray(Length)]
    private struct Buffer
    {
        public const int Length = 6;
        private Verdict _first;
    }
}
