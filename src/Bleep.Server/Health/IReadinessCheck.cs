namespace Bleep.Server.Health;

/// <summary>Something that must work before the server can do its job.</summary>
public interface IReadinessCheck
{
    /// <summary>One word for it, shown to whoever asks.</summary>
    string Name { get; }

    /// <summary>Throws unless it works. What is thrown is never shown.</summary>
    /// <param name="cancellationToken">Ends the check, which then counts as failed.</param>
    Task CheckAsync(CancellationToken cancellationToken);
}
