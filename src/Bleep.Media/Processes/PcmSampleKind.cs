namespace Bleep.Media.Processes;

/// <summary>Type of the samples that travel between the processes, little-endian.</summary>
internal enum PcmSampleKind
{
    /// <summary>16-bit integers: all lossy formats, and lossless ones of up to 16 bits.</summary>
    Int16,

    /// <summary>32-bit integers: lossless formats of more than 16 bits.</summary>
    Int32,

    /// <summary>32-bit floats, full scale at one: float WAV.</summary>
    Float,
}

internal static class PcmSampleKindExtensions
{
    public static string RawFormat(this PcmSampleKind kind) => kind switch
    {
        PcmSampleKind.Int16 => "s16le",
        PcmSampleKind.Int32 => "s32le",
        _ => "f32le",
    };

    public static int Bytes(this PcmSampleKind kind) => kind == PcmSampleKind.Int16 ? 2 : 4;
}
