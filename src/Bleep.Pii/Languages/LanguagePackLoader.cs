using System.Reflection;
using System.Text;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Languages;

/// <summary>Reads a language pack from the assembly's resources.</summary>
internal static class LanguagePackLoader
{
    private static readonly Assembly _assembly = typeof(LanguagePackLoader).Assembly;

    // File name without ending -> what its entries are. Names, places and address words become classes of words;
    // the other lexicons are few hits apart and become phrases alone.
    private static readonly (string File, LexiconKind Kind, WordClass Class)[] _lexicons =
    [
        ("common_words", default, WordClass.Common),
        ("first_names", LexiconKind.FirstName, WordClass.FirstName),
        ("last_names", LexiconKind.LastName, WordClass.LastName),
        ("cities", LexiconKind.City, WordClass.Place),
        ("us_states", LexiconKind.State, WordClass.Place),
        ("countries", LexiconKind.Country, WordClass.Place),
        ("regions", LexiconKind.Region, WordClass.Place),
        ("street_types", LexiconKind.StreetType, WordClass.StreetType),
        ("nationalities", LexiconKind.Nationality, WordClass.None),
        ("languages", LexiconKind.Language, WordClass.None),
        ("religions", LexiconKind.Religion, WordClass.None),
        ("political", LexiconKind.PoliticalAffiliation, WordClass.None),
        ("zodiac", LexiconKind.ZodiacSign, WordClass.None),
        ("marital", LexiconKind.MaritalStatus, WordClass.None),
        ("gender_sexuality", LexiconKind.GenderSexuality, WordClass.None),
        ("blood_types", LexiconKind.BloodType, WordClass.None),
        ("occupations", LexiconKind.Occupation, WordClass.None),
        ("organizations", LexiconKind.Organization, WordClass.None),
        ("organization_words", LexiconKind.OrganizationWord, WordClass.OrganizationHead),
        ("drugs", LexiconKind.Drug, WordClass.None),
        ("conditions", LexiconKind.Condition, WordClass.None),
        ("injuries", LexiconKind.Injury, WordClass.None),
        ("procedures", LexiconKind.Procedure, WordClass.None),
        ("events", LexiconKind.Event, WordClass.None),
        ("physical_attributes", LexiconKind.PhysicalAttribute, WordClass.None),
        ("corporate_actions", LexiconKind.CorporateAction, WordClass.None),
        ("effects", LexiconKind.Effect, WordClass.None),
        ("trends", LexiconKind.Trend, WordClass.None),
        ("financial_metrics", LexiconKind.FinancialMetric, WordClass.None),
        ("products", LexiconKind.Product, WordClass.None),
        ("email_domains", LexiconKind.EmailDomain, WordClass.EmailDomain),
        ("tlds", LexiconKind.TopLevelDomain, WordClass.TopLevelDomain),
    ];

    // What no language owns; these lists lie with English.
    private static readonly string[] _shared = ["email_domains", "tlds"];

    /// <summary>True when there is a pack of its own for a language.</summary>
    public static bool Exists(string code) => _assembly.GetManifestResourceInfo($"Languages/{code}/words.txt") is not null;

    /// <summary>Reads a pack. Every file of it is optional: what is missing is not found, what has a form of its own is found all the same.</summary>
    public static LanguagePack Load(string code)
    {
        var builder = new LanguagePackBuilder();
        foreach (var (file, kind, wordClass) in _lexicons)
        {
            string? text = Read($"Languages/{code}/Lexicons/{file}.txt") ?? (_shared.Contains(file) ? Read($"Languages/en/Lexicons/{file}.txt") : null);
            if (text is not null)
            {
                AddLexicon(builder, text, kind, wordClass);
            }
        }
        AddWords(builder, Read($"Languages/{code}/words.txt") ?? "");
        foreach (var (file, kind) in new[] { ("topics", LexiconKind.Topic), ("leadins", LexiconKind.LeadIn), ("leadouts", LexiconKind.LeadOut) })
        {
            AddCues(builder, Read($"Languages/{code}/{file}.txt"), kind);
        }
        AddDialogue(builder, Read($"Languages/{code}/dialogue.txt"));
        AddSets(builder, Read($"Languages/{code}/sets.txt"));
        for (char letter = 'a'; letter <= 'z'; letter++)
        {
            builder.AddWord([letter], WordClass.Letter, builder.Has([letter], WordClass.Digit) ? 0 : letter);
        }
        return builder.Build(code);
    }

    private static void AddLexicon(LanguagePackBuilder builder, string text, LexiconKind kind, WordClass wordClass)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }
            int tab = line.IndexOf('\t');
            var entry = (tab < 0 ? line : line[..tab]).Trim();
            var flags = tab < 0 ? PhraseFlags.None : ParseFlags(line[(tab + 1)..], kind);
            bool single = !entry.Contains(' ');
            if (kind == LexiconKind.StreetType)
            {
                AddStreetWord(builder, entry, tab < 0 ? default : line[(tab + 1)..], single);
                continue;
            }
            if (kind == LexiconKind.State && tab >= 0)
            {
                AddPostalCode(builder, line[(tab + 1)..]);
            }
            if (wordClass == WordClass.Common)
            {
                builder.AddWord(entry, WordClass.Common);
                continue;
            }
            if (single && wordClass != WordClass.None)
            {
                builder.AddWord(entry, wordClass | ClassesOf(flags, wordClass));
            }
            bool names = wordClass is WordClass.FirstName or WordClass.LastName or WordClass.StreetType;
            if (!names || !single)
            {
                builder.AddPhrase(entry, new PhraseEntry(kind, flags, 0));
            }
        }
    }

    // 's' a street type, 'u' a unit, 'd' a direction; words of post offices have their own grammar.
    private static void AddStreetWord(LanguagePackBuilder builder, ReadOnlySpan<char> entry, ReadOnlySpan<char> flags, bool single)
    {
        var wordClass = flags.Contains('u') ? WordClass.UnitDesignator : flags.Contains('d') ? WordClass.Direction
            : flags.Contains('s') ? WordClass.StreetType : WordClass.None;
        if (single && wordClass != WordClass.None)
        {
            builder.AddWord(entry, wordClass);
        }
    }

    // The postal code of a state stands among its flags in capitals.
    private static void AddPostalCode(LanguagePackBuilder builder, ReadOnlySpan<char> flags)
    {
        int start = flags.IndexOfAnyInRange('A', 'Z');
        if (start >= 0 && start + 2 <= flags.Length && char.IsAsciiLetterUpper(flags[start + 1]))
        {
            Span<char> code = stackalloc char[2];
            flags.Slice(start, 2).ToLowerInvariant(code);
            builder.AddPhrase(code, new PhraseEntry(LexiconKind.State, PhraseFlags.None, 0));
        }
    }

    private static WordClass ClassesOf(PhraseFlags flags, WordClass wordClass)
    {
        var result = WordClass.None;
        if ((wordClass & WordClass.AnyName) != 0)
        {
            result |= (flags & PhraseFlags.Common) != 0 ? WordClass.CommonName : WordClass.None;
            result |= (flags & PhraseFlags.Ambiguous) != 0 ? WordClass.AmbiguousName : WordClass.None;
            result |= (flags & PhraseFlags.Rare) != 0 ? WordClass.RareName : WordClass.None;
        }
        if (wordClass == WordClass.Place)
        {
            result |= (flags & (PhraseFlags.Ambiguous | PhraseFlags.AlsoName)) != 0 ? WordClass.AmbiguousPlace : WordClass.None;
        }
        return result;
    }

    private static PhraseFlags ParseFlags(ReadOnlySpan<char> text, LexiconKind kind)
    {
        var flags = PhraseFlags.None;
        foreach (char mark in text)
        {
            flags |= mark switch
            {
                'c' => PhraseFlags.Common,
                'a' => PhraseFlags.Ambiguous,
                'r' => PhraseFlags.Rare,
                'n' => PhraseFlags.AlsoName,
                'g' when kind == LexiconKind.GenderSexuality => PhraseFlags.Gender,
                's' when kind == LexiconKind.GenderSexuality => PhraseFlags.Sexuality,
                _ => PhraseFlags.None,
            };
        }
        return flags;
    }

    private static void AddWords(LanguagePackBuilder builder, string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            int colon = line.IndexOf(':');
            if (line.IsEmpty || line[0] == '#' || colon < 0)
            {
                continue;
            }
            if (!Enum.TryParse<WordClass>(line[..colon], ignoreCase: true, out var wordClass))
            {
                throw new InvalidDataException($"Unknown word class '{line[..colon].ToString()}'.");
            }
            foreach (var range in line[(colon + 1)..].Split(' '))
            {
                var item = line[(colon + 1)..][range];
                if (item.IsEmpty)
                {
                    continue;
                }
                int equals = item.IndexOf('=');
                if (equals < 0 || (wordClass is not WordClass.DigitHomophone and not WordClass.LetterHomophone and not WordClass.Symbol && equals == 0))
                {
                    builder.AddWord(item, wordClass);
                    continue;
                }
                var value = item[(equals + 1)..];
                int number = int.TryParse(value, out int parsed) && wordClass is not WordClass.Symbol ? parsed
                    : wordClass == WordClass.Symbol && value.Length > 1 ? parsed : value[0];
                builder.AddWord(item[..equals], wordClass, number);
            }
        }
    }

    private static void AddCues(LanguagePackBuilder builder, string? text, LexiconKind kind)
    {
        foreach (var line in (text ?? "").AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }
            var parts = line.ToString().Split('|', StringSplitOptions.TrimEntries);
            bool weak = parts.Length == 4 && parts[3] == "weak";
            if (parts.Length != 3 && !weak || !PiiPolicies.TryFind(parts[0], out var policy) || !Enum.TryParse<ValueShape>(parts[1], true, out var shape))
            {
                throw new InvalidDataException($"Broken cue line '{line.ToString()}'.");
            }
            foreach (string phrase in parts[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                builder.AddPhrase(phrase, new PhraseEntry(kind, PhraseFlags.None, builder.AddCue(new Cue(policy, shape, phrase, weak))));
            }
        }
    }

    private static void AddDialogue(LanguagePackBuilder builder, string? text)
    {
        foreach (var line in (text ?? "").AsSpan().EnumerateLines())
        {
            int colon = line.IndexOf(':');
            if (line.IsEmpty || line[0] == '#' || colon < 0)
            {
                continue;
            }
            var kind = Enum.Parse<LexiconKind>(line[..colon], ignoreCase: true);
            foreach (string phrase in line[(colon + 1)..].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                builder.AddPhrase(phrase, new PhraseEntry(kind, PhraseFlags.None, 0));
            }
        }
    }

    private static void AddSets(LanguagePackBuilder builder, string? text)
    {
        foreach (var line in (text ?? "").AsSpan().EnumerateLines())
        {
            int colon = line.IndexOf(':');
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }
            if (colon < 0 || !Enum.TryParse<WordSet>(line[..colon], out var set))
            {
                throw new InvalidDataException("A line of sets.txt does not begin with the name of a set.");
            }
            builder.AddSet(set, line[(colon + 1)..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public static string? Read(string name)
    {
        using var stream = _assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
