using System.Text.Json;
using DigestSite.Comparing;
using DigestSite.Diagnostics;
using DigestSite.Publishing;
using DigestSite.Tests.Cli;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Comparing;

public sealed class SiteDifferenceTests : IDisposable
{
    private readonly SiteFolder _site = new();
    private readonly string _before;
    private readonly string _after;

    public SiteDifferenceTests()
    {
        _before = Path.Combine(_site.Root, "before");
        _after = Path.Combine(_site.Root, "after");
        Publish(_before);
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Two_builds_of_one_content_are_the_same()
    {
        Publish(_after);
        SiteDifference difference = Difference();
        Assert.True(difference.IsNone);
        Assert.Equal(difference.Before, difference.After);
        Assert.StartsWith("The two sites are the same: ", DifferenceReport.Text(difference), StringComparison.Ordinal);
    }

    [Fact]
    public void What_editors_change_is_told_in_their_terms()
    {
        _site["content/papers.yml"] += """

              robustness-under-distribution-shift:
                theme: other
                title: "A <b>new</b> `title`\u202E"
                tags: { add: [grokking] }

            """;
        Publish(_after);
        SiteDifference difference = Difference();
        Assert.Equal(("robustness-under-distribution-shift", "Robustness", "Other"), (Assert.Single(difference.PapersMoved).Id, difference.PapersMoved[0].From, difference.PapersMoved[0].To));
        Assert.Equal("Robustness under Distribution Shift", Assert.Single(difference.PapersRetitled).Before);
        Assert.Equal(["grokking"], Assert.Single(difference.PapersRetagged).Added);
        Assert.Empty(difference.PapersAdded);
        Assert.Empty(difference.Pages.Added);
        Assert.Contains("/papers/robustness-under-distribution-shift/", difference.Pages.Changed);
        Assert.Contains("/feed.xml", difference.Feeds.Changed);
        Assert.Contains("/api/papers.json", difference.Data.Changed);
        Assert.True(difference.Other.IsNone);
        Assert.Contains(@"A \<b\>new\<\/b\> \`title\` : Robustness → Other", DifferenceReport.Markdown(difference), StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', DifferenceReport.Text(difference));
    }

    [Fact]
    public void Papers_and_digests_come_and_go()
    {
        foreach (string file in (string[])["dumps/2025-11-03.txt", "notes/2025-11-03.md", "papers.yml", "dumps.yml"])
        {
            File.Delete(Path.Combine(_site.Root, "content", file));
        }

        Publish(_after);
        SiteDifference difference = Difference();
        Assert.Equal(["2025-11-03"], difference.DigestsRemoved);
        Assert.Empty(difference.DigestsAdded);
        Assert.Equal([("A Bound for Grokking", "/papers/a-bound-for-grokking/", false)], difference.PapersRemoved.Select(p => (p.Title, p.Address, p.KeepsAddress)));
        Assert.Contains("/digests/2025-11-03/", difference.Pages.Removed);
        SiteDifference back = SiteDifference.Of(Read(_after), Read(_before));
        Assert.Equal(difference.PapersRemoved, back.PapersAdded);
        Assert.Equal(difference.Pages.Removed, back.Pages.Added);
        Assert.Equal(difference.Before, back.After);
    }

    [Fact]
    public void A_paper_that_goes_into_another_leaves_its_address()
    {
        Assert.Equal(0, CommandLine.Run(_site.Root, "record").ExitCode);
        _site["content/papers.yml"] = _site["content/papers.yml"].Replace("    pin: true\n", "    aliases: [\"Cooking with <b>Neural</b> \\\"Networks\\\" & Salt\"]\n", StringComparison.Ordinal);
        Publish(_after);
        Assert.True(Assert.Single(Difference().PapersRemoved).KeepsAddress);
    }

    [Fact]
    public void A_file_that_differs_in_its_last_byte_alone_is_changed()
    {
        Publish(_after);
        _site["before/long.txt"] = new string('x', 20_000) + "a";
        _site["after/long.txt"] = new string('x', 20_000) + "b";
        Assert.Equal(["/long.txt"], Difference().Other.Changed);
        _site["after/long.txt"] = _site["before/long.txt"];
        Assert.True(Difference().IsNone);
    }

    [Fact]
    public void An_empty_folder_stands_for_no_site()
    {
        Directory.CreateDirectory(_after);
        SiteDifference difference = SiteDifference.Of(Read(_after), Read(_before));
        Assert.Equal(3, difference.PapersAdded.Count);
        Assert.Equal(new SiteSize(0, 0), difference.Before);
        Assert.Equal(difference.After.Files, difference.Pages.Added.Count + difference.Feeds.Added.Count + difference.Data.Added.Count + difference.Other.Added.Count);
    }

    [Theory]
    [Provokes("DS630")]
    [InlineData(null, "", "there is no such folder")]
    [InlineData("index.html", "<p>", "it has no `api/papers.json`")]
    [InlineData("api/papers.json", "[{}]", "it is not what a build writes")]
    [InlineData("api/papers.json", "{", "it is not what a build writes")]
    [InlineData("api/papers.json", "[]", "it has no `api/themes.json`")]
    public void What_is_no_built_site_is_told(string? file, string text, string reason)
    {
        if (file is not null)
        {
            _site["other/" + file] = text;
        }

        var diagnostics = new DiagnosticBag();
        Assert.Null(ComparedSite.Read(Path.Combine(_site.Root, "other"), diagnostics));
        Diagnostic only = Assert.Single(diagnostics.InOrder());
        Assert.Equal("DS630", only.Id);
        Assert.Contains(reason, only.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_answers_in_each_format()
    {
        _site["content/site.yml"] = _site["content/site.yml"].Replace("Tiny digest", "Renamed", StringComparison.Ordinal);
        Publish(_after);
        CommandLine.Result json = CommandLine.Run(_site.Root, "diff", "before", "after/", "--format", "json");
        Assert.Equal((0, ""), (json.ExitCode, json.Error));
        using var whole = JsonDocument.Parse(json.Output);
        Assert.Equal(Difference().Pages.Changed.Count, whole.RootElement.GetProperty("pages").GetProperty("changed").GetArrayLength());
        Assert.Contains("\n  ~ /about/\n", CommandLine.Run(_site.Root, "diff", "before", "after").Output, StringComparison.Ordinal);
        Assert.Contains("\n- ~ `/about/`\n", CommandLine.Run(_site.Root, "diff", "before", "after", "--format", "markdown").Output, StringComparison.Ordinal);
        Assert.Equal(1, CommandLine.Run(_site.Root, "diff", "before", "nowhere").ExitCode);
        Assert.Equal(2, CommandLine.Run(_site.Root, "diff", "before", "after", "--format", "html").ExitCode);
    }

    private static ComparedSite Read(string folder) => ComparedSite.Read(folder, new DiagnosticBag())!;

    private SiteDifference Difference() => SiteDifference.Of(Read(_before), Read(_after));

    private void Publish(string output)
    {
        BuiltSite built = _site.Build();
        Assert.DoesNotContain(_site.Diagnostics.InOrder(), d => d.Severity == Severity.Error);
        Publisher.Publish(output, built.Files, _site.Diagnostics);
    }
}
