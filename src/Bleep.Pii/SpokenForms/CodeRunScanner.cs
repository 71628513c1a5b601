using Bleep.Pii.Tokens;

namespace Bleep.Pii.SpokenForms;

/// <summary>Finds the runs of digits and letters of a document in one pass over its tokens.</summary>
internal ref struct CodeRunScanner
{
    private const int MaxGlue = 4;
    private const int MinSlashed = 7;
    private const WordClass Starters = WordClass.AnyNumberWord | WordClass.Multiplier | WordClass.Letter | WordClass.Nato | WordClass.HasDigit;

    private readonly TokenStream _stream;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly CodeRuns _result;
    private int _turnEnd;

    private CodeRunScanner(TokenStream stream)
    {
        _stream = stream;
        _tokens = stream.Tokens;
        _result = new CodeRuns();
    }

    /// <summary>Scans the whole document; linear in the number of tokens.</summary>
    public static CodeRuns Scan(TokenStream stream)
    {
        var scanner = new CodeRunScanner(stream);
        for (int turn = 0; turn < stream.TurnCount; turn++)
        {
            scanner._turnEnd = stream.TurnStarts[turn + 1];
            scanner.ScanTurn(stream.TurnStarts[turn]);
        }
        return scanner._result;
    }

    private void ScanTurn(int token)
    {
        while (token < _turnEnd)
        {
            if ((_tokens[token].Classes & Starters) == 0)
            {
                token++;
                continue;
            }
            int end = ScanRun(token);
            token = end > token ? end : token + 1;
        }
    }

    // Reads the run that starts here and returns the token after it, or the start when there is none.
    private int ScanRun(int start)
    {
        int atomStart = _result.Atoms.Count;
        int next = ReadAtom(start, inRun: false);
        if (next < 0)
        {
            return start;
        }
        int end = next;
        while (true)
        {
            int resume = SkipGlue(end);
            if (resume < 0)
            {
                break;
            }
            next = ReadAtom(resume, inRun: true);
            if (next < 0)
            {
                break;
            }
            end = next;
        }
        TrimSoftEnd(atomStart);
        end = AddClosingHomophone(atomStart, end);
        if (_result.Atoms.Count > atomStart)
        {
            Close(atomStart);
        }
        return end;
    }

    // 'five five five oh one four to': a homophone that makes the number as long as such numbers are, or ends the turn, is its last digit.
    private int AddClosingHomophone(int atomStart, int end)
    {
        var atoms = _result.Atoms;
        if (end >= _turnEnd || !_tokens[end].Is(WordClass.DigitHomophone) || EndsSentence(end - 1) || atoms.Count <= atomStart || atoms[^1].TokenEnd != end)
        {
            return end;
        }
        int length = 0, single = 0;
        for (int index = atomStart; index < atoms.Count; index++)
        {
            length += atoms[index].Kind == AtomKind.Letter ? 100 : atoms[index].Length;
            single += atoms[index].Kind == AtomKind.Digits ? 1 : 0;
        }
        bool completes = length + 1 is 4 or 7 or 9 or 10 or 16;
        bool last = end + 1 >= _turnEnd || EndsSentence(end);
        return single >= 3 && length < 17 && (completes || last)
            ? Push(end, end + 1, (char)('0' + HomophoneValue(end)), 1, AtomKind.Digits, soft: false) : end;
    }

    private void TrimSoftEnd(int atomStart)
    {
        var atoms = _result.Atoms;
        while (atoms.Count > atomStart && (atoms[^1].IsSoft || IsLooseVowel(atomStart, atoms.Count - 1)))
        {
            _result.Chars.RemoveRange(atoms[^1].CharStart, atoms[^1].Length);
            atoms.RemoveAt(atoms.Count - 1);
        }
    }

    // A closing 'a' or 'i' that follows digits is the next phrase's article or pronoun.
    private readonly bool IsLooseVowel(int atomStart, int index)
    {
        var atom = _result.Atoms[index];
        return atom.Kind == AtomKind.Letter && atom.TokenEnd - atom.TokenStart == 1 && _result.Chars[atom.CharStart] is 'A' or 'I'
            && atom.Kind == AtomKind.Letter && !_tokens[atom.TokenStart].Is(WordClass.Capitalized)
            && (index == atomStart || _result.Atoms[index - 1].Kind != AtomKind.Letter);
    }

    private void Close(int atomStart)
    {
        var atoms = _result.Atoms;
        int hard = 0, soft = 0;
        for (int index = atomStart; index < atoms.Count; index++)
        {
            var atom = atoms[index];
            hard += atom.Kind is AtomKind.Digits or AtomKind.Written or AtomKind.Tens && !atom.IsSoft ? 1 : 0;
            soft += atom.IsSoft ? 1 : 0;
        }
        // 'two to five' is a range, 'six to one four' is a number heard wrongly.
        if (soft > 0 && hard < 3)
        {
            int from = atomStart;
            for (int index = atomStart; index < atoms.Count; index++)
            {
                if (atoms[index].IsSoft)
                {
                    Emit(from, index);
                    from = index + 1;
                }
            }
            Emit(from, atoms.Count);
            return;
        }
        Emit(atomStart, atoms.Count);
    }

    private void Emit(int atomStart, int atomEnd)
    {
        if (atomEnd <= atomStart)
        {
            return;
        }
        var atoms = _result.Atoms;
        var run = new CodeRun
        {
            TokenStart = atoms[atomStart].TokenStart,
            TokenEnd = atoms[atomEnd - 1].TokenEnd,
            AtomStart = atomStart,
            AtomEnd = atomEnd,
            CharStart = atoms[atomStart].CharStart,
            CharEnd = atoms[atomEnd - 1].CharEnd,
        };
        for (int index = atomStart; index < atomEnd; index++)
        {
            run.HasScale |= atoms[index].Kind == AtomKind.Cardinal;
            run.HasWritten |= atoms[index].Kind == AtomKind.Written;
            run.DigitAtoms += atoms[index].Kind is AtomKind.Digits or AtomKind.Written ? 1 : 0;
        }
        for (int index = run.CharStart; index < run.CharEnd; index++)
        {
            if (char.IsAsciiDigit(_result.Chars[index]))
            {
                run.Digits++;
            }
            else
            {
                run.Letters++;
            }
        }
        int after = run.TokenEnd;
        run.IsQuantity = after < _turnEnd && !EndsSentence(run.TokenEnd - 1) && _tokens[after].Is(WordClass.Currency | WordClass.TimeUnit)
            && !(_tokens[after].Is(WordClass.Ordinal) && run.DigitAtoms > 2);
        _result.Runs.Add(run);
    }

    private readonly bool EndsSentence(int token) => _tokens[token].Is(WordClass.SentenceEnd);

    // The next token that may go on with the run, or -1. Fillers, separators and short repairs may stand between.
    private int SkipGlue(int token)
    {
        if (token >= _turnEnd || EndsSentence(token - 1) && !_tokens[token].Is(WordClass.AnyNumberWord | WordClass.Letter))
        {
            return -1;
        }
        for (int skipped = 0; skipped <= MaxGlue && token < _turnEnd; skipped++, token++)
        {
            ref readonly var candidate = ref _tokens[token];
            if (candidate.Is(Starters) && !(candidate.Is(WordClass.Letter) && IsArticle(token)))
            {
                return token;
            }
            if (candidate.Is(WordClass.DigitHomophone))
            {
                return skipped == 0 ? token : -1;
            }
            if (!candidate.Is(WordClass.Filler | WordClass.Correction | WordClass.Symbol) && !IsJoiner(token))
            {
                return -1;
            }
        }
        return -1;
    }

    private readonly bool IsJoiner(int token)
    {
        var text = _stream.Text(token);
        return text is "and" or "then" or "no" or "mean" or "i" or "dash" or "okay" or "ok" or "yeah" or "yes";
    }

    // 'a' or 'i' before a word that is no letter or number.
    private readonly bool IsArticle(int token)
    {
        if (_tokens[token].End - _tokens[token].Start != 1)
        {
            return false;
        }
        char unit = _stream.Text(token)[0];
        if (unit is not ('a' or 'i' or 'A' or 'I'))
        {
            return false;
        }
        int next = token + 1;
        bool spelling = _result.Atoms.Count > 1 && _result.Atoms[^1].TokenEnd == token && _result.Atoms[^1].Kind == AtomKind.Letter && _result.Atoms[^2].Kind == AtomKind.Letter;
        if (next >= _turnEnd || spelling && _tokens[next].Is(WordClass.Symbol) || spelling && unit is 'a' or 'A' && _tokens[next].Is(WordClass.Function | WordClass.Backchannel))
        {
            return !spelling;
        }
        // 'a hundred', 'a thousand'
        if (unit is 'a' or 'A' && !spelling && _tokens[next].Is(WordClass.Scale))
        {
            return true;
        }
        return !_tokens[next].Is(WordClass.Letter | WordClass.Nato | WordClass.AnyNumberWord | WordClass.HasDigit) && !IsSpellingAlphabet(next)
            && !(_tokens[next].Is(WordClass.Multiplier) && next + 1 < _turnEnd && _tokens[next + 1].Is(WordClass.Letter));
    }

    private readonly bool IsSpellingAlphabet(int token) =>
        token + 1 < _turnEnd && (_stream.Text(token) is "as" && _stream.Text(token + 1) is "in" || _stream.Text(token) is "for" or "like");

    // Reads one atom and returns the token after it, or -1.
    private int ReadAtom(int token, bool inRun)
    {
        ref readonly var first = ref _tokens[token];
        if (first.Is(WordClass.HasDigit))
        {
            return ReadWritten(token);
        }
        if (first.Is(WordClass.Multiplier) && token + 1 < _turnEnd)
        {
            return ReadRepeated(token);
        }
        if (first.Is(WordClass.AnyNumberWord) && !(first.Is(WordClass.Letter) && !IsDigitO(token)))
        {
            return ReadNumber(token, inRun);
        }
        if (first.Is(WordClass.Letter))
        {
            return ReadLetter(token, inRun);
        }
        if (first.Is(WordClass.Nato))
        {
            return ReadNato(token, inRun);
        }
        if (inRun && first.Is(WordClass.DigitHomophone) && token + 1 < _turnEnd
            && _tokens[token + 1].Is(WordClass.Digit | WordClass.DigitHomophone | WordClass.AllDigits) && !_tokens[token + 1].Is(WordClass.Letter))
        {
            return Push(token, token + 1, (char)('0' + HomophoneValue(token)), 1, AtomKind.Digits, soft: true);
        }
        return -1;
    }

    // 'o' among digits is a zero; among letters it is a letter.
    private readonly bool IsDigitO(int token)
    {
        bool before = _result.Atoms.Count > 0 && _result.Atoms[^1].TokenEnd == token && _result.Atoms[^1].Kind is not AtomKind.Letter;
        bool after = token + 1 < _turnEnd && _tokens[token + 1].Is(WordClass.AnyNumberWord) && !_tokens[token + 1].Is(WordClass.Letter);
        return before || after;
    }

    private readonly int HomophoneValue(int token) => _tokens[token].Value;

    private int ReadWritten(int token)
    {
        ref readonly var first = ref _tokens[token];
        if (first.Is(WordClass.WrittenOrdinal | WordClass.CurrencySign))
        {
            return -1;
        }
        var text = _stream.Text(token);
        // 'AG/7719/0042-C' is a code, '1/2' none; dates are known before codes are looked at.
        bool slashes = text.Length >= MinSlashed && text.Contains('/');
        int start = _result.Chars.Count;
        foreach (char unit in text)
        {
            if (char.IsAsciiLetterOrDigit(unit))
            {
                _result.Chars.Add(char.ToUpperInvariant(unit));
            }
            else if (unit is not '-' and not '.' and not '–' and not '_' and not '‑' and not '*' && !(slashes && unit == '/'))
            {
                _result.Chars.RemoveRange(start, _result.Chars.Count - start);
                return -1;
            }
        }
        _result.Atoms.Add(new CodeAtom(token, token + 1, start, _result.Chars.Count, AtomKind.Written, false));
        return token + 1;
    }

    private int ReadRepeated(int token)
    {
        ref readonly var next = ref _tokens[token + 1];
        int times = _tokens[token].Value;
        if (next.Is(WordClass.Digit) && !next.Is(WordClass.Letter))
        {
            return Push(token, token + 2, (char)('0' + next.Value), times, AtomKind.Digits, false);
        }
        if (next.Is(WordClass.Letter))
        {
            char letter = char.ToUpperInvariant(LetterOf(token + 1));
            return letter == 'U' && times == 2
                ? Push(token, token + 2, 'W', 1, AtomKind.Letter, false)
                : Push(token, token + 2, letter == 'O' ? '0' : letter, times, letter == 'O' ? AtomKind.Digits : AtomKind.Letter, false);
        }
        return next.Is(WordClass.AllDigits) && next.End - next.Start == 1
            ? Push(token, token + 2, (char)('0' + next.Value), times, AtomKind.Digits, false)
            : -1;
    }

    private readonly char LetterOf(int token)
    {
        var text = _stream.Text(token);
        return text.Length == 1 ? text[0] : (char)_tokens[token].Value;
    }

    private int ReadLetter(int token, bool inRun)
    {
        if (!inRun && IsArticle(token))
        {
            return -1;
        }
        // 'seven p m' ends a time; 'p a m' goes on with letters.
        if (inRun && _result.Atoms[^1].Kind != AtomKind.Letter && LetterOf(token) is 'a' or 'p' && token + 1 < _turnEnd
            && _stream.Text(token + 1) is "m" && !(token + 2 < _turnEnd && _tokens[token + 2].Is(WordClass.Letter) && !IsArticle(token + 2)))
        {
            return -1;
        }
        char letter = char.ToUpperInvariant(LetterOf(token));
        return Push(token, EndOfSpelling(token, letter), letter, 1, AtomKind.Letter, false);
    }

    // 'b as in boy', 'b for bravo', 'b like boy'.
    private readonly int EndOfSpelling(int token, char letter)
    {
        int next = token + 1;
        if (next + 1 >= _turnEnd)
        {
            return next;
        }
        int word = _stream.Text(next) is "as" && _stream.Text(next + 1) is "in" ? next + 2
            : _stream.Text(next) is "for" or "like" ? next + 1 : -1;
        bool fits = word >= 0 && word < _turnEnd && char.ToUpperInvariant(_stream.Text(word)[0]) == letter
            && _tokens[word].End - _tokens[word].Start > 1;
        return fits ? word + 1 : next;
    }

    private int ReadNato(int token, bool inRun)
    {
        bool neighbour = inRun && _result.Atoms[^1].TokenEnd == token && !_result.Atoms[^1].IsSoft
            || token + 1 < _turnEnd && _tokens[token + 1].Is(WordClass.Nato | WordClass.Letter | WordClass.Digit) && !IsArticle(token + 1);
        return neighbour ? Push(token, token + 1, char.ToUpperInvariant((char)_tokens[token].Value), 1, AtomKind.Letter, false) : -1;
    }

    private int ReadNumber(int token, bool inRun)
    {
        var reader = new CardinalReader(_tokens, _turnEnd);
        int end = reader.Read(token, out long value, out bool scaled, out bool single);
        if (end < 0 || single && !inRun && IsLoneZeroWord(token))
        {
            return -1;
        }
        int start = _result.Chars.Count;
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out int count);
        for (int index = 0; index < count; index++)
        {
            _result.Chars.Add(digits[index]);
        }
        var kind = scaled ? AtomKind.Cardinal : single ? AtomKind.Digits : AtomKind.Tens;
        _result.Atoms.Add(new CodeAtom(token, end, start, _result.Chars.Count, kind, false));
        return end;
    }

    // 'oh' starts no number unless a number follows.
    private readonly bool IsLoneZeroWord(int token) => _tokens[token].Value == 0 && _stream.Text(token)[0] is 'o' or 'O'
        && !(token + 1 < _turnEnd && _tokens[token + 1].Is(WordClass.AnyNumberWord | WordClass.AllDigits));

    private int Push(int token, int end, char unit, int times, AtomKind kind, bool soft)
    {
        int start = _result.Chars.Count;
        for (int index = 0; index < times; index++)
        {
            _result.Chars.Add(unit);
        }
        _result.Atoms.Add(new CodeAtom(token, end, start, _result.Chars.Count, kind, soft));
        return end;
    }
}
