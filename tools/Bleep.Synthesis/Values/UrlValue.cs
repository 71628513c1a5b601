using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Values;

/// <summary>A web address. Form: <c>full</c>.</summary>
internal sealed class UrlValue : SlotValue
{
    private readonly WordListItem _host;
    private readonly WordListItem? _path;
    private readonly int _prefix;

    /// <summary>Chooses an address.</summary>
    /// <param name="cast">The call.</param>
    public UrlValue(CallCast cast)
    {
        _host = DomainNames.Choose(cast);
        _path = cast.Random.Chance(0.4) ? cast.Pick("domain-words") : null;
        _prefix = cast.Random.Next(0, 5);
    }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        if (form != "full")
        {
            throw UnknownForm(form);
        }
        var (left, right) = _prefix switch
        {
            0 or 1 => ("www.", random.Chance(0.25) ? "triple W dot " : "W W W dot "),
            2 => ("https://", random.Chance(0.5) ? "H T T P S colon slash slash " : "H T T P S "),
            _ => ("", ""),
        };
        string path = _path is null ? "" : "/" + string.Concat(_path.Spoken.Where(char.IsAsciiLetterOrDigit));
        string said = _path is null ? "" : $"{(random.Chance(0.2) ? " forward" : "")} slash {_path.Spoken}";
        return new Rendering(left + _host.Written + path, right + _host.Spoken + said, "url");
    }
}
