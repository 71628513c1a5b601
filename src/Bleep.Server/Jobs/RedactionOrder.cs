using System.Text.Json.Serialization;

namespace Bleep.Server.Jobs;

/// <summary>What a job hides and how.</summary>
public sealed record RedactionOrder
{
    /// <summary>Wire names of the policies.</summary>
    public required IReadOnlyList<string> Policies { get; init; }

    /// <summary><c>hash</c> or <c>entity_name</c>; ignored with a <see cref="SubstitutionText"/>.</summary>
    public string Substitution { get; init; } = "hash";

    /// <summary>Text in place of each private word, in which <c>{POLICY}</c> stands for the policy's name; null for none.</summary>
    public string? SubstitutionText { get; init; }

    /// <summary>The client's own terms by label.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> StaticTerms { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The client's own regular expressions by label.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Patterns { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Terms that are never hidden.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>True keeps the unredacted words as well, sealed, for the client to read.</summary>
    public bool KeepsUnredacted { get; init; }

    /// <summary>The redacted sound to make; null for none.</summary>
    public AudioOrder? Audio { get; init; }

    /// <summary>True makes a redacted video where the recording is one.</summary>
    public bool MakesVideo { get; init; }

    /// <summary>True when redacted sound or video is to be made.</summary>
    [JsonIgnore]
    public bool MakesMedia => Audio is not null || MakesVideo;
}
