using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bleep.Pii.Tagging;

/// <summary>
/// Trained weights: a table of rows of eight bytes, one signed byte a label and a check byte, found by the hash of a feature.
/// Immutable and shared by all threads.
/// </summary>
internal sealed class TaggerModel
{
    private const uint Magic = 0x31475442;
    private const int LinkCount = TaggerLabels.Count * TaggerLabels.Lanes;
    private const int HeaderBytes = 8 + 4 * (1 + LinkCount + 4);
    private const ulong WeightMask = (1UL << 56) - 1;

    private readonly ulong[] _rows;
    private readonly uint _bucketMask;
    private readonly float _step;
    private readonly float[] _links;

    /// <summary>Makes a model.</summary>
    /// <param name="rows">The table, made by <see cref="Row"/>; its length is a power of two of at least 2.</param>
    /// <param name="step">What one step of a stored weight is worth.</param>
    /// <param name="links">Scores of label after label, <c>[before * Lanes + label]</c>.</param>
    /// <param name="calibration">How written text and recogniser text turn a raw probability into one that can be believed.</param>
    public TaggerModel(ulong[] rows, float step, float[] links, (Calibration Written, Calibration Spoken) calibration)
    {
        _rows = rows;
        _bucketMask = (uint)(rows.Length / 2 - 1);
        _step = step;
        _links = links;
        Links = new ChainLinks(links);
        Calibration = calibration;
    }

    /// <summary>Factors between labels.</summary>
    public ChainLinks Links { get; }

    /// <summary>Belief by style.</summary>
    public (Calibration Written, Calibration Spoken) Calibration { get; }

    /// <summary>The same weights with another calibration.</summary>
    public TaggerModel With((Calibration Written, Calibration Spoken) calibration) => new(_rows, _step, _links, calibration);

    /// <summary>The two rows in which a feature may stand.</summary>
    public static int BucketOf(uint feature, int rowCount) => (int)(feature & (uint)(rowCount / 2 - 1)) * 2;

    /// <summary>The check byte of a feature; never 0, which marks an empty row.</summary>
    public static byte CheckOf(uint feature) => (byte)(feature >> 24 | (feature < 1 << 24 ? 1u : 0));

    /// <summary>Makes a row of the table.</summary>
    /// <param name="feature">The hash of the feature.</param>
    /// <param name="weights">A weight a label, in steps.</param>
    public static ulong Row(uint feature, ReadOnlySpan<sbyte> weights)
    {
        ulong row = (ulong)CheckOf(feature) << 56;
        for (int label = 0; label < TaggerLabels.Count; label++)
        {
            row |= (ulong)(byte)weights[label] << (8 * label);
        }
        return row;
    }

    /// <summary>Scores of the labels of a token with these features.</summary>
    public Vector256<float> Score(ReadOnlySpan<uint> features)
    {
        var sum = Vector128<short>.Zero;
        var rows = _rows;
        foreach (uint feature in features)
        {
            uint bucket = (feature & _bucketMask) * 2;
            ulong first = rows[bucket], second = rows[bucket + 1];
            uint check = CheckOf(feature);
            ulong row = (first >> 56) == check ? first : (second >> 56) == check ? second : 0;
            sum += Vector128.WidenLower(Vector128.CreateScalar(row & WeightMask).AsSByte());
        }
        var (lower, upper) = Vector128.Widen(sum);
        return Vector256.ConvertToSingle(Vector256.Create(lower, upper)) * _step;
    }

    /// <summary>Reads a model from a stream.</summary>
    /// <exception cref="InvalidDataException">The data are of another format.</exception>
    public static TaggerModel Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        stream.ReadExactly(header);
        uint rowCount = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic || !uint.IsPow2(rowCount) || rowCount is < 2 or > 1 << 20)
        {
            throw new InvalidDataException("The weights of the tagger are of another format.");
        }
        var floats = new float[1 + LinkCount + 4];
        for (int index = 0; index < floats.Length; index++)
        {
            floats[index] = BinaryPrimitives.ReadSingleLittleEndian(header[(8 + 4 * index)..]);
        }
        var rows = new ulong[rowCount];
        stream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(rows, rows);
        }
        return new TaggerModel(rows, floats[0], floats[1..(1 + LinkCount)], (new Calibration(floats[^4], floats[^3]), new Calibration(floats[^2], floats[^1])));
    }

    /// <summary>Writes the model so that <see cref="Read"/> reads it.</summary>
    public void Write(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)_rows.Length);
        float[] floats = [_step, .. _links, Calibration.Written.Slope, Calibration.Written.Offset, Calibration.Spoken.Slope, Calibration.Spoken.Offset];
        for (int index = 0; index < floats.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(header[(8 + 4 * index)..], floats[index]);
        }
        stream.Write(header);
        Span<byte> bytes = stackalloc byte[8];
        foreach (ulong row in _rows)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, row);
            stream.Write(bytes);
        }
    }
}
