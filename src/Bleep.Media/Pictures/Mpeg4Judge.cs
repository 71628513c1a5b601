using System.Text;
using System.Text.RegularExpressions;

namespace Bleep.Media.Pictures;

/// <summary>Judges MPEG-4 part 2, whose user data may hold anything; encoders put their own name there.</summary>
internal sealed partial class Mpeg4Judge : IPictureJudge
{
    private const byte UserData = 0xB2;
    private const int KeptBytes = 256;

    private readonly StartCodeSplitter _splitter;

    public Mpeg4Judge() => _splitter = new StartCodeSplitter(KeptBytes, OnUnit);

    public bool FoundHidden { get; private set; }

    public void Feed(ReadOnlySpan<byte> bytes) => _splitter.Feed(bytes);

    public void End() => _splitter.End();

    private void OnUnit(ReadOnlySpan<byte> unit, bool isCut) =>
        FoundHidden |= unit[0] == UserData && (isCut || !EncoderName().IsMatch(Encoding.Latin1.GetString(unit[1..])));

    [GeneratedRegex(@"\A(Lavc[0-9.]{0,16}|FFmpeg[0-9.a-zA-Z]{0,24}|XviD[0-9]{0,8}C?|DivX[0-9]{1,5}(b|Build)[0-9]{1,6}p?)\0?\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex EncoderName();
}
