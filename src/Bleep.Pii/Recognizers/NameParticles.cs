using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers;

/// <summary>Small words inside names: 'de la', 'van der', 'bin', 'mac'.</summary>
internal static class NameParticles
{
    /// <summary>True for a particle of the document's language.</summary>
    public static bool IsAt(TokenStream stream, int token) => stream.Has(token, WordSet.NameParticle);
}
