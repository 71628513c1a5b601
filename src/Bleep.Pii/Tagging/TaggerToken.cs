namespace Bleep.Pii.Tagging;

/// <summary>What the features of the sequence model see of one token.</summary>
/// <param name="Index">Index of the token in the stream; -1 beyond the ends of its turn.</param>
/// <param name="Word">Hash of the word in lower case, digits as one; a constant beyond the ends of the turn.</param>
/// <param name="Kind">Hash of all that the language pack says of the word.</param>
/// <param name="Coarse">The word's most telling class.</param>
/// <param name="Shape">Case and punctuation as bits.</param>
/// <param name="IsRare">True for words that no list of ordinary words holds: their parts matter too.</param>
internal readonly record struct TaggerToken(int Index, uint Word, uint Kind, uint Coarse, uint Shape, bool IsRare);
