namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>Body of Bleep's own <c>POST /v2/redact-text</c>: a text, or the words of a transcript that is there already.</summary>
public sealed class RedactTextParams
{
    /// <summary>The text; lines count as turns of a dialogue.</summary>
    public string? Text { get; set; }

    /// <summary>The words of a transcript, in place of <c>text</c>.</summary>
    public List<RedactTextWord>? Words { get; set; }

    /// <summary>Language of the text; default <c>en</c>.</summary>
    public string? LanguageCode { get; set; }

    /// <summary>What is hidden; left out: the 44 documented policies.</summary>
    public List<string>? RedactPiiPolicies { get; set; }

    /// <summary><c>hash</c> or <c>entity_name</c>.</summary>
    public string? RedactPiiSub { get; set; }

    /// <summary>Text in place of each private word.</summary>
    public string? RedactPiiSubText { get; set; }

    /// <summary>The client's own terms by label.</summary>
    public Dictionary<string, List<string>>? RedactStaticEntities { get; set; }

    /// <summary>The client's regular expressions by label.</summary>
    public Dictionary<string, List<string>>? RedactPiiCustom { get; set; }

    /// <summary>Terms that are never hidden.</summary>
    public List<string>? RedactPiiAllow { get; set; }
}
