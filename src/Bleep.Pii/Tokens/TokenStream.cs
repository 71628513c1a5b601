using Bleep.Pii.Languages;

namespace Bleep.Pii.Tokens;

/// <summary>
/// A document as detection sees it: the texts of its turns and one flat array of tokens over all of them, in order.
/// Times and confidences are there when the words had them.
/// </summary>
internal sealed class TokenStream
{
    /// <summary>Below this a confidence says something: what was read or written has none, or 1.</summary>
    private const float Certain = 0.99f;

    private readonly Token[] _tokens;
    private bool? _isHeard;

    internal TokenStream(
        LanguagePack language, string[] texts, string?[] speakers, Token[] tokens, int count, int[] turnStarts, WordTiming[]?[] timings)
    {
        Language = language;
        Texts = texts;
        Speakers = speakers;
        _tokens = tokens;
        Count = count;
        TurnStarts = turnStarts;
        Timings = timings;
    }

    /// <summary>The language pack the tokens were looked up in.</summary>
    public LanguagePack Language { get; }

    /// <summary>The text of each turn; token offsets point into it.</summary>
    public string[] Texts { get; }

    /// <summary>The speaker of each turn, or null.</summary>
    public string?[] Speakers { get; }

    /// <summary>Number of tokens.</summary>
    public int Count { get; }

    /// <summary>Index of the first token of each turn, and the number of all tokens at the end.</summary>
    public int[] TurnStarts { get; }

    /// <summary>Per turn the time and confidence of each word, or null where they are not known.</summary>
    public WordTiming[]?[] Timings { get; }

    /// <summary>Number of turns.</summary>
    public int TurnCount => Texts.Length;

    /// <summary>True when a recogniser wrote the words and tells how sure it is of them; false for what was written or is known.</summary>
    public bool IsHeard => _isHeard ??= Array.Exists(Timings, turn => turn is not null && Array.Exists(turn, word => word.Confidence < Certain));

    /// <summary>All tokens.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>One token.</summary>
    public ref readonly Token this[int index] => ref _tokens[index];

    /// <summary>The characters of a token as written.</summary>
    public ReadOnlySpan<char> Text(int index)
    {
        ref readonly var token = ref _tokens[index];
        return Texts[token.Turn].AsSpan(token.Start, token.End - token.Start);
    }

    /// <summary>True when a token's word belongs to a set of the language.</summary>
    public bool Has(int index, WordSet set) =>
        _tokens[index].Id is var id && id >= 0 ? Language.Words.IsIn(id, set) : Language.Has(set, Text(index));

    /// <summary>Index after the last token of the turn that holds the token.</summary>
    public int TurnEnd(int index) => TurnStarts[_tokens[index].Turn + 1];

    /// <summary>Index of the first token of the turn that holds the token.</summary>
    public int TurnStart(int index) => TurnStarts[_tokens[index].Turn];

    /// <summary>Confidence of the token's word; 1 when not known.</summary>
    public float Confidence(int index)
    {
        ref readonly var token = ref _tokens[index];
        return Timings[token.Turn] is { } timing ? timing[token.Word].Confidence : 1f;
    }

    /// <summary>True when the two turns may belong to one speaker: same name, or one of them unknown.</summary>
    public bool MayBeSameSpeaker(int turn, int other) =>
        Speakers[turn] is not { } left || Speakers[other] is not { } right || left == right;
}
