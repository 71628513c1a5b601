using Bleep.Server.Storage;
using Bleep.Testing;

namespace Bleep.Server.Tests.Storage;

public sealed class DataFolderTests
{
    [Fact]
    public void RemovePartialSecrets_leaves_whole_files_alone()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in (string[])["first-key", "tls-self-signed.key", "bleep.db", "first-key.txt"])
        {
            folder.Write(name, "whole");
        }
        folder.Write($"first-key.{Guid.NewGuid():N}", "half");
        folder.Write($"tls-self-signed.key.{Guid.NewGuid():N}", "half");

        new DataFolder(folder.Path).RemovePartialSecrets();

        Assert.Equal(["bleep.db", "first-key", "first-key.txt", "tls-self-signed.key"], folder.Entries);
    }
}
