using Bleep.Pii.Detection;
using Bleep.Pii.Tests.Detection;

namespace Bleep.Pii.Tests.Recognizers;

public sealed class WrittenFormTests
{
    private static readonly PiiDetector _detector = new(new PiiDetectorOptions());

    [Theory]
    [InlineData("Call (610) 265-1714 today.", "phone_number", "610) 265-1714")]
    [InlineData("Ring +44 20 7946 0958 please.", "phone_number", "44 20 7946 0958")]
    [InlineData("Card 4111 1111 1111 1111, thanks.", "credit_card_number", "4111 1111 1111 1111")]
    [InlineData("SSN 123-45-6789.", "us_social_security_number", "123-45-6789")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00 is mine.", "banking_information", "DE89 3704 0044 0532 0130 00")]
    [InlineData("Write to John.Lowery@example.com.", "email_address", "John.Lowery@example.com")]
    [InlineData("See https://example.com/a?b=c now", "url", "https://example.com/a?b=c")]
    [InlineData("The server 192.168.1.10 is down.", "ip_address", "192.168.1.10")]
    [InlineData("Ping 2001:db8::1 first.", "ip_address", "2001:db8::1")]
    [InlineData("It cost $1,250.50 in all.", "money_amount", "1,250.50")]
    [InlineData("Born 03/07/1961.", "date_of_birth", "03/07/1961")]
    [InlineData("We meet at 3:30 pm.", "time", "3:30 pm")]
    [InlineData("The VIN is 1HGCM82633A004352.", "vehicle_id", "1HGCM82633A004352")]
    [InlineData("Open report_final.pdf please", "filename", "report_final.pdf")]
    [InlineData("Your appointment is on March 1st.Is that right?", "date", "March 1st")]
    public void Detect_writtenForm_findsItUnderItsPolicy(string text, string policy, string value) =>
        Expected.Parse(text.Replace(value, $"{{{policy}:{value}}}", StringComparison.Ordinal)).AssertFoundBy(_detector);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0\0\0")]
    [InlineData("👩‍👩‍👧 שלום مرحبا 你好")]
    [InlineData("((((((((((((((((((((")]
    [InlineData("@@@@ .... ,,,, //// ::::")]
    [InlineData("\ud800 lone \udc00 surrogates")]
    public void Detect_oddInput_doesNotFail(string text) => _detector.DetectText([new TextTurn(text)], TestContext.Current.CancellationToken);
}
