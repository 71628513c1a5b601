namespace Bleep.Pii.Recognizers.Answers;

/// <summary>What kind of phrase an answer is read for.</summary>
internal enum NamePhrase
{
    Organization,
    Place,
    Any,
}
