using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>A password. Form: <c>full</c>.</summary>
internal sealed class PasswordValue : SlotValue
{
    private readonly WordListItem _word;
    private readonly WordListItem _second;
    private readonly string _tail;
    private readonly bool _capital;
    private readonly int _manner;

    /// <summary>Chooses a password.</summary>
    /// <param name="cast">The call.</param>
    public PasswordValue(CallCast cast)
    {
        var random = cast.Random;
        (_word, _second) = (cast.Pick("login-words"), cast.Pick("login-words"));
        _tail = random.Digits(random.Next(2, 4)) + random.Pick(["", "", "!", "#", "$", "*", "@"]);
        (_capital, _manner) = (random.Chance(0.5), random.Next(0, 4));
    }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        if (form != "full")
        {
            throw UnknownForm(form);
        }
        var speech = new CodeSpeech(random);
        string word = _word.Spoken.Replace(" ", "").Replace("'", "");
        string typed = _capital ? char.ToUpperInvariant(word[0]) + word[1..] : word;
        string capital = _capital ? random.Pick(["capital ", "uppercase ", ""]) : "";
        string second = _second.Spoken.Replace(" ", "").Replace("'", "");
        var (written, spoken) = _manner switch
        {
            0 => ($"{typed}{_tail}", $"{capital}{_word.Spoken} {speech.ReadGroup(_tail)}"),
            1 => ($"{typed}{second}{_tail}", $"{capital}{_word.Spoken} {_second.Spoken} {speech.ReadGroup(_tail)}"),
            2 => ($"{typed}", $"{_word.Spoken}"),
            3 => ($"{typed} {second}", $"{_word.Spoken} {_second.Spoken}"),
            _ => ($"{typed}{_tail}", $"{capital}{LetterSpeech.Spell(word, random).Spoken} {speech.ReadGroup(_tail)}"),
        };
        return new Rendering(written, spoken, "password");
    }
}
