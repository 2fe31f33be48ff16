using System.Globalization;
using System.Xml.Linq;
using DigestSite.Feeds;
using DigestSite.Papers;

namespace DigestSite.Tests.Feeds;

public class RssTests
{
    private static readonly SitePath RobustnessFeed = Routes.ThemeFeed("robustness");
    private static readonly SitePath TheoryFeed = Routes.ThemeFeed("theory");

    // Without what would turn around the rest of its line.
    private static readonly string ShownTitle = Samples.HostileTitle.Replace("\u202E", "", StringComparison.Ordinal);

    [Fact]
    public void A_channel_says_what_it_is_and_its_build_date_is_that_of_its_newest_entry()
    {
        XElement channel = FeedFiles.Channel(Samples.Site(), Routes.Feed);
        Assert.Equal("2.0", channel.Parent!.Attribute("version")!.Value);
        Assert.Equal(
            ["Sample digest", "https://digest.example.org/base/", "A digest that is written for tests.", "en", "Mon, 03 Nov 2025 00:00:00 +0000", "DigestSite 0.1.0", "https://www.rssboard.org/rss-specification", "720"],
            new[] { "title", "link", "description", "language", "lastBuildDate", "generator", "docs", "ttl" }.Select(n => channel.Element(n)!.Value));
    }

    [Fact]
    public void The_main_feed_has_an_entry_a_digest_and_every_theme_a_feed_with_an_entry_a_paper()
    {
        SiteModel site = Samples.Site();
        Assert.Equal(["Digest of 3 November 2025", "Digest of 11 March 2025"], Titles(FeedFiles.Channel(site, Routes.Feed)));
        Assert.Equal([ShownTitle, "An older bound"], Titles(FeedFiles.Channel(site, TheoryFeed)));
        Assert.Equal(["Grokking, twice"], Titles(FeedFiles.Channel(site, RobustnessFeed)));
        Assert.Equal(["No abstract here"], Titles(FeedFiles.Channel(site, Routes.ThemeFeed(Theme.OtherId))));
    }

    [Theory]
    [InlineData("https://digest.example.org/base/")]
    [InlineData("https://digest.example.org/")]
    [InlineData("http://localhost:8080/a/b/")]
    public void Its_own_address_and_every_other_is_absolute_and_under_the_base_url(string baseUrl)
    {
        SiteModel site = Samples.Site(baseUrl);
        foreach (SitePath path in FeedFiles.Feeds(site))
        {
            XElement channel = FeedFiles.Channel(site, path);
            XElement self = channel.Element(FeedFiles.Atom + "link")!;
            Assert.Equal(("self", baseUrl + path, "application/rss+xml"), (self.Attribute("rel")!.Value, self.Attribute("href")!.Value, self.Attribute("type")!.Value));
            IEnumerable<string> addresses = channel.Descendants("link").Select(l => l.Value)
                .Concat(channel.Descendants().Attributes("domain").Select(d => d.Value))
                .Concat(channel.Elements("item").SelectMany(i => FeedFiles.ParseHtml(FeedFiles.Html(i)).Links).Select(l => l.GetAttribute("href")!))
                .Where(a => !a.StartsWith("https://arxiv.org/", StringComparison.Ordinal) && !a.StartsWith("https://github.com/", StringComparison.Ordinal));
            Assert.All(addresses, a => Assert.StartsWith(baseUrl, a, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_feed_without_entries_is_valid_and_says_so()
    {
        SiteModel site = Samples.Site();
        SiteModel empty = site with { Archive = site.Archive with { Digests = [], Papers = [] } };
        foreach (SitePath path in FeedFiles.Feeds(empty))
        {
            XElement channel = FeedFiles.Channel(empty, path);
            Assert.Empty(channel.Elements("item"));
            Assert.Null(channel.Element("lastBuildDate"));
            Assert.EndsWith(" yet.", channel.Element("description")!.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_entry_stays_when_older_and_newer_ones_join_within_the_limit()
    {
        Paper[] papers = FeedFiles.Daily(40, "Text.");
        IEnumerable<string> before = Titles(FeedFiles.Channel(FeedFiles.SiteOf(papers[10..30]), RobustnessFeed));
        Assert.Empty(before.Except(Titles(FeedFiles.Channel(FeedFiles.SiteOf(papers), RobustnessFeed)), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(2025, 11, 3, "Mon, 03 Nov 2025 00:00:00 +0000")]
    [InlineData(2024, 2, 29, "Thu, 29 Feb 2024 00:00:00 +0000")]
    [InlineData(1999, 12, 31, "Fri, 31 Dec 1999 00:00:00 +0000")]
    public void Dates_are_those_of_RFC_822_with_the_right_weekday_whatever_the_culture(int year, int month, int day, string expected)
    {
        SiteModel site = FeedFiles.SiteOf(Samples.Paper("One", Samples.Theory, "Text.", Samples.Capture("a.txt", new(year, month, day))));
        string date = "";
        var thread = new Thread(() => date = FeedFiles.Channel(site, TheoryFeed).Element("item")!.Element("pubDate")!.Value)
        {
            CurrentCulture = CultureInfo.GetCultureInfo("th-TH"),
        };
        thread.Start();
        thread.Join();
        Assert.Equal(expected, date);
    }

    [Fact]
    public void The_date_of_a_paper_is_that_of_its_first_capture_and_none_is_later_than_the_build()
    {
        SiteModel site = Samples.Site();
        Assert.Equal("Tue, 11 Mar 2025 00:00:00 +0000", FeedFiles.Item(site, RobustnessFeed, "Grokking, twice").Element("pubDate")!.Value);
        IEnumerable<XElement> dates = FeedFiles.Feeds(site).SelectMany(f => FeedFiles.Channel(site, f).Descendants()).Where(e => e.Name == "pubDate" || e.Name == "lastBuildDate");
        Assert.All(dates, d => Assert.True(DateTimeOffset.ParseExact(d.Value, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture) <= new DateTimeOffset(site.Archive.AsOf, TimeOnly.MinValue, TimeSpan.Zero)));
    }

    [Fact]
    public void A_summary_comes_first_and_the_whole_after_it()
    {
        XElement item = FeedFiles.Item(Samples.Site(), TheoryFeed, "An older bound");
        string summary = item.Element("description")!.Value;
        Assert.StartsWith("We bound. A long sentence", summary, StringComparison.Ordinal);
        Assert.InRange(summary.Length, 200, 281);
        Assert.EndsWith("…", summary, StringComparison.Ordinal);
        Assert.Equal(FeedFiles.Content + "encoded", item.Element("description")!.ElementsAfterSelf().Single().Name);
        Assert.Contains(Samples.Archive().Papers[^1].Abstract!, FeedFiles.Html(item), StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_are_the_theme_with_its_list_and_the_tags()
    {
        IEnumerable<XElement> categories = FeedFiles.Item(Samples.Site(), RobustnessFeed, "Grokking, twice").Elements("category");
        Assert.Equal(
            [("Robustness", "https://digest.example.org/base/themes/"), ("Grokking", null)],
            categories.Select(c => (c.Value, c.Attribute("domain")?.Value)));
    }

    [Fact]
    public void Authors_are_those_that_are_known_and_no_mail_address_is_made_up()
    {
        SiteModel site = Samples.Site();
        XElement[] elements = [.. FeedFiles.Feeds(site).SelectMany(f => FeedFiles.Channel(site, f).Descendants())];
        Assert.Empty(elements.Select(e => e.Name.LocalName).Intersect(["author", "managingEditor", "webMaster"], StringComparer.Ordinal));
        Assert.Equal(["A. <b>One</b>", "\"Two\" & {{name}}", "Three ]]> "], elements.Where(e => e.Name.LocalName == "creator").Select(e => e.Value));
    }

    [Fact]
    public void A_digest_lists_its_papers_by_theme_with_links()
    {
        XElement item = FeedFiles.Item(Samples.Site(), Routes.Feed, "Digest of 3 November 2025");
        Assert.Equal("3 papers: Robustness (1), Theory (1), Other (1).", item.Element("description")!.Value);
        var html = FeedFiles.ParseHtml(FeedFiles.Html(item));
        Assert.Equal(["Robustness", "Theory", "Other"], html.QuerySelectorAll("h3 > a").Select(h => h.TextContent));
        Assert.Equal(["Grokking, twice", "<script>alert(\"1\")</script> & {{title}} ]]> 'q' \U0001F600", "No abstract here"], html.QuerySelectorAll("h3 + ul > li > a").Select(a => a.TextContent));
        Assert.Equal("https://digest.example.org/base/papers/grokking-twice/", html.QuerySelector("li > a")!.GetAttribute("href"));
        Assert.Equal("UC Berkeley", html.QuerySelector("li > em")!.TextContent);
        Assert.Contains("inferred", html.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Null(FeedFiles.ParseHtml(FeedFiles.Html(FeedFiles.Item(Samples.Site(), Routes.Feed, "Digest of 11 March 2025"))).QuerySelector("p"));
    }

    [Fact]
    public void A_paper_shows_its_abstract_theme_tags_dates_and_links_out()
    {
        var html = FeedFiles.ParseHtml(FeedFiles.Html(FeedFiles.Item(Samples.Site(), RobustnessFeed, "Grokking, twice")));
        Assert.Equal("We grok. Code at https://github.com/sample/grok for all.", html.QuerySelector("p")!.TextContent);
        Assert.Equal(
            ["Theme: Robustness", "Tags: Grokking", "Published: 30 January 2023", "First listed: 11 March 2025", "Links: arXiv, PDF, https://github.com/sample/grok"],
            html.QuerySelectorAll("li").Select(l => l.TextContent));
        Assert.Equal(
            ["https://digest.example.org/base/themes/robustness/", "https://digest.example.org/base/tags/grokking/", "https://digest.example.org/base/digests/2025-03-11/", "https://arxiv.org/abs/2301.12643", "https://arxiv.org/pdf/2301.12643", "https://github.com/sample/grok"],
            html.Links.Select(l => l.GetAttribute("href")));
    }

    [Fact]
    public void Votes_comments_and_later_listings_change_no_entry()
    {
        Capture first = Samples.Capture("a.txt", new(2025, 3, 11));
        Paper before = Samples.Paper("One", Samples.Theory, "Text.", first);
        Paper after = Samples.Paper("One", Samples.Theory, "Text.", Samples.Capture("b.txt", new(2025, 11, 3)), first) with { Upvotes = 9, Comments = 4 };
        Assert.Equal(FeedFiles.Text(FeedFiles.SiteOf(before), TheoryFeed), FeedFiles.Text(FeedFiles.SiteOf(after), TheoryFeed));
    }

    [Fact]
    public void A_feed_holds_the_newest_entries_up_to_the_limit()
    {
        SiteModel site = FeedFiles.SiteOf(FeedFiles.Daily(60, "Text."));
        Assert.Equal(50, Titles(FeedFiles.Channel(site, Routes.Feed)).Count());
        site = site with { Settings = site.Settings with { FeedLimit = 3 } };
        Assert.Equal(["Paper 60", "Paper 59", "Paper 58"], Titles(FeedFiles.Channel(site, RobustnessFeed)));
    }

    [Fact]
    public void A_digest_of_thousands_of_papers_is_cut_with_a_link_to_the_rest()
    {
        Capture day = Samples.Capture("a.txt", new(2025, 11, 3));
        Paper[] papers = [.. Enumerable.Range(0, 5000).Select(i => Samples.Paper($"A paper with a number at its end {i}", Samples.Theory, null, day))];
        var html = FeedFiles.ParseHtml(FeedFiles.Html(FeedFiles.Channel(FeedFiles.SiteOf(papers), Routes.Feed).Elements("item").Single()));
        int listed = html.QuerySelectorAll("li").Length;
        Assert.InRange(listed, 300, 4999);
        Assert.Equal($"And {5000 - listed} more papers on the digest's page.", html.QuerySelector("p > a[href='https://digest.example.org/base/digests/2025-11-03/']")!.TextContent);
    }

    [Fact]
    public void The_same_site_gives_the_same_bytes_on_any_thread()
    {
        PlannedFile[] files = [.. SiteFeeds.Plan(Samples.Site())];
        byte[][] first = [.. files.Select(f => f.Render().ToArray())];
        byte[][] second = [.. SiteFeeds.Plan(Samples.Site()).AsParallel().AsOrdered().Select(f => f.Render().ToArray())];
        Assert.Equal(first, second);
    }

    [Fact]
    public void Every_file_is_planned_once_and_none_is_for_search_engines()
    {
        IReadOnlyList<PlannedFile> files = SiteFeeds.Plan(Samples.Site());
        Assert.Equal(files.Count, files.Select(f => f.Path).Distinct().Count());
        Assert.DoesNotContain(files, f => f.InSitemap);
        Assert.All(files, f => Assert.NotEmpty(f.Source));
    }

    [Fact]
    public void Robots_may_read_everything_and_learn_of_the_sitemap() =>
        Assert.Equal("User-agent: *\nDisallow:\n\nSitemap: https://digest.example.org/base/sitemap.xml\n", FeedFiles.Text(Samples.Site(), Routes.Robots));

    private static IEnumerable<string> Titles(XElement channel) => channel.Elements("item").Select(i => i.Element("title")!.Value);
}
