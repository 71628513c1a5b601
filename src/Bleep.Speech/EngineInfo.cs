namespace Bleep.Speech;

/// <summary>Describes an engine with the model it runs.</summary>
/// <param name="Name">The engine's name as given to <c>--engine</c>, for example <c>pocketsphinx</c>.</param>
/// <param name="Model">The model's name as given to <c>--model</c>, for example <c>en-us</c>.</param>
public sealed record EngineInfo(string Name, string Model)
{
    /// <summary>Primary language codes it understands (<c>en</c>), in lower case.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>True when its accuracy is fit for trials and tests, not for production.</summary>
    public bool IsDemoGrade { get; init; }

    /// <summary>Roughly how much memory one engine host needs for it, in bytes; 0 where it is of no account.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>What it gives and honours.</summary>
    public EngineCapabilities Capabilities { get; init; }

    /// <summary>True when the engine has this capability.</summary>
    /// <param name="capability">One or several flags; all must be there.</param>
    public bool Can(EngineCapabilities capability) => (Capabilities & capability) == capability;

    /// <summary>True when the engine understands the language; region and script of the code are ignored.</summary>
    /// <param name="language">A code such as <c>en</c>, <c>en-US</c> or <c>en_us</c>.</param>
    public bool Understands(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        int end = language.AsSpan().IndexOfAny('-', '_');
        var primary = end < 0 ? language : language[..end];
        return Languages.Contains(primary, StringComparer.OrdinalIgnoreCase);
    }
}
