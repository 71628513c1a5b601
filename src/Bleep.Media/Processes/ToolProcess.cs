using System.ComponentModel;
using System.Diagnostics;

namespace Bleep.Media.Processes;

/// <summary>
/// One child process: no shell, no inherited environment beyond the needful, limited memory, bounded error text, and
/// gone with all its children when the caller cancels, when it stalls, or when this is disposed.
/// </summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private const int ErrorTailBytes = 8 * 1024;

    private static readonly string[] s_environmentKept = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot"];

    private readonly Process _process;
    private readonly Task _errorPump;
    private readonly ITimer _idleTimer;
    private readonly TimeSpan _idleTimeout;
    private volatile bool _stalled;
    private bool _disposed;

    private ToolProcess(Process process, MediaLimits limits)
    {
        _process = process;
        _idleTimeout = limits.IdleTimeout;
        _idleTimer = limits.Clock.CreateTimer(OnIdle, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _errorPump = PumpErrorsAsync();
        Input = process.StandardInput.BaseStream;
        Output = process.StandardOutput.BaseStream;
        PipeCapacity.Raise(Input);
        PipeCapacity.Raise(Output);
    }

    /// <summary>Last words of the process on its error stream.</summary>
    public BoundedTail Errors { get; } = new(ErrorTailBytes);

    private Stream Input { get; }

    private Stream Output { get; }

    /// <summary>Starts a program.</summary>
    /// <param name="tools">Where the tools are.</param>
    /// <param name="program">Full path of the program.</param>
    /// <param name="arguments">Its arguments, passed one by one.</param>
    /// <param name="limits">Memory and time it may use.</param>
    /// <param name="environment">Names of further variables that it inherits.</param>
    /// <exception cref="MediaException">It cannot be started.</exception>
    public static ToolProcess Start(
        MediaTools tools, string program, IEnumerable<string> arguments, MediaLimits limits, params IEnumerable<string> environment)
    {
        var start = new ProcessStartInfo
        {
            FileName = tools.PrlimitPath ?? program,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        if (tools.PrlimitPath is not null)
        {
            start.ArgumentList.Add($"--as={limits.ToolMemoryBytes}");
            start.ArgumentList.Add("--core=0");
            start.ArgumentList.Add("--");
            start.ArgumentList.Add(program);
        }
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        // Variables such as FFREPORT would make the tool write what it sees to a file.
        foreach (var name in start.Environment.Keys.Except(s_environmentKept.Concat(environment), StringComparer.OrdinalIgnoreCase).ToList())
        {
            start.Environment.Remove(name);
        }
        start.Environment["LC_ALL"] = "C";
        start.Environment["AV_LOG_FORCE_NOCOLOR"] = "1";
        // Otherwise glibc sets 64 MB of address space aside for every thread, and a machine of many cores meets the memory limit.
        start.Environment["MALLOC_ARENA_MAX"] = "2";

        Process? process = null;
        try
        {
            process = Process.Start(start) ?? throw new MediaException(MediaErrorKind.ToolFailed);
            return new ToolProcess(process, limits);
        }
        catch (Win32Exception error)
        {
            process?.Dispose();
            throw new MediaException(MediaErrorKind.ToolMissing, "The media tool cannot be started.", error);
        }
    }

    /// <summary>Reads from the process's standard output.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>Bytes read; zero at the end.</returns>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // A pending read of a pipe is not woken by a token, but it is by the end of the writer.
        using var _ = cancellationToken.UnsafeRegister(static process => ((ToolProcess)process!).Kill(), this);
        _idleTimer.Change(_idleTimeout, Timeout.InfiniteTimeSpan);
        int read;
        try
        {
            read = await Output.ReadAsync(buffer, CancellationToken.None);
        }
        finally
        {
            _idleTimer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfStalled();
        return read;
    }

    /// <summary>Reads the process's standard output to its end.</summary>
    /// <param name="maxBytes">Most that it may say.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <exception cref="MediaException">It says more.</exception>
    public async Task<byte[]> ReadAllAsync(int maxBytes, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await ReadAsync(buffer, cancellationToken)) > 0;)
        {
            all.Write(buffer, 0, read);
            if (all.Length > maxBytes)
            {
                throw new MediaException(MediaErrorKind.Malformed);
            }
        }
        return all.ToArray();
    }

    /// <summary>Writes to the process's standard input.</summary>
    /// <param name="buffer">What.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <exception cref="MediaException">The process stalled or ended early.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var _ = cancellationToken.UnsafeRegister(static process => ((ToolProcess)process!).Kill(), this);
        _idleTimer.Change(_idleTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            await Input.WriteAsync(buffer, CancellationToken.None);
        }
        catch (IOException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfStalled();
            throw new MediaException(MediaErrorKind.ToolFailed, "The media tool ended early.", error);
        }
        finally
        {
            _idleTimer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Tells the process that no more input comes.</summary>
    public void CloseInput()
    {
        try
        {
            Input.Dispose();
        }
        catch (IOException)
        {
            // It ended before it read everything; its exit code says so.
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var _ = cancellationToken.UnsafeRegister(static process => ((ToolProcess)process!).Kill(), this);
        _idleTimer.Change(_idleTimeout, Timeout.InfiniteTimeSpan);
        await _process.WaitForExitAsync(CancellationToken.None);
        _idleTimer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await _errorPump;
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfStalled();
        return _process.ExitCode;
    }

    /// <summary>Ends the process and its children at once; harmless when it has ended.</summary>
    public void Kill()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended in between.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await _idleTimer.DisposeAsync();
        CloseInput();
        await _errorPump;
        _process.Dispose();
    }

    private void OnIdle(object? state)
    {
        _stalled = true;
        Kill();
    }

    private void ThrowIfStalled()
    {
        if (_stalled)
        {
            throw new MediaException(MediaErrorKind.ToolTimedOut);
        }
    }

    private async Task PumpErrorsAsync()
    {
        var buffer = new byte[4096];
        var errors = _process.StandardError.BaseStream;
        try
        {
            for (int read; (read = await errors.ReadAsync(buffer, CancellationToken.None)) > 0;)
            {
                Errors.Append(buffer.AsSpan(0, read));
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The process is gone; what was read is all there is.
        }
    }
}
