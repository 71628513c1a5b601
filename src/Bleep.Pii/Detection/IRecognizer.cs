namespace Bleep.Pii.Detection;

/// <summary>
/// Finds the candidates of one family of policies. Implementations hold no state of a document, are safe to share between
/// threads, and take time linear in the number of tokens.
/// </summary>
internal interface IRecognizer
{
    /// <summary>Short name for audits and explanations.</summary>
    string Name { get; }

    /// <summary>Looks through the document and adds what it finds to <see cref="DetectionContext.Candidates"/>.</summary>
    void Find(DetectionContext context);
}
