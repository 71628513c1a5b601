using Bleep.Pii.Dialogue;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.SpokenForms;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Detection;

/// <summary>One document on its way through the recognisers: what was read from it, and what was found so far.</summary>
internal sealed class DetectionContext
{
    private readonly ulong[] _claimed;
    private readonly int[] _phraseStarts;

    public DetectionContext(TokenStream stream, PiiPolicySet policies, Sensitivity sensitivity)
    {
        Policies = policies;
        Stream = stream;
        Sensitivity = sensitivity;
        Phrases = PhraseMatcher.Find(stream);
        Runs = CodeRunScanner.Scan(stream);
        _claimed = new ulong[stream.Count / 64 + 1];
        _phraseStarts = new int[stream.TurnCount + 1];
        IndexPhrases();
        (IsCased, HasSentenceMarks) = Style(stream);
        Cues = CueFinder.Find(this);
    }

    public TokenStream Stream { get; }

    /// <summary>The policies asked for: the further names of the catalogue are looked for only when they are among them.</summary>
    public PiiPolicySet Policies { get; }

    public Sensitivity Sensitivity { get; }

    /// <summary>Lexicon and cue phrases, by their start.</summary>
    public List<PhraseMatch> Phrases { get; }

    /// <summary>Runs of digits and letters.</summary>
    public CodeRuns Runs { get; }

    /// <summary>What is asked for and announced where.</summary>
    public DialogueCues Cues { get; }

    /// <summary>True when the document is written with capitals, so that a word without one is hardly a name.</summary>
    public bool IsCased { get; }

    /// <summary>True when the document has sentence marks.</summary>
    public bool HasSentenceMarks { get; }

    /// <summary>What was found, in no order.</summary>
    public List<Candidate> Candidates { get; } = new(64);

    /// <summary>Adds a candidate over tokens of one turn.</summary>
    public void Add(int start, int end, PiiPolicy policy, double score, string recognizer, string? cue = null, bool spreads = false, string? amazonType = null, Evidence evidence = default)
    {
        Candidates.Add(new Candidate(start, end, policy, (float)score, recognizer, cue) { Spreads = spreads, AmazonType = amazonType, Evidence = evidence });
    }

    /// <summary>Marks tokens as understood, so that weaker readings of the same digits are not tried.</summary>
    public void Claim(int start, int end)
    {
        for (int token = start; token < end; token++)
        {
            _claimed[token >> 6] |= 1UL << (token & 63);
        }
    }

    /// <summary>True when a token was claimed.</summary>
    public bool IsClaimed(int token) => (_claimed[token >> 6] & (1UL << (token & 63))) != 0;

    /// <summary>True when any token of the range was claimed.</summary>
    public bool AnyClaimed(int start, int end)
    {
        for (int token = start; token < end; token++)
        {
            if (IsClaimed(token))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The phrases that start in a turn.</summary>
    public ReadOnlySpan<PhraseMatch> PhrasesOf(int turn) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Phrases)[_phraseStarts[turn].._phraseStarts[turn + 1]];

    /// <summary>The longest phrase of a kind that starts at a token; its end, or -1.</summary>
    public int PhraseEndAt(int token, LexiconKind kind)
    {
        if (token >= Stream.Count || !Stream[token].Is(WordClass.PhraseStart))
        {
            return -1;
        }
        foreach (ref readonly var match in PhrasesBetween(Stream[token].Turn, token, token + 1))
        {
            if (match.Entry.Kind == kind)
            {
                return match.End;
            }
        }
        return -1;
    }

    /// <summary>The phrases of a turn that start at tokens of a range; found in logarithmic time.</summary>
    public ReadOnlySpan<PhraseMatch> PhrasesBetween(int turn, int from, int to)
    {
        var phrases = PhrasesOf(turn);
        int first = LowerBound(phrases, from);
        return phrases[first..LowerBound(phrases, to)];
    }

    private static int LowerBound(ReadOnlySpan<PhraseMatch> phrases, int token)
    {
        int low = 0, high = phrases.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (phrases[middle].Start < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    private void IndexPhrases()
    {
        int phrase = 0;
        for (int turn = 0; turn < Stream.TurnCount; turn++)
        {
            _phraseStarts[turn] = phrase;
            while (phrase < Phrases.Count && Phrases[phrase].Start < Stream.TurnStarts[turn + 1])
            {
                phrase++;
            }
        }
        _phraseStarts[^1] = phrase;
    }

    private static (bool Cased, bool Marks) Style(TokenStream stream)
    {
        int capitalized = 0, marks = 0, words = 0;
        foreach (ref readonly var token in stream.Tokens)
        {
            words++;
            capitalized += token.Is(WordClass.Capitalized) ? 1 : 0;
            marks += token.Is(WordClass.SentenceEnd) ? 1 : 0;
            if (words == 4000)
            {
                break;
            }
        }
        return (capitalized * 40 > words, marks * 60 > words);
    }
}
