using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Bleep.Speech.Native;

namespace Bleep.Speech.Hosting;

/// <summary>
/// Starts host processes, all from one thread that lives as long as the starter: on Linux a child that asked to die with its parent
/// dies with the parent's <em>thread</em> that started it, and threads of the pool come and go.
/// </summary>
internal sealed class HostStarter : IDisposable
{
    /// <summary>
    /// A host decodes on one core, piece by piece. Left alone its memory would grow with the number of pieces: the runtime lets garbage
    /// pile up to the size of the processor's cache before it collects any, and the allocator keeps what each thread ever freed.
    /// </summary>
    private static readonly (string Name, string Value)[] LeanMemory =
    [
        ("DOTNET_gcServer", "0"),
        ("DOTNET_gcConcurrent", "0"),
        // Hexadecimal: 4 MiB.
        ("DOTNET_GCGen0MaxBudget", "400000"),
        ("MALLOC_ARENA_MAX", "1"),
        // Naming a threshold also keeps the allocator from raising it as it goes.
        ("MALLOC_MMAP_THRESHOLD_", "262144"),
        ("MALLOC_TRIM_THRESHOLD_", "1048576"),
    ];

    private readonly BlockingCollection<(ProcessStartInfo Info, TaskCompletionSource<Process> Done)> _requests = new(boundedCapacity: 1024);

    /// <summary>Makes the starter and its thread.</summary>
    public HostStarter() => new Thread(Run) { IsBackground = true, Name = "engine host starter" }.Start();

    /// <summary>Starts a process with its standard streams redirected.</summary>
    /// <exception cref="HostFailure">The program cannot be started.</exception>
    public Task<Process> StartAsync(EngineHostCommand command)
    {
        var info = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        info.Environment[HostIsolation.ParentVariable] = Environment.ProcessId.ToString();
        foreach (var (name, value) in LeanMemory)
        {
            info.Environment[name] = value;
        }
        var done = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Add((info, done));
        return done.Task;
    }

    /// <summary>Ends the thread once the requests made so far are done. Hosts that still run then die with it.</summary>
    public void Dispose() => _requests.CompleteAdding();

    private void Run()
    {
        foreach (var (info, done) in _requests.GetConsumingEnumerable())
        {
            try
            {
                done.SetResult(Process.Start(info)!);
            }
            catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or FileNotFoundException)
            {
                done.SetException(new HostFailure(SpeechErrorKind.HostFailedToStart, "the engine host cannot be started"));
            }
        }
        _requests.Dispose();
    }
}
