namespace Bleep.Outputs;

/// <summary>
/// Files that appear together or not at all. They are written into a hidden folder beside their target, which only the owner may
/// read, and renamed at the end; until then nothing of them is to be seen, and an end before that removes the folder. What a killed
/// process left is removed by <see cref="RemoveLeftovers"/>.
/// </summary>
public sealed class OutputTransaction : IDisposable
{
    private readonly string _target;
    private readonly StagingFolder _staging;
    private readonly List<string> _names = [];
    private bool _isOver;

    private OutputTransaction(string target, StagingFolder staging) => (_target, _staging) = (target, staging);

    /// <summary>Names of the files promised so far, in the order of their promise.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Begins to write files of a folder, which is made where it is missing.</summary>
    /// <param name="targetFolder">Folder in which the files shall appear.</param>
    /// <exception cref="IOException">The folder cannot be made or written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static OutputTransaction Begin(string targetFolder)
    {
        string target = Path.GetFullPath(targetFolder);
        Directory.CreateDirectory(target);
        return new OutputTransaction(target, StagingFolder.Create(target));
    }

    /// <summary>Removes what killed processes left in a folder of outputs; what running ones are writing stays.</summary>
    /// <param name="targetFolder">The folder; it may be missing.</param>
    /// <returns>Number of runs whose leftovers were removed.</returns>
    public static int RemoveLeftovers(string targetFolder) => StagingFolder.RemoveAbandoned(Path.GetFullPath(targetFolder));

    /// <summary>Promises a file and says where to write it.</summary>
    /// <param name="name">The file's name in the target folder.</param>
    /// <returns>Path of the temporary place.</returns>
    public string Add(string name)
    {
        _names.Add(name);
        return Path.Combine(_staging.Path, name);
    }

    /// <summary>Path a promised file will have.</summary>
    /// <param name="name">The file's name.</param>
    public string TargetOf(string name) => Path.Combine(_target, name);

    /// <summary>Takes a file back: it will not appear.</summary>
    /// <param name="name">The file's name.</param>
    public void Remove(string name)
    {
        _names.Remove(name);
        File.Delete(Path.Combine(_staging.Path, name));
    }

    /// <summary>Makes all files appear. When one cannot be put in its place, those already there are taken away again.</summary>
    /// <exception cref="IOException">A file could not be put in its place.</exception>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        var done = new List<string>();
        try
        {
            foreach (string name in _names)
            {
                File.Move(Path.Combine(_staging.Path, name), TargetOf(name), overwrite: true);
                done.Add(TargetOf(name));
            }
        }
        catch
        {
            foreach (string path in done)
            {
                File.Delete(path);
            }
            throw;
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Removes everything that has not appeared.</summary>
    public void Dispose()
    {
        if (_isOver)
        {
            return;
        }
        _isOver = true;
        _staging.Dispose();
    }
}
