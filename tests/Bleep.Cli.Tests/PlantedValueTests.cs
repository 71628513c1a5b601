using System.Text;
using Bleep.Testing;
using Bleep.Testing.Sound;

namespace Bleep.Cli.Tests;

/// <summary>Values planted in a call stand in nothing that leaves the program, in whatever form.</summary>
public sealed class PlantedValueTests
{
    private const string Name = "zebulonia";
    private const string Surname = "quarnikova";
    private const string PhoneSpoken = "six one zero two six five one seven one four";
    private const string PhoneWritten = "610-265-1714";
    private const string CardSpoken = "four one one one one one one one one one one one one one one one";
    private const string Email = "zebulonia dot quarnikova at gmail dot com";
    private const string Term = "hyperfrobnicator";

    private static readonly PlantedValues s_planted = new(
        Name, Surname, Term, PhoneSpoken, PhoneWritten, PhoneWritten.Replace("-", "", StringComparison.Ordinal), CardSpoken,
        "4111111111111111", "4111-1111-1111-1111", "4111 1111 1111 1111", "zebulonia.quarnikova@gmail.com");

    private static readonly GivenCall s_call = new(
        ("agent", "may i have your name please"),
        ("Zebulonia Quarnikova", $"my name is {Name} {Surname}"),
        ("agent", "how do you spell your last name"),
        ("Zebulonia Quarnikova", string.Join(' ', Surname.ToCharArray())),
        ("agent", "and your phone number please"),
        ("Zebulonia Quarnikova", PhoneSpoken),
        ("agent", "and the card number"),
        ("Zebulonia Quarnikova", CardSpoken),
        ("agent", "and your email address"),
        ("Zebulonia Quarnikova", Email),
        ("agent", $"thank you {Name} your {Term} will be with you soon"));

    [Theory]
    [InlineData("hash")]
    [InlineData("entity_name")]
    public async Task Redact_leaves_no_planted_value_in_any_file_or_stream(string substitution)
    {
        using var folder = new TemporaryFolder();
        (string wav, string words) = s_call.Write(folder, "input");
        string terms = folder.Write("terms.json", $$"""{"product":["{{Term}}"]}""");

        var run = await BleepCli.RunAsync(
            "redact", wav, "--transcript", words, "--static-entities", terms, "--keyterms", $"{Term},{Surname}",
            "--sub", substitution, "--out", folder["out"], "--debug");

        Assert.Equal(0, run.ExitCode);
        AssertClean("standard output", run.Output);
        AssertClean("standard error", run.Error);
        string[] files = Directory.GetFiles(folder["out"], "*", SearchOption.AllDirectories);
        Assert.Equal(7, files.Length);
        foreach (string file in files)
        {
            AssertClean(Path.GetFileName(file), Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public async Task Detect_and_text_leave_no_planted_value_in_errors()
    {
        foreach (string[] arguments in new[] { new[] { "detect" }, ["eval", "-"], ["detect", "--keep-going", "--explain"] })
        {
            var run = await BleepCli.RunAsync($$"""{"turns":[{"words":["{{Name}}","{{Surname}}"],"start_ms":["{{Surname}}"]}]}""", arguments);
            Assert.Equal(1, run.ExitCode);
            AssertClean(arguments[0], run.Output + run.Error);
        }
    }

    private static void AssertClean(string where, string content) =>
        Assert.True(s_planted.FindIn(content) is null, $"{where} holds a planted value (form {s_planted.FindIn(content)?.Length} long)");
}
