using Bleep.Pipeline;

namespace Bleep.Cli.Output;

/// <summary>What a user reads of a stage.</summary>
internal static class StageNames
{
    public static string Of(RedactionStage stage) => stage switch
    {
        RedactionStage.Opening => "opening",
        RedactionStage.Listening => "listening",
        RedactionStage.Detecting => "detecting",
        RedactionStage.Masking => "masking",
        RedactionStage.Verifying => "verifying",
        _ => "writing",
    };
}
