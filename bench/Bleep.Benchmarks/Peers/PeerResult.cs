namespace Bleep.Benchmarks.Peers;

/// <summary>What one tool did, as <c>bench/peers/measure.mjs</c> writes it.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="Seconds">Processor seconds of one pass, by the name of the text.</param>
/// <param name="Spans">Per document and turn of the gold set the ranges of UTF-16 units that it found, each as start and end.</param>
internal sealed record PeerResult(string Tool, IReadOnlyDictionary<string, double> Seconds, int[][][][] Spans);
