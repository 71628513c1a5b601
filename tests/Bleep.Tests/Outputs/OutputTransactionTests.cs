using Bleep.Outputs;
using Bleep.Testing;

namespace Bleep.Tests.Outputs;

public sealed class OutputTransactionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Commit_makes_all_files_appear_and_nothing_else()
    {
        using var outputs = OutputTransaction.Begin(_folder["a/b"]);
        File.WriteAllText(outputs.Add("one"), "1");
        File.WriteAllText(outputs.Add("two"), "2");
        Assert.False(File.Exists(outputs.TargetOf("one")));
        outputs.Commit();
        Assert.Equal(["a", "a/b", "a/b/one", "a/b/two"], _folder.Entries);
    }

    [Fact]
    public void Dispose_without_commit_leaves_nothing()
    {
        using (var outputs = OutputTransaction.Begin(_folder.Path))
        {
            File.WriteAllText(outputs.Add("one"), "1");
        }
        Assert.Empty(_folder.Entries);
    }

    [Fact]
    public void Commit_that_fails_half_way_takes_back_what_appeared()
    {
        Directory.CreateDirectory(_folder["two"]);
        using var outputs = OutputTransaction.Begin(_folder.Path);
        File.WriteAllText(outputs.Add("one"), "1");
        File.WriteAllText(outputs.Add("two"), "2");
        Assert.ThrowsAny<Exception>(outputs.Commit);
        Assert.Equal(["two"], _folder.Entries);
    }

    [Fact]
    public void Remove_keeps_a_file_back()
    {
        using var outputs = OutputTransaction.Begin(_folder.Path);
        File.WriteAllText(outputs.Add("one"), "1");
        File.WriteAllText(outputs.Add("two"), "2");
        outputs.Remove("one");
        outputs.Commit();
        Assert.Equal(["two"], _folder.Entries);
    }

    [Fact]
    public void Begin_staging_is_for_the_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        using var outputs = OutputTransaction.Begin(_folder.Path);
        string staging = Path.GetDirectoryName(outputs.Add("x"))!;
#pragma warning disable CA1416 // Skipped on Windows above.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(staging));
#pragma warning restore CA1416
    }

    [Fact]
    public void RemoveLeftovers_leaves_running_transactions_and_foreign_files_alone()
    {
        using var running = OutputTransaction.Begin(_folder.Path);
        File.WriteAllText(running.Add("one"), "1");
        _folder.Write(".bleep-notes.lock", "somebody's own");
        Directory.CreateDirectory(_folder[".bleep-notes"]);
        var before = _folder.Entries;
        Assert.Equal(0, OutputTransaction.RemoveLeftovers(_folder.Path));
        Assert.Equal(before, _folder.Entries);
        running.Commit();
        Assert.Equal([".bleep-notes", ".bleep-notes.lock", "one"], _folder.Entries);
    }

    [Fact]
    public void RemoveLeftovers_removes_what_nobody_holds()
    {
        string left = $".bleep-{Guid.NewGuid():N}";
        _folder.Write($"{left}/call.redacted.txt", "half");
        _folder.Write($"{left}.lock", "");
        _folder.Write("call.redacted.txt", "whole");
        Assert.Equal(1, OutputTransaction.RemoveLeftovers(_folder.Path));
        Assert.Equal(["call.redacted.txt"], _folder.Entries);
        Assert.Equal(0, OutputTransaction.RemoveLeftovers(_folder["nowhere"]));
    }
}
