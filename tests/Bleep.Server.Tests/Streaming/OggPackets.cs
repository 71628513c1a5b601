namespace Bleep.Server.Tests.Streaming;

/// <summary>Takes the packets out of an Ogg file.</summary>
internal static class OggPackets
{
    public static List<byte[]> Of(byte[] file)
    {
        var packets = new List<byte[]>();
        var open = new List<byte>();
        for (int page = 0; page < file.Length;)
        {
            int segments = file[page + 26];
            int position = page + 27 + segments;
            for (int segment = 0; segment < segments; segment++)
            {
                int length = file[page + 27 + segment];
                open.AddRange(file.AsSpan(position, length));
                position += length;
                if (length < 255)
                {
                    packets.Add([.. open]);
                    open.Clear();
                }
            }
            page = position;
        }
        return packets;
    }
}
