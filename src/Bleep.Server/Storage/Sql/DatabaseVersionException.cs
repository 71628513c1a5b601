namespace Bleep.Server.Storage.Sql;

/// <summary>The tables were made by a newer build, which this one must not write to.</summary>
/// <param name="found">Version of the tables.</param>
/// <param name="known">Newest version that this build knows.</param>
public sealed class DatabaseVersionException(int found, int known)
    : Exception($"the database is of version {found}, newer than the {known} that this build knows; run the newer build");
