using Bleep.Pii.Tokens;

namespace Bleep.Pii.Languages;

/// <summary>What single words of a language are like, for whoever must decide before a sentence is over. Thread-safe.</summary>
public sealed class SpokenWords
{
    private const WordClass Numbers =
        WordClass.Digit | WordClass.Teen | WordClass.Tens | WordClass.Scale | WordClass.Ordinal | WordClass.Multiplier | WordClass.Nato
        | WordClass.Symbol | WordClass.Month | WordClass.Weekday | WordClass.TimeUnit | WordClass.Currency;

    // An ordinary word may be one of these too; then it can be a value or part of one. Family names are left out: any word is one.
    private const WordClass Telling =
        Numbers | WordClass.Letter | WordClass.Season | WordClass.DayPart | WordClass.FirstName | WordClass.CommonName | WordClass.AmbiguousName
        | WordClass.Place | WordClass.AmbiguousPlace | WordClass.StreetType | WordClass.UnitDesignator | WordClass.OrganizationHead
        | WordClass.EmailDomain | WordClass.Direction;

    private const WordClass Homophone = WordClass.DigitHomophone | WordClass.LetterHomophone | WordClass.Letter;

    private const WordClass Dictated =
        WordClass.Digit | WordClass.Teen | WordClass.Tens | WordClass.Multiplier | WordClass.Letter | WordClass.Nato | WordClass.Symbol;

    private const WordClass Leading =
        WordClass.Function | WordClass.Filler | WordClass.Possessor | WordClass.PlacePreposition | WordClass.Connector | WordClass.Correction;

    private readonly Vocabulary _words;

    private SpokenWords(Vocabulary words) => _words = words;

    /// <summary>The words of a language; the English ones where it has none of its own.</summary>
    /// <param name="language">A language code with or without region.</param>
    public static SpokenWords For(string language) => new(LanguagePack.For(language).Words);

    /// <summary>
    /// True for an ordinary word that is nothing else: no first name, no number, month, place or unit; also for small words such as 'the' and
    /// 'my', whatever else they are heard for. Such a word by itself tells nothing of anybody.
    /// </summary>
    /// <param name="word">One word in any case, with or without marks around it.</param>
    public bool IsPlain(string word)
    {
        var classes = ClassesOf(word);
        return (classes & (WordClass.Function | WordClass.Filler | WordClass.Possessor)) != 0
            ? (classes & Numbers) == 0
            : (classes & WordClass.Common) != 0 && (classes & Telling) == 0;
    }

    /// <summary>True for a word that is also heard for a digit or a letter, or is one: 'to', 'for', 'are', 'a'.</summary>
    /// <param name="word">One word.</param>
    public bool IsHomophone(string word) => (ClassesOf(word) & Homophone) != 0;

    /// <summary>True for words that numbers, codes and spellings are dictated with.</summary>
    /// <param name="word">One word.</param>
    public bool IsDictated(string word) => (ClassesOf(word) & Dictated) != 0 || word.Any(char.IsAsciiDigit);

    /// <summary>True for a word that a sentence rarely ends with: 'the', 'and', 'my', 'um'.</summary>
    /// <param name="word">One word.</param>
    public bool ExpectsMore(string word) => (ClassesOf(word) & Leading) != 0 && (ClassesOf(word) & WordClass.Backchannel) == 0;

    private WordClass ClassesOf(string word)
    {
        string bare = word.Trim('.', ',', '?', '!', ';', ':', '"', '\'', '(', ')').ToLowerInvariant();
        int id = _words.Find(bare);
        if (id < 0 && bare.EndsWith("'s", StringComparison.Ordinal))
        {
            id = _words.Find(bare.AsSpan(..^2));
        }
        return id < 0 ? WordClass.None : _words.Classes(id);
    }
}
