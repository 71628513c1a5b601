namespace Bleep.Server.AssemblyAi;

/// <summary>What stands in a transcript once its client deleted it.</summary>
internal static class DeletedTranscript
{
    /// <summary>In place of its text.</summary>
    public const string Text = "Deleted by user.";

    /// <summary>In place of its addresses.</summary>
    public const string Url = "http://deleted_by_user";
}
