using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Cli;

namespace DigestSite.Tests.Sites;

/// <summary>What the ledger keeps for feeds: the authority of their ids, and days that no feed may be ahead of.</summary>
public class FeedLedgerTests
{
    [Fact]
    [Provokes("DS655")]
    public void Another_authority_than_the_recorded_one_is_an_error_where_it_stands()
    {
        using SiteFolder site = Recorded();
        site["content/site.yml"] = site["content/site.yml"].Replace("tiny.github.io,2025", "moved.github.io,2026", StringComparison.Ordinal);
        site.Build();
        Diagnostic fault = Assert.Single(site.Diagnostics.InOrder());
        Assert.Equal(("DS655", "moved.github.io,2026"), (fault.Id, fault.Span.LineText!.Substring(fault.Span.Column - 1, fault.Span.Length)));
        int line = Array.IndexOf(site["content/ledger.tsv"].Split('\n'), "authority\ttiny.github.io,2025") + 1;
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"line {line} of "), fault.WayOut, StringComparison.Ordinal);

        // The way out that it names.
        site["content/ledger.tsv"] = site["content/ledger.tsv"].Replace("authority\ttiny.github.io,2025", "authority\tmoved.github.io,2026", StringComparison.Ordinal);
        site.Build();
        Assert.Equal("", site.DiagnosticText);
    }

    [Fact]
    public void A_new_site_records_an_authority_only_when_it_is_given()
    {
        string folder = Directory.CreateTempSubdirectory("digest-new-").FullName;
        try
        {
            CommandLine.Run(folder, "new", "site", "sample");
            Assert.DoesNotContain("authority", File.ReadAllText(Path.Combine(folder, "sample/content/ledger.tsv")), StringComparison.Ordinal);
            Assert.Contains("\nfeed_authority: " + SiteSettings.SampleAuthority + "\n", File.ReadAllText(Path.Combine(folder, "sample/content/site.yml")), StringComparison.Ordinal);
            CommandLine.Run(Path.Combine(folder, "sample"), "record");
            Assert.DoesNotContain("authority", File.ReadAllText(Path.Combine(folder, "sample/content/ledger.tsv")), StringComparison.Ordinal);

            CommandLine.Result placed = CommandLine.Run(folder, "new", "site", "placed", "--base-url", "https://papers.example.net/");
            Assert.Contains("look at feed_authority in placed/content/site.yml", placed.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("authority", File.ReadAllText(Path.Combine(folder, "placed/content/ledger.tsv")), StringComparison.Ordinal);
            Assert.Contains("1 feed authority (papers.example.net,2025)", CommandLine.Run(Path.Combine(folder, "placed"), "record").Output, StringComparison.Ordinal);
            Assert.Contains("authority\tpapers.example.net,2025\n", File.ReadAllText(Path.Combine(folder, "placed/content/ledger.tsv")), StringComparison.Ordinal);

            CommandLine.Run(folder, "new", "site", "given", "--feed-authority", "papers.example.net,2026");
            Assert.Contains("authority\tpapers.example.net,2026\n", File.ReadAllText(Path.Combine(folder, "given/content/ledger.tsv")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("record")]
    [InlineData("import", "../x.txt")]
    [InlineData("collect")]
    public void A_day_to_come_is_never_written_down(params string[] verb)
    {
        using SiteFolder site = Recorded();
        string ledger = site["content/ledger.tsv"];
        CommandLine.Result run = CommandLine.Run(site.Root, [.. verb, "--as-of", "2951-01-01"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--as-of 2951-01-01 has not come yet", run.Error, StringComparison.Ordinal);
        Assert.Equal(ledger, site["content/ledger.tsv"]);
    }

    [Theory]
    [InlineData("draft: true")]
    [InlineData("publish_after: 2951-01-01")]
    public void A_note_that_waits_for_its_day_is_no_change_of_its_digest(string state)
    {
        using SiteFolder site = Recorded();
        site["content/notes/2025-03-11.md"] = $"---\n{state}\n---\nWords to come.\n";
        site.Build(o => o with { IncludeDrafts = true, IncludeScheduled = true });
        Assert.Equal("", site.DiagnosticText);
        site["content/notes/2025-03-11.md"] = "---\n---\nWords to come.\n";
        site.Build();
        Assert.Contains("1 changed digest (2025-03-11)", site.DiagnosticText, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_recorded_as_of_a_later_day_puts_no_date_after_that_of_a_build()
    {
        using SiteFolder site = Recorded();
        site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    note: Another note.\n";
        site["content/notes/2025-11-03.md"] = "---\n---\nOther words.\n";
        var later = new DateOnly(2025, 12, 24);
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build(o => o with { AsOf = later }).Recorded!);
        Assert.Equal(later, Changed(site.Build(o => o with { AsOf = later })).Max());
        Assert.Equal(later, Changed(site.Build()).Max());
        Assert.Equal(new DateOnly(2025, 11, 3), Changed(site.Build(o => o with { AsOf = new DateOnly(2025, 11, 3) })).Max());
        Assert.Equal(new DateOnly(2025, 11, 10), Changed(site.Build(o => o with { AsOf = new DateOnly(2025, 11, 10) })).Max());
        Assert.Equal("", site.DiagnosticText);
    }

    [Fact]
    public void A_date_in_the_ledger_that_has_not_come_reaches_no_feed_of_a_build_that_knows_the_day()
    {
        using SiteFolder site = Recorded();
        site["content/ledger.tsv"] = string.Join('\n', site["content/ledger.tsv"].Split('\n').Select(l =>
            l.StartsWith("paper\t", StringComparison.Ordinal) || l.StartsWith("digest\t", StringComparison.Ordinal) ? l.Replace("\t2025-11-03\t", "\t2951-01-01\t", StringComparison.Ordinal) : l));
        BuiltSite built = site.Build(o => o with { AsOf = new DateOnly(2025, 11, 3) });
        Assert.DoesNotContain(PublishedFeeds.Of(built).Entries.Values, e => e.Date.Contains("2951", StringComparison.Ordinal));
        Assert.All(Changed(built), d => Assert.InRange(d, new(2025, 1, 1), new(2025, 11, 3)));
    }

    private static SiteFolder Recorded()
    {
        var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        return site;
    }

    private static DateOnly[] Changed(BuiltSite built) =>
        [.. built.Compiled!.Site.Archive.Papers.Select(p => p.Changed), .. built.Compiled.Site.Archive.Digests.Select(d => d.Changed)];
}
