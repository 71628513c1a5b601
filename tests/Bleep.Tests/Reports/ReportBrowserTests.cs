using Bleep.Media;
using Bleep.Pii.Detection;
using Bleep.Pipeline;
using Bleep.Testing;
using Bleep.Testing.Sound;
using Microsoft.Playwright;

namespace Bleep.Tests.Reports;

/// <summary>Opens reports in a real browser.</summary>
/// <param name="fixture">The browser.</param>
public sealed class ReportBrowserTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>, IDisposable
{
    private static readonly GivenCall s_call = GivenCall.Usual;

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];

    public void Dispose() => _folder.Dispose();

    private async Task<IPage> OpenReportAsync(GivenCall call, RedactionSettings? settings = null, ColorScheme scheme = ColorScheme.Light)
    {
        (string wav, _) = call.Write(_folder);
        var pipeline = new RedactionPipeline(
            MediaTools.Locate(), new PersonalDataFinder(new PiiDetectorOptions()), recognizer: null, settings ?? new RedactionSettings());
        await pipeline.RunAsync(
            new RedactionRequest(wav, _folder["out"], "call & co") { Transcript = call.Transcript }, null, TestContext.Current.CancellationToken);
        var page = await fixture.Browser.NewPageAsync(new BrowserNewPageOptions { ColorScheme = scheme });
        page.Console += (_, message) => _complaints.Add(message.Text);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += (_, dialog) => _complaints.Add(dialog.Message);
        page.Request += (_, request) => _requests.Add(request.Url);
        await page.GotoAsync(new Uri(_folder["out/call & co.report.html"]).AbsoluteUri);
        return page;
    }

    [Fact]
    public async Task Report_opens_without_a_request_a_complaint_or_a_private_word()
    {
        var page = await OpenReportAsync(new GivenCall(
            ("agent", "may i have your name"),
            ("caller", "my name is john <script>alert(1)</script> lowery"),
            ("agent", "&amp; your phone number </p><img src=x onerror=alert(2)>"),
            ("caller", "six one zero two six five one seven one four")));

        Assert.Empty(_complaints);
        Assert.All(_requests.Skip(1), url => Assert.StartsWith("data:", url));
        string text = await page.InnerTextAsync("body");
        Assert.Contains("call & co", text);
        Assert.DoesNotContain("lowery", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_folder.Path, await page.ContentAsync());
        // Markup in the words is words.
        Assert.Equal(0, await page.Locator("section script, section img").CountAsync());
    }

    [Fact]
    public async Task Report_sound_plays_from_inside_and_follows_clicks()
    {
        var page = await OpenReportAsync(s_call);
        await page.WaitForFunctionAsync("() => document.querySelector('audio').readyState >= 1");
        double seconds = await page.EvaluateAsync<double>("() => document.querySelector('audio').duration");
        Assert.Equal(s_call.LengthMs / 1000.0, seconds, 0.3);

        await page.Locator("mark").Last.ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('audio').currentTime > 5");
        double head = await page.EvaluateAsync<double>("() => Number(document.querySelector('.head').getAttribute('x1'))");
        Assert.True(head > 300);
    }

    [Fact]
    public async Task Report_redaction_tells_policy_and_score_on_hover()
    {
        var page = await OpenReportAsync(s_call);
        await page.Locator("mark").Last.HoverAsync();
        await page.WaitForSelectorAsync("#tip.on");
        string tip = await page.InnerTextAsync("#tip");
        Assert.Contains("phone number", tip);
        Assert.Matches(@"score [01]\.\d\d", tip);
    }

    [Fact]
    public async Task Report_legend_picks_one_policy_out()
    {
        var page = await OpenReportAsync(s_call);
        await page.Locator(".legend button", new PageLocatorOptions { HasTextString = "phone number" }).ClickAsync();
        Assert.Equal("dim", await page.GetAttributeAsync("body", "class"));
        Assert.Equal("true", await page.Locator(".legend button[aria-pressed=true]").First.GetAttributeAsync("aria-pressed"));
        Assert.True(await page.Locator("rect.cap.on").CountAsync() >= 1);
    }

    [Fact]
    public async Task Report_has_a_dark_face_too()
    {
        var page = await OpenReportAsync(s_call, scheme: ColorScheme.Dark);
        string color = await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        Assert.Equal("rgb(19, 20, 24)", color);
    }

    [Fact]
    public async Task Report_without_media_and_without_findings_says_so()
    {
        var page = await OpenReportAsync(new GivenCall(("a", "hello")), new RedactionSettings { Masking = null });
        string text = await page.InnerTextAsync("body");
        Assert.Contains("No media was written.", text);
        Assert.Contains("Nothing of the policies asked for was found.", text);
        Assert.Empty(_complaints);
    }
}
