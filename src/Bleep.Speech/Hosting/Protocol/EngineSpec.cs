namespace Bleep.Speech.Hosting.Protocol;

/// <summary>Which engine a host loads, with what model. Hosts with equal specs stand in for each other.</summary>
/// <param name="Engine">Kind of engine, a key of <see cref="HostedEngines"/>.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Files">Paths of the model's files by their role in the engine.</param>
internal sealed record EngineSpec(string Engine, string Model, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Text that is equal for equal specs.</summary>
    public string Key => string.Join(
        '\n', Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key}={file.Value}").Prepend($"{Engine}/{Model}"));
}
