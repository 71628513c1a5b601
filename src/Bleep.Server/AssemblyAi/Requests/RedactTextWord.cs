namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>A word of a transcript that is to be redacted.</summary>
public sealed class RedactTextWord
{
    /// <summary>The word.</summary>
    public string? Text { get; set; }

    /// <summary>When it begins, in milliseconds.</summary>
    public long? Start { get; set; }

    /// <summary>When it ends, in milliseconds.</summary>
    public long? End { get; set; }

    /// <summary>0 to 1; left out: 1.</summary>
    public double? Confidence { get; set; }

    /// <summary>Who speaks.</summary>
    public string? Speaker { get; set; }
}
