using System.Text;

namespace Bleep.Pii.Policies;

/// <summary>Writes the page about all policies from the catalogue, so that it says what the program knows.</summary>
public static class PolicyPage
{
    /// <summary>The page in Markdown, with line feeds at the end of lines.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        Line(page, "# Policies");
        Line(page);
        Line(page, "<!-- Written from the catalogue in src/Bleep.Pii/Policies/Catalogue. Do not edit: run the tests of Bleep.Pii with BLEEP_UPDATE_DOCS=1. -->");
        Line(page);
        Line(page, $"A policy is one kind of personal data. Bleep knows {PiiPolicies.All.Count} of them. The first");
        Line(page, $"{PiiPolicies.Documented.Count} are on unless you choose: `--policies all` means these. The other");
        Line(page, $"{PiiPolicies.All.Count - PiiPolicies.Documented.Count} act only when named, for example `--policies all,year`.");
        Line(page);
        Line(page, "In the examples the private part stands in **bold**. Spoken examples are what a recogniser writes: lower case, no");
        Line(page, "marks, numbers as words. A near miss looks alike and holds nothing of the policy.");
        Line(page);
        WriteTable(page, "On by default", PiiPolicies.Documented);
        WriteTable(page, "Only when named", PiiPolicies.All.Except(PiiPolicies.Documented));
        foreach (var group in PiiPolicies.All.GroupBy(policy => policy.Group))
        {
            Line(page, $"## Group: {group.Key}");
            Line(page);
            foreach (var policy in group)
            {
                WritePolicy(page, policy);
            }
        }
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void WriteTable(StringBuilder page, string title, IEnumerable<PiiPolicy> policies)
    {
        Line(page, $"## {title}");
        Line(page);
        Line(page, "| policy | meaning |");
        Line(page, "| --- | --- |");
        foreach (var policy in policies)
        {
            Line(page, $"| [`{policy.Name}`](#{policy.Name}) | {Escape(policy.Meaning)} |");
        }
        Line(page);
    }

    private static void WritePolicy(StringBuilder page, PiiPolicy policy)
    {
        Line(page, $"### {policy.Name}");
        Line(page);
        Line(page, Escape(policy.Meaning) + Notes(policy));
        Line(page);
        foreach (var example in policy.Examples)
        {
            Line(page, $"- written: {Marked(example)}");
        }
        foreach (var example in policy.SpokenExamples)
        {
            Line(page, $"- spoken: {Marked(example)}");
        }
        foreach (string miss in policy.NearMisses)
        {
            Line(page, $"- near miss: {Escape(miss)}");
        }
        Line(page);
    }

    private static string Notes(PiiPolicy policy)
    {
        var notes = new StringBuilder();
        if (policy.Broader is { } broader)
        {
            notes.Append($" Part of [`{broader.Name}`](#{broader.Name}).");
        }
        if (policy.Aliases.Count > 0)
        {
            notes.Append($" Also understood: {string.Join(", ", policy.Aliases.Select(alias => $"`{alias}`"))}.");
        }
        if (policy.AmazonTypes.Count > 0)
        {
            notes.Append($" Amazon Transcribe: {string.Join(", ", policy.AmazonTypes.Select(type => $"`{type}`"))}.");
        }
        return notes.ToString();
    }

    private static string Marked(PolicyExample example) =>
        $"{Escape(example.Text[..example.Range.Start])}**{Escape(example.Value)}**{Escape(example.Text[example.Range.End..])}";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '\\' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '|' or '#')
            {
                escaped.Append('\\');
            }
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    private static void Line(StringBuilder page, string text = "") => page.Append(text).Append('\n');
}
