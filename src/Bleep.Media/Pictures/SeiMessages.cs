using System.Text;
using System.Text.RegularExpressions;

namespace Bleep.Media.Pictures;

/// <summary>
/// Tells whether the supplemental messages of an H.264 or H.265 unit serve the picture alone. Captions (CEA-608/708) and
/// anything else that someone registered or made up do not. Payload types are those of ITU-T H.274 and annex D of H.264 and H.265.
/// </summary>
internal static partial class SeiMessages
{
    private const int UserDataUnregistered = 5;
    private const int UuidBytes = 16;

    // Timing, cropping, recovery points, packing, orientation, hashes, light levels: numbers with a fixed layout.
    private static readonly HashSet<int> s_pictureTypes =
        [0, 1, 2, 3, 6, 7, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 45, 47, 128, 129, 130, 131, 132, 137, 144, 147, 148, 149, 165];

    private static readonly byte[] s_x264 = Convert.FromHexString("DC45E9BDE6D948B7962CD820D923EEEF");
    private static readonly byte[] s_x265 = Convert.FromHexString("2CA2DE09B51747DBBB55A4FE7FC2FC4E");

    /// <summary>Judges a unit's payload.</summary>
    /// <param name="escaped">The unit after its header, with emulation prevention bytes.</param>
    public static bool ServePictureOnly(ReadOnlySpan<byte> escaped)
    {
        var payload = Unescape(escaped);
        var rest = payload.AsSpan();
        // The trailing bits are one byte, 0x80.
        while (rest.Length > 1)
        {
            if (!TakeNumber(ref rest, out int type) || !TakeNumber(ref rest, out int size) || size > rest.Length)
            {
                return false;
            }
            var message = rest[..size];
            rest = rest[size..];
            if (!s_pictureTypes.Contains(type) && !(type == UserDataUnregistered && IsEncoderSettings(message)))
            {
                return false;
            }
        }
        return rest.IsEmpty || rest[0] == 0x80;
    }

    // x264 and x265 note their version and settings in the first picture.
    private static bool IsEncoderSettings(ReadOnlySpan<byte> message)
    {
        if (message.Length < UuidBytes || (!message.StartsWith(s_x264) && !message.StartsWith(s_x265)))
        {
            return false;
        }
        var text = Encoding.Latin1.GetString(message[UuidBytes..]);
        return X264Settings().IsMatch(text) || X265Settings().IsMatch(text);
    }

    private static byte[] Unescape(ReadOnlySpan<byte> escaped)
    {
        var plain = new List<byte>(escaped.Length);
        int zeros = 0;
        foreach (byte value in escaped)
        {
            if (zeros >= 2 && value == 3)
            {
                zeros = 0;
                continue;
            }
            zeros = value == 0 ? zeros + 1 : 0;
            plain.Add(value);
        }
        return [.. plain];
    }

    private static bool TakeNumber(ref ReadOnlySpan<byte> rest, out int number)
    {
        number = 0;
        while (!rest.IsEmpty)
        {
            byte value = rest[0];
            rest = rest[1..];
            number += value;
            if (value != 0xFF)
            {
                return true;
            }
        }
        return false;
    }

    private static bool TakeNumber(ref Span<byte> rest, out int number)
    {
        ReadOnlySpan<byte> view = rest;
        bool taken = TakeNumber(ref view, out number);
        rest = rest[(rest.Length - view.Length)..];
        return taken;
    }

    [GeneratedRegex(
        @"\Ax264 - core \d{1,4}( r\d{1,6}M?)?( [0-9a-f]{7,12}M?)? - H\.264/MPEG-4 AVC codec - Copy(left|right) 2003-\d{4}"
        + @" - http://www\.videolan\.org/x264\.html - options:( [a-z0-9_-]{1,24}(=[A-Za-z0-9_.,:/()+-]{0,40})?)* ?\0?\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex X264Settings();

    [GeneratedRegex(
        @"\Ax265 \(build \d{1,4}\) - [0-9A-Za-z.+_-]{1,32}:(\[[A-Za-z0-9 ._+-]{1,24}\]){1,5} [0-9bit+ ]{1,32} - H\.265/HEVC codec"
        + @" - Copyright 2013-\d{4} \(c\) Multicoreware, Inc - http://x265\.org"
        + @" - options:( [A-Za-z0-9_-]{1,32}(=[A-Za-z0-9_.,:/()+-]{0,64})?)* ?\0?\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex X265Settings();
}
