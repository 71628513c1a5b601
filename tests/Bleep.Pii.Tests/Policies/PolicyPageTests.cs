using Bleep.Pii.Policies;

namespace Bleep.Pii.Tests.Policies;

public sealed class PolicyPageTests
{
    private const string UpdateSwitch = "BLEEP_UPDATE_DOCS";

    [Fact]
    public void Write_catalogue_equalsTheCommittedPage()
    {
        string path = Path.Combine(RepositoryRoot(), "docs", "policies.md");
        string page = PolicyPage.Write();
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }
        Assert.True(File.Exists(path) && File.ReadAllText(path) == page,
            $"docs/policies.md is not what the catalogue says; run the tests of Bleep.Pii once with {UpdateSwitch}=1 to write it anew.");
    }

    [Fact]
    public void Write_always_hasASectionForEveryPolicy() =>
        Assert.All(PiiPolicies.All, policy => Assert.Contains($"\n### {policy.Name}\n", PolicyPage.Write()));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bleep.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
