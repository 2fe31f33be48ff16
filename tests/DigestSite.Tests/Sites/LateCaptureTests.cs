using System.Text;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Sites;

/// <summary>Old captures that are added to a published site.</summary>
public class LateCaptureTests
{
    [Fact]
    public void A_year_of_old_days_changes_no_record_and_no_feed_but_stands_in_the_archive()
    {
        using SiteFolder site = Recorded();
        Dictionary<string, string> feeds = Feeds(site.Build());
        string[] before = site["content/ledger.tsv"].Split('\n');
        for (int month = 1; month <= 12; month++)
        {
            site[$"content/dumps/2024-{month:D2}-10.txt"] = Page(month, $"Old Findings of Month {month}");
        }

        BuiltSite unrecorded = site.Build();
        Assert.Equal(feeds, Feeds(unrecorded));
        site["content/ledger.tsv"] = LedgerFile.Print(unrecorded.Recorded!);
        BuiltSite built = site.Build();
        Assert.Empty(site.DiagnosticText);
        Assert.Equal(feeds, Feeds(built));
        Assert.Empty(before.Except(site["content/ledger.tsv"].Split('\n')));
        Assert.Contains("dump\t2024-06-10.txt\t2024-06-10\tlate\n", site["content/ledger.tsv"], StringComparison.Ordinal);
        Assert.Contains(built.Files, f => f.Path.ToString() == "digests/2024-06-10/");
        Assert.Contains(built.Files, f => f.Path.ToString() == "papers/old-findings-of-month-6/");
    }

    [Fact]
    public void Last_weeks_capture_is_news_and_so_is_a_newer_one_after_old_ones()
    {
        using SiteFolder site = Recorded();
        site["content/dumps/2024-06-10.txt"] = Page(6, "Old Findings");
        site["content/dumps/2025-10-27.txt"] = Page(10, "Findings of Last Week").Replace("Oct 10", "Oct 27", StringComparison.Ordinal);
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        site["content/dumps/2025-12-10.txt"] = Page(12, "New Findings");
        string feed = Feeds(site.Build())["feed.xml"];
        Assert.Contains("/digests/2025-10-27/", feed, StringComparison.Ordinal);
        Assert.Contains("/digests/2025-12-10/", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("/digests/2024-06-10/", feed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_capture_of_a_day_that_is_there_brings_no_papers_into_feeds()
    {
        using SiteFolder site = Recorded();
        Dictionary<string, string> feeds = Feeds(site.Build());
        site["content/dumps/2025-03-11-again.txt"] = Page(3, "Distribution Shift Once More").Replace("Mar 10", "Mar 11", StringComparison.Ordinal);
        feeds.Remove("feed.xml");
        Dictionary<string, string> after = Feeds(site.Build());
        after.Remove("feed.xml");
        Assert.Equal(feeds, after);
    }

    [Fact]
    public void A_paper_that_is_new_today_is_news_although_an_old_capture_comes_with_it()
    {
        using SiteFolder site = Recorded();
        site["content/dumps/2025-12-10.txt"] = Page(12, "Robust Findings");
        site["content/dumps/2024-06-10.txt"] = Page(6, "Robust Findings");
        BuiltSite built = site.Build();
        Assert.Contains("Robust Findings", Feeds(built)["themes/robustness/feed.xml"], StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2025, 12, 10), built.Compiled!.Papers.Single(p => p.Paper.Title == "Robust Findings").Paper.FirstListed);
    }

    [Fact]
    public void Nothing_is_late_for_a_site_that_has_not_been_recorded()
    {
        using var site = new SiteFolder();
        site["content/dumps/2024-06-10.txt"] = Page(6, "Old Findings");
        Assert.Contains("/digests/2024-06-10/", Feeds(site.Build())["feed.xml"], StringComparison.Ordinal);
    }

    private static SiteFolder Recorded()
    {
        var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        return site;
    }

    private static Dictionary<string, string> Feeds(BuiltSite site) => site.Files
        .Where(f => f.Path.ToString().EndsWith("feed.xml", StringComparison.Ordinal))
        .ToDictionary(f => f.Path.ToString(), f => Encoding.UTF8.GetString(f.Bytes.Span), StringComparer.Ordinal);

    private static string Page(int month, params string[] titles)
    {
        string day = new DateOnly(2024, month, 10).ToString("MMM d", System.Globalization.CultureInfo.InvariantCulture);
        IEnumerable<string> papers = titles.Select(t => $"{t}\n\nWe study {t.ToLowerInvariant()} and report what we find, in words that no other abstract has.\n\n  • 3 authors\n·\nOct 6, 2023");
        return $"Daily Papers\n\n{day}\n\n{string.Join("\n\n", papers)}\n";
    }
}
