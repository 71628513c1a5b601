using System.Text.Json.Serialization;

namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>A spelling to use in place of others.</summary>
public sealed class CustomSpellingParams
{
    /// <summary>What is replaced: a list, or one alone.</summary>
    [JsonConverter(typeof(OneOrManyConverter))]
    public List<string>? From { get; set; }

    /// <summary>What stands there instead.</summary>
    public string? To { get; set; }
}
