using Bleep.Pii.Detection;
using Bleep.Pii.Languages;

namespace Bleep.Pii.Tests.Detection;

/// <summary>What has a form of its own is found in any language, even in one of which nothing is known.</summary>
public sealed class OtherLanguageTests
{
    private static readonly PiiDetector _bare = new(new PiiDetectorOptions { Language = "xx" }, LanguagePackLoader.Load("xx"));
    private static readonly PiiDetector _unknown = new(new PiiDetectorOptions { Language = "zz_ZZ" });

    public static TheoryData<string> Forms =>
    [
        "xq zyv {credit_card_number:4111 1111 1111 1111} wkj",
        "xq zyv {banking_information:DE89 3704 0044 0532 0130 00} wkj",
        "xq zyv {phone_number:+44 20 7946 0958} wkj",
        "xq zyv {email_address:wkj@example.com} zyv",
        "xq zyv {ip_address:192.168.1.10} wkj",
        "xq zyv {url:https://example.com/a?b=c} wkj",
        "xq zyv {url:beispiel.example.org} wkj",
        "xq zyv {date:31.12.2024} wkj",
        "xq zyv {date:2024-12-31} wkj",
        "xq zyv {time:18:45} wkj",
        "xq zyv {vehicle_id:1HGCM82633A004352} wkj",
        "xq zyv {money_amount:€1,250.50} wkj",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Detect_formInALanguageWithoutAnyData_isFound(string marked) => Expected.Parse(marked).AssertFoundBy(_bare, exactly: false);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Detect_formUnderAnUnknownLanguageCode_isFound(string marked) => Expected.Parse(marked).AssertFoundBy(_unknown, exactly: false);
}
