namespace Bleep.Pii.Tokens;

/// <summary>One token: a word without the punctuation around it.</summary>
internal struct Token
{
    /// <summary>Index of the turn.</summary>
    public int Turn;

    /// <summary>Index of the word within the turn; several tokens may share one word ('and/or').</summary>
    public int Word;

    /// <summary>UTF-16 offset of the first code unit in the turn's text.</summary>
    public int Start;

    /// <summary>UTF-16 offset after the last code unit in the turn's text.</summary>
    public int End;

    /// <summary>Id in the vocabulary, or -1 for a word the language pack does not know.</summary>
    public int Id;

    /// <summary>Value of a number word, number of a month, code of a letter; 0 otherwise.</summary>
    public int Value;

    /// <summary>Everything known of the word and its place.</summary>
    public WordClass Classes;

    /// <summary>True when the token has at least one of the classes.</summary>
    public readonly bool Is(WordClass any) => (Classes & any) != 0;
}
