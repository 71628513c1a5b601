namespace Bleep.Speech.Models.Files;

/// <summary>One field of a protobuf message in a stream.</summary>
/// <param name="Number">Number of the field.</param>
/// <param name="Value">Its value when it is a number.</param>
/// <param name="Start">Where its content begins in the stream, when it has content.</param>
/// <param name="Length">Bytes of its content.</param>
internal readonly record struct ProtobufField(int Number, ulong Value, long Start, long Length)
{
    /// <summary>Goes over the fields of a message without reading their content.</summary>
    /// <param name="stream">The stream; its position is changed.</param>
    /// <param name="start">Where the message begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <exception cref="InvalidDataException">The bytes are no message, or it does not end where it should.</exception>
    public static IEnumerable<ProtobufField> Walk(Stream stream, long start, long end)
    {
        long position = start;
        while (position < end)
        {
            stream.Position = position;
            ulong tag = ReadNumber(stream);
            int number = (int)(tag >> 3);
            var field = (tag & 7) switch
            {
                0 => new ProtobufField(number, ReadNumber(stream), stream.Position, 0),
                1 => new ProtobufField(number, 0, stream.Position, 8),
                2 => WithContent(number, (long)Math.Min(ReadNumber(stream), long.MaxValue), stream.Position),
                5 => new ProtobufField(number, 0, stream.Position, 4),
                _ => throw new InvalidDataException("not a protobuf message"),
            };
            if (number == 0 || field.Length > end - field.Start)
            {
                throw new InvalidDataException("not a protobuf message");
            }
            position = field.Start + field.Length;
            yield return field;
        }
        if (position != end)
        {
            throw new InvalidDataException("not a protobuf message");
        }
    }

    // The length stands before the content, whose place is known only after it was read.
    private static ProtobufField WithContent(int number, long length, long start) => new(number, 0, start, length);

    private static ulong ReadNumber(Stream stream)
    {
        ulong number = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            int unit = stream.ReadByte();
            if (unit < 0)
            {
                break;
            }
            number |= (ulong)(unit & 0x7f) << shift;
            if (unit < 0x80)
            {
                return number;
            }
        }
        throw new InvalidDataException("not a protobuf message");
    }
}
