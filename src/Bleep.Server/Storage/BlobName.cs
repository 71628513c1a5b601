namespace Bleep.Server.Storage;

/// <summary>Names an object. The id is made here and never taken from a client, so a name is always a safe path.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
public readonly record struct BlobName(BlobKind Kind, Guid Id)
{
    /// <summary>Folder or prefix of a kind, in lower case.</summary>
    /// <param name="kind">The kind.</param>
    public static string FolderOf(BlobKind kind) => kind switch
    {
        BlobKind.Upload => "uploads",
        BlobKind.Result => "results",
        BlobKind.Audio => "audio",
        BlobKind.Video => "video",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The whole name with slashes, for example <c>uploads/0f8f…</c>; also what sealed content is bound to.</summary>
    public override string ToString() => $"{FolderOf(Kind)}/{Id:N}";
}
