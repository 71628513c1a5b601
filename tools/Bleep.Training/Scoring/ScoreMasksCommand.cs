using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Bleep.Synthesis.Scoring;
using Bleep.Synthesis.Truth;

namespace Bleep.Training.Scoring;

/// <summary><c>score-masks</c>: how much of what is private was masked, and how much else.</summary>
internal static class ScoreMasksCommand
{
    private const string TruthEnding = ".truth.json";

    public static Command Create()
    {
        var truth = new Option<DirectoryInfo>("--truth") { Description = "The folder with NAME.truth.json", Required = true };
        var audit = new Option<DirectoryInfo>("--audit") { Description = "The folder with NAME.audit.json", Required = true };
        var transcripts = new Option<DirectoryInfo?>("--transcripts")
        {
            Description = "The folder with what the recogniser wrote, NAME.unredacted.json (as redact --unredacted writes it) or NAME.transcript.json; "
                + "tells what recognition lost (unheard) and what detection lost (missed)",
        };
        var leastMasked = new Option<double>("--least-masked") { Description = "Fail when a smaller share of the truth is masked, 0 to 1" };
        var mostOther = new Option<double>("--most-other")
        {
            Description = "Fail when a larger share of other speech is masked, 0 to 1",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command("score-masks", "Compare masked sound with the truth: leaks and over-redaction per policy")
        {
            truth, audit, transcripts, leastMasked, mostOther,
        };
        command.SetAction(async (parsed, token) =>
        {
            var score = await ScoreAsync(
                parsed.GetRequiredValue(truth), parsed.GetRequiredValue(audit), parsed.GetValue(transcripts), token);
            if (score is null)
            {
                return 1;
            }
            Print(score);
            return score.MaskedShare >= parsed.GetValue(leastMasked) && score.MaskedOtherShare <= parsed.GetValue(mostOther) ? 0 : 1;
        });
        return command;
    }

    private static async Task<MaskScore?> ScoreAsync(
        DirectoryInfo truths, DirectoryInfo audits, DirectoryInfo? transcripts, CancellationToken cancellationToken)
    {
        var score = MaskScore.Empty;
        int count = 0;
        foreach (var file in truths.EnumerateFiles($"*{TruthEnding}").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            string name = file.Name[..^TruthEnding.Length];
            string auditFile = Path.Combine(audits.FullName, $"{name}.audit.json");
            if (!File.Exists(auditFile))
            {
                await Console.Error.WriteLineAsync($"there is no audit of {name}");
                return null;
            }
            try
            {
                var audit = MaskAudit.Read(await File.ReadAllBytesAsync(auditFile, cancellationToken));
                var heard = transcripts is null
                    ? null
                    : HeardWords.Read(await File.ReadAllBytesAsync(TranscriptOf(name, transcripts), cancellationToken));
                score = score.Add(MaskScore.Of(TruthJson.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken)), audit, heard));
                count++;
            }
            catch (Exception exception) when (exception is JsonException or FileNotFoundException or KeyNotFoundException)
            {
                await Console.Error.WriteLineAsync($"{name}: {exception.GetType().Name}");
                return null;
            }
        }
        if (count == 0)
        {
            await Console.Error.WriteLineAsync("there is no truth file");
            return null;
        }
        return score;
    }

    private static string TranscriptOf(string name, DirectoryInfo folder)
    {
        string unredacted = Path.Combine(folder.FullName, $"{name}.unredacted.json");
        return File.Exists(unredacted) ? unredacted : Path.Combine(folder.FullName, $"{name}.transcript.json");
    }

    private static void Print(MaskScore score)
    {
        Console.WriteLine($"{"policy",-28}{"said s",10}{"masked",9}{"unheard",9}{"missed",9}{"wrong s",10}");
        foreach (var policy in score.Policies.Append(score.Total))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{policy.Policy,-28}{policy.TruthTime.TotalSeconds,10:0.00}")
                + $"{Share(policy.MaskedTime, policy.TruthTime),9}{Share(policy.RecognitionLost, policy.TruthTime),9}"
                + $"{Share(policy.DetectionLost, policy.TruthTime),9}"
                + string.Create(CultureInfo.InvariantCulture, $"{policy.WronglyMasked.TotalSeconds,10:0.00}"));
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"masked {100 * score.MaskedShare:0.0} % of what is private, {100 * score.MaskedOtherShare:0.0} % of other speech"));
    }

    private static string Share(TimeSpan part, TimeSpan whole) => whole <= TimeSpan.Zero
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{100 * (part / whole):0.0}%");
}
