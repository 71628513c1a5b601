using Bleep.Subtitles;
using Bleep.Transcripts;

namespace Bleep.Tests.Subtitles;

public sealed class SubtitleWriterTests
{
    private static readonly Caption[] s_captions =
    [
        new(TimeRange.FromMilliseconds(0, 1500.4), ["Tom & <Jerry>", "--> here"]),
        new(TimeRange.FromMilliseconds(3_723_004, 3_724_999.6), ["[PERSON_NAME]!"]),
    ];

    [Fact]
    public void Write_srt_numbers_captions_and_has_no_arrow_in_text() => Assert.Equal(
        "1\n00:00:00,000 --> 00:00:01,500\nTom & <Jerry>\n-> here\n\n2\n01:02:03,004 --> 01:02:05,000\n[PERSON_NAME]!\n\n",
        SubtitleWriter.Write(s_captions, SubtitleFormat.Srt));

    [Fact]
    public void Write_vtt_has_its_header_and_escapes() => Assert.Equal(
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nTom &amp; &lt;Jerry&gt;\n--&gt; here\n\n01:02:03.004 --> 01:02:05.000\n[PERSON_NAME]!\n\n",
        SubtitleWriter.Write(s_captions, SubtitleFormat.Vtt));

    [Fact]
    public void Write_nothing_is_a_valid_empty_file()
    {
        Assert.Equal("", SubtitleWriter.Write([], SubtitleFormat.Srt));
        Assert.Equal("WEBVTT\n\n", SubtitleWriter.Write([], SubtitleFormat.Vtt));
    }
}
