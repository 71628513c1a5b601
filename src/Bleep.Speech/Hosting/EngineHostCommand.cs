namespace Bleep.Speech.Hosting;

/// <summary>How an engine host is started: a program that runs the engine host on its standard streams.</summary>
/// <param name="Program">Path of the executable.</param>
/// <param name="Arguments">Its arguments, one by one; visible to other users of the machine, so nothing private belongs here.</param>
public sealed record EngineHostCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The argument that makes the <c>bleep</c> executable an engine host.</summary>
    public const string Verb = "engine-host";

    /// <summary>The running executable itself, started with <see cref="Verb"/>.</summary>
    public static EngineHostCommand Self
    {
        get
        {
            var program = Environment.ProcessPath
                ?? throw new SpeechException(SpeechErrorKind.HostFailedToStart, "the path of the running program is not known");
            // Started as 'dotnet bleep.dll' the process is the runtime's host program, which needs to be told what to run again.
            bool isRuntimeHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
            return isRuntimeHost ? new(program, [Environment.GetCommandLineArgs()[0], Verb]) : new(program, [Verb]);
        }
    }
}
