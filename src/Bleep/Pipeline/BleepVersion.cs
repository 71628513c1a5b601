using System.Reflection;

namespace Bleep.Pipeline;

/// <summary>The version of this build.</summary>
public static class BleepVersion
{
    /// <summary>For example <c>0.1.0</c>.</summary>
    public static string Current { get; } =
        typeof(BleepVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
