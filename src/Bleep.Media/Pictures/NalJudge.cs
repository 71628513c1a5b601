namespace Bleep.Media.Pictures;

/// <summary>Judges the units of H.264 or H.265 that are no picture: only harmless supplemental messages may be among them.</summary>
internal sealed class NalJudge : IPictureJudge
{
    private const int KeptBytes = 64 * 1024;

    private readonly StartCodeSplitter _splitter;
    private readonly bool _isHevc;

    public NalJudge(bool isHevc)
    {
        _isHevc = isHevc;
        _splitter = new StartCodeSplitter(KeptBytes, OnUnit);
    }

    public bool FoundHidden { get; private set; }

    public void Feed(ReadOnlySpan<byte> bytes) => _splitter.Feed(bytes);

    public void End() => _splitter.End();

    private void OnUnit(ReadOnlySpan<byte> unit, bool isCut)
    {
        int headerBytes = _isHevc ? 2 : 1;
        int type = _isHevc ? (unit[0] >> 1) & 0x3F : unit[0] & 0x1F;
        bool isSei = _isHevc ? type is 39 or 40 : type == 6;
        if (isCut || !isSei || unit.Length < headerBytes || !SeiMessages.ServePictureOnly(unit[headerBytes..]))
        {
            FoundHidden = true;
        }
    }
}
