namespace Bleep.Media.Encoders;

/// <summary>Takes masked samples and makes a file of them.</summary>
internal interface ISampleSink : IAsyncDisposable
{
    /// <summary>Takes whole frames in the kind the sink was made for.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> samples, CancellationToken cancellationToken);

    /// <summary>Ends the file.</summary>
    /// <exception cref="MediaException">It could not be written.</exception>
    Task CompleteAsync(CancellationToken cancellationToken);
}
