using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bleep.Dialogues;

/// <summary>
/// Makes JSON bytes readable that hold half a surrogate pair, as an escape (<c>\ud83d</c> alone) or as raw bytes, or that are not
/// UTF-8 at all: each lone surrogate and each malformed sequence becomes one U+FFFD.
/// </summary>
internal static class LoneSurrogates
{
    private static ReadOnlySpan<byte> Escape => "\\uFFFD"u8;

    private static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    /// <summary>The bytes with every lone surrogate replaced; the same memory when there is none.</summary>
    /// <param name="json">One JSON text.</param>
    public static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> json)
    {
        var mended = System.Text.Unicode.Utf8.IsValid(json.Span) ? json : ReplaceMalformed(json.Span);
        return mended.Span.IndexOf("\\u"u8) < 0 ? mended : ReplaceEscapes(mended);
    }

    private static byte[] ReplaceMalformed(ReadOnlySpan<byte> bytes)
    {
        var output = new ArrayBufferWriter<byte>(bytes.Length + 16);
        while (!bytes.IsEmpty)
        {
            bool isRawSurrogate = bytes.Length >= 3 && bytes[0] == 0xED && bytes[1] is >= 0xA0 and <= 0xBF && bytes[2] is >= 0x80 and <= 0xBF;
            if (isRawSurrogate)
            {
                output.Write(Replacement);
                bytes = bytes[3..];
                continue;
            }
            bool isValid = Rune.DecodeFromUtf8(bytes, out _, out int consumed) == OperationStatus.Done;
            output.Write(isValid ? bytes[..consumed] : Replacement);
            bytes = bytes[consumed..];
        }
        return output.WrittenSpan.ToArray();
    }

    private static ReadOnlyMemory<byte> ReplaceEscapes(ReadOnlyMemory<byte> json)
    {
        var bytes = json.Span;
        byte[]? mended = null;
        for (int index = bytes.IndexOf((byte)'\\'); index >= 0 && index + 1 < bytes.Length;)
        {
            int next = index + 2;
            if (bytes[index + 1] == 'u' && TryReadUnit(bytes, index, out char unit))
            {
                next = index + 6;
                if (char.IsHighSurrogate(unit) && TryReadUnit(bytes, next, out char low) && char.IsLowSurrogate(low))
                {
                    next += 6;
                }
                else if (char.IsSurrogate(unit))
                {
                    mended ??= json.ToArray();
                    Escape.CopyTo(mended.AsSpan(index));
                }
            }
            if (next >= bytes.Length)
            {
                break;
            }
            int offset = bytes[next..].IndexOf((byte)'\\');
            index = offset < 0 ? -1 : next + offset;
        }
        return mended ?? json;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> bytes, int index, out char unit)
    {
        unit = default;
        if (index + 6 > bytes.Length || bytes[index] != '\\' || bytes[index + 1] != 'u')
        {
            return false;
        }
        bool isHex = ushort.TryParse(bytes.Slice(index + 2, 4), NumberStyles.AllowHexSpecifier, null, out ushort value);
        unit = (char)value;
        return isHex;
    }
}
