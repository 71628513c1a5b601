using System.Text.Json;

namespace Bleep.Cli.Tests;

public sealed class DetectTests
{
    private static async Task<(int Code, JsonElement[] Lines, string Error)> Detect(string input, params string[] arguments)
    {
        var run = await BleepCli.RunAsync(input, ["detect", .. arguments]);
        return (run.ExitCode, [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)], run.Error);
    }

    private static (int Start, int End, string Policy)[] Spans(JsonElement line, int turn) =>
    [
        .. line.GetProperty("turns")[turn].GetProperty("spans").EnumerateArray()
            .Select(span => (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), span.GetProperty("policy").GetString()!)),
    ];

    [Fact]
    public async Task Words_give_token_ranges()
    {
        (int code, var lines, string error) = await Detect("""{"id":"a","turns":[{"speaker":"agent","words":["my","name","is","john"]}]}""");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("a", lines[0].GetProperty("id").GetString());
        Assert.Equal([(3, 4, "person_name")], Spans(lines[0], 0));
    }

    [Fact]
    public async Task Text_gives_code_point_ranges()
    {
        (_, var lines, _) = await Detect("""{"turns":[{"text":"😀😀 Call 610-265-1714!"}]}""");
        Assert.Contains((8, 20, "phone_number"), Spans(lines[0], 0));
    }

    [Fact]
    public async Task Words_and_text_in_one_dialogue_each_give_their_own_units()
    {
        (_, var lines, _) = await Detect("""{"turns":[{"text":"😀 May I have your phone number?"},{"words":["six","one","zero","two","six","five","one","seven","one","four"]}]}""");
        Assert.Empty(Spans(lines[0], 0));
        Assert.Contains((0, 10, "phone_number"), Spans(lines[0], 1));
    }

    [Fact]
    public async Task Ids_come_back_as_they_came()
    {
        (_, var lines, _) = await Detect("{\"id\":7,\"turns\":[]}\n{\"turns\":[]}\n{\"id\":\"x \\u0000\",\"turns\":[]}");
        Assert.Equal(7, lines[0].GetProperty("id").GetInt32());
        Assert.False(lines[1].TryGetProperty("id", out _));
        Assert.Equal("x \0", lines[2].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Ten_thousand_turns_in_a_line_come_back_in_order()
    {
        string turns = string.Join(',', Enumerable.Range(0, 10_000).Select(index => index % 1000 == 7 ? """{"text":"my name is John"}""" : """{"words":[]}"""));
        (int code, var lines, _) = await Detect($$"""{"id":"long","turns":[{{turns}}]}""");
        Assert.Equal(0, code);
        Assert.Equal(10_000, lines[0].GetProperty("turns").GetArrayLength());
        Assert.Contains((11, 15, "person_name"), Spans(lines[0], 9007));
    }

    [Theory]
    [InlineData("""{"text":""}""")]
    [InlineData("""{"words":[]}""")]
    [InlineData("""{"words":["",""]}""")]
    [InlineData("""{"text":"\u0000\u0000"}""")]
    [InlineData("""{"text":"שלום עולם مرحبا"}""")]
    [InlineData("""{"text":"👩‍👩‍👧‍👦🏳️‍🌈"}""")]
    [InlineData("""{"words":["two words","\t"]}""")]
    public async Task Odd_turns_are_no_error(string turn)
    {
        (int code, var lines, string error) = await Detect($$"""{"turns":[{{turn}}]}""");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(1, lines[0].GetProperty("turns").GetArrayLength());
    }

    [Fact]
    public async Task Lone_surrogate_counts_as_one_code_point()
    {
        (_, var lines, _) = await Detect("""{"turns":[{"text":"\ud800 Call 610-265-1714"}]}""");
        Assert.Contains((7, 19, "phone_number"), Spans(lines[0], 0));
    }

    [Fact]
    public async Task Bad_line_stops_with_its_number()
    {
        (int code, var lines, string error) = await Detect("{\"turns\":[]}\n\nsecretword\n{\"turns\":[]}");
        Assert.Equal(1, code);
        Assert.Single(lines);
        Assert.Contains("line 3", error);
        Assert.DoesNotContain("secretword", error);
    }

    [Fact]
    public async Task Bad_line_with_keep_going_is_left_out()
    {
        (int code, var lines, string error) = await Detect("x\n{\"turns\":[]}\n{\"turns\":[{}]}\n{\"turns\":[]}", "--keep-going");
        Assert.Equal(1, code);
        Assert.Equal(2, lines.Length);
        Assert.Contains("line 1", error);
        Assert.Contains("line 3", error);
    }

    [Fact]
    public async Task Explain_says_why_without_text()
    {
        (_, var lines, _) = await Detect("""{"turns":[{"words":["my","name","is","zebulonia"]}]}""", "--explain");
        var span = lines[0].GetProperty("turns")[0].GetProperty("spans")[0];
        Assert.NotEqual("", span.GetProperty("recognizer").GetString());
        Assert.Equal(JsonValueKind.Array, span.GetProperty("parts").ValueKind);
        Assert.DoesNotContain("zebulonia", lines[0].GetRawText());
    }

    [Fact]
    public async Task Policies_limit_what_is_found()
    {
        (_, var lines, _) = await Detect("""{"turns":[{"text":"I am John, call 610-265-1714"}]}""", "--policies", "phone_number");
        Assert.All(Spans(lines[0], 0), span => Assert.Equal("phone_number", span.Policy));
        Assert.NotEmpty(Spans(lines[0], 0));
    }

    [Fact]
    public async Task Missing_file_is_one_line_and_exit_code_1()
    {
        (int code, _, string error) = await Detect("", "/nowhere/at-all.jsonl");
        Assert.Equal((1, "bleep: /nowhere/at-all.jsonl: does not exist; check the name\n"), (code, error));
    }
}
