using System.Text.RegularExpressions;

namespace DigestSite.Tests;

/// <summary>
/// Dependencies point one way: Cli -> {Collecting, Enriching} -> Scaffolding -> Explaining -> SiteBuilder -> the passes -> {Papers, Templates, Tex} -> Diagnostics;
/// Comparing reads what Publishing wrote; Mail stands on Pages, Feeds and Curation; of the passes, Pages stands on Pictures, and both on Relating;
/// Tex uses Templates alone.
/// </summary>
public partial class DependencyDirectionTests
{
    private static readonly string[] Passes = ["Dumps", "Curation", "Relating", "Pictures", "Pages", "Feeds", "Links", "Publishing", "Searching"];
    private static readonly string Library = Repository.File("src", "DigestSite");

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Library).Select(d => Path.GetFileName(d)).Where(d => d is not ("bin" or "obj"))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_lies_below_it(string folder)
    {
        string[] allowed = folder switch
        {
            "Diagnostics" => [],
            "Papers" => ["Diagnostics"],
            "Templates" => ["Diagnostics"],
            "Pictures" => ["Papers", "Templates", "Relating"],
            "Pages" => ["Diagnostics", "Papers", "Templates", "Tex", "Relating", "Pictures"],
            "Tex" => ["Templates"],
            "Mail" => ["Diagnostics", "Papers", "Templates", "Tex", "Curation", "Pages", "Feeds"],
            "Enriching" => ["Diagnostics", "Papers", "Dumps", "Curation", "Scaffolding"],
            "Comparing" => ["Diagnostics", "Publishing"],
            "Collecting" => ["Diagnostics", "Papers", "Curation", "Dumps", "Scaffolding"],
            "Scaffolding" => ["Diagnostics", "Papers", "Templates", "Dumps", "Curation", "Explaining"],
            "Explaining" => ["Diagnostics", "Papers", "Templates", "Tex", .. Passes],
            _ => ["Diagnostics", "Papers", "Templates", "Tex"],
        };
        Assert.Contains(folder, Passes.Concat(["Diagnostics", "Papers", "Templates", "Tex", "Explaining", "Scaffolding", "Enriching", "Collecting", "Comparing", "Mail"]));
        foreach (string file in Directory.GetFiles(Path.Combine(Library, folder), "*.cs", SearchOption.AllDirectories))
        {
            var used = UsedFolder().Matches(File.ReadAllText(file)).Select(m => m.Groups["folder"].Value).Where(f => f != folder);
            Assert.All(used, f => Assert.Contains(f, allowed));
        }
    }

    [Fact]
    public void The_library_does_not_know_the_command_line() =>
        Assert.All(
            Directory.GetFiles(Library, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)),
            f => Assert.DoesNotContain("DigestSite.Cli", File.ReadAllText(f), StringComparison.Ordinal));

    [GeneratedRegex(@"\b(using|namespace)? ?DigestSite\.(?<folder>Diagnostics|Papers|Templates|Tex|Dumps|Curation|Relating|Pictures|Pages|Feeds|Links|Publishing|Explaining|Scaffolding|Enriching|Collecting|Comparing|Searching|Mail)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsedFolder();
}
