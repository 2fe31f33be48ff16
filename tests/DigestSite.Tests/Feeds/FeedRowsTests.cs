using System.Text.Json;
using System.Xml.Linq;
using DigestSite.Papers;

namespace DigestSite.Tests.Feeds;

/// <summary>What a feed must be, a test each: RSS 2.0 with its Best Practices Profile, Atom (RFC 4287), JSON Feed 1.1.</summary>
public partial class FeedRowsTests
{
    private const string Address = "https://digest.example.org/base/";

    private static readonly SiteModel Site = Samples.Site();
    private static readonly XNamespace Atom = FeedFiles.Atom;
    private static readonly FeedPlace[] Places = [.. FeedFiles.Places(Site)];
    private static readonly FeedPlace Theory = FeedPlace.Of(Samples.Theory, Site.Settings);
    private static readonly FeedPlace Robustness = FeedPlace.Of(Samples.Robustness, Site.Settings);

    // What would turn the direction of the rest of a line is taken out.
    private static readonly string ShownTitle = Samples.HostileTitle.Replace("\u202E", "", StringComparison.Ordinal);

    [Fact]
    public void Row_01_A_feed_says_what_it_is_in_which_language_who_made_it_and_when_its_newest_entry_came()
    {
        XElement channel = FeedFiles.Channel(Site, Theory.Rss);
        Assert.Equal(
            ["Sample digest: Theory", Address + "themes/theory/", "Bounds.", "en", "Mon, 03 Nov 2025 00:00:00 +0000", "DigestSite 0.1.0", "https://www.rssboard.org/rss-specification", "720"],
            new[] { "title", "link", "description", "language", "lastBuildDate", "generator", "docs", "ttl" }.Select(n => channel.Element(n)!.Value));
        XElement atom = FeedFiles.Atoms(Site, Theory.Atom);
        Assert.Equal(
            ["Sample digest: Theory", "Bounds.", "tag:digest.example.org,2025:feed/themes/theory/", "2025-11-03T00:00:00Z", "DigestSite 0.1.0", "Sample digest" + Address],
            new[] { "title", "subtitle", "id", "updated", "generator", "author" }.Select(n => atom.Element(Atom + n)!.Value));
        Assert.Equal("en", atom.Attribute(XNamespace.Xml + "lang")!.Value);
        JsonElement json = FeedFiles.Json(Site, Theory.Json);
        Assert.Equal(
            ["https://jsonfeed.org/version/1.1", "Sample digest: Theory", "Bounds.", "en"],
            new[] { "version", "title", "description", "language" }.Select(n => json.GetProperty(n).GetString()));
    }

    [Fact]
    public void Row_02_A_feed_knows_its_own_address_and_its_page()
    {
        foreach (FeedPlace place in Places)
        {
            ReadFeed[] feeds = FeedFiles.Read(Site, place);
            Assert.Equal([Address + place.Rss, Address + place.Atom, Address + place.Json], feeds.Select(f => f.Self));
            Assert.All(feeds, f => Assert.Equal(Address + place.Page, f.Page));
        }
    }

    [Theory]
    [InlineData("https://digest.example.org/base/")]
    [InlineData("https://digest.example.org/")]
    [InlineData("http://localhost:8080/a/b/")]
    public void Row_03_Every_address_is_absolute_and_under_the_base_url(string baseUrl)
    {
        SiteModel site = Samples.Site(baseUrl);
        foreach (ReadFeed feed in FeedFiles.Places(site).SelectMany(p => FeedFiles.Read(site, p)))
        {
            IEnumerable<string> inside = feed.Entries.SelectMany(e => FeedFiles.ParseHtml(e.Html).QuerySelectorAll("[href], [src]"))
                .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
                .Where(a => !a.StartsWith("https://arxiv.org/", StringComparison.Ordinal) && !a.StartsWith("https://github.com/", StringComparison.Ordinal));
            Assert.All([feed.Self, feed.Page, .. feed.Entries.Select(e => e.Link), .. inside], a => Assert.StartsWith(baseUrl, a, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Row_04_Ids_are_tags_of_the_first_identity_unique_in_a_feed_and_no_permalinks_whatever_is_edited()
    {
        SiteModel edited = Samples.Site("https://elsewhere.example/") is var moved
            ? moved with { Archive = moved.Archive with { Papers = [.. moved.Archive.Papers.Select(p => p with { Title = p.Title + " (edited)", Upvotes = 99, Tags = [Samples.Grokking] })] } }
            : Site;
        foreach (FeedPlace place in FeedFiles.Places(Site).Take(5))
        {
            Assert.All(FeedFiles.Channel(Site, place.Rss).Descendants("guid"), g => Assert.Equal("false", g.Attribute("isPermaLink")!.Value));
            foreach ((ReadFeed before, ReadFeed after) in FeedFiles.Read(Site, place).Zip(FeedFiles.Read(edited, place)))
            {
                string[] ids = [.. before.Entries.Select(e => e.Id)];
                Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
                Assert.Equal(ids, after.Entries.Select(e => e.Id));
                Assert.All(ids, i => Assert.StartsWith("tag:digest.example.org,2025:", i, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Row_05_An_entry_stays_within_the_limit_and_a_feed_without_entries_is_valid_and_says_so()
    {
        Paper[] papers = FeedFiles.Daily(40, "Text.");
        foreach ((ReadFeed before, ReadFeed after) in FeedFiles.Read(FeedFiles.SiteOf(papers[10..30]), Robustness).Zip(FeedFiles.Read(FeedFiles.SiteOf(papers), Robustness)))
        {
            Assert.Equal(20, before.Entries.Count);
            Assert.Empty(before.Entries.Except(after.Entries));
        }

        SiteModel empty = Site with { Archive = Site.Archive with { Digests = [], Papers = [] } };
        foreach (FeedPlace place in Places)
        {
            Assert.All(FeedFiles.Read(empty, place), f => Assert.Empty(f.Entries));
            Assert.All(FeedFiles.Read(empty, place), f => Assert.EndsWith(" yet.", f.Description, StringComparison.Ordinal));
            Assert.Equal("2025-01-01T00:00:00Z", FeedFiles.Atoms(empty, place.Atom).Element(Atom + "updated")!.Value);
        }
    }

    [Fact]
    public void Row_06_Dates_have_the_form_of_their_format()
    {
        Paper leap = Samples.Paper("One", Samples.Theory, "Text.", Samples.Capture("a.txt", new(2024, 2, 29))) with { Changed = new(2025, 11, 3) };
        SiteModel site = FeedFiles.SiteOf(leap);
        Assert.Equal("Thu, 29 Feb 2024 00:00:00 +0000", FeedFiles.Channel(site, Theory.Rss).Element("item")!.Element("pubDate")!.Value);
        XElement entry = FeedFiles.Atoms(site, Theory.Atom).Element(Atom + "entry")!;
        Assert.Equal(("2024-02-29T00:00:00Z", "2025-11-03T00:00:00Z"), (entry.Element(Atom + "published")!.Value, entry.Element(Atom + "updated")!.Value));
        JsonElement item = FeedFiles.Json(site, Theory.Json).GetProperty("items")[0];
        Assert.Equal(("2024-02-29T00:00:00Z", "2025-11-03T00:00:00Z"), (item.GetProperty("date_published").GetString(), item.GetProperty("date_modified").GetString()));
    }

    [Fact]
    public void Row_07_Updated_is_the_day_of_the_entrys_last_change_and_of_the_feed_that_of_its_last_one()
    {
        Paper[] papers = FeedFiles.Daily(3, "Text.");
        SiteModel site = FeedFiles.SiteOf(papers[0], papers[1] with { Changed = new(2025, 11, 3) }, papers[2]);
        XElement feed = FeedFiles.Atoms(site, Robustness.Atom);
        Assert.Equal(
            ["2025-11-03T00:00:00Z", "2025-11-03T00:00:00Z", "2025-11-01T00:00:00Z"],
            feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "updated")!.Value));
        Assert.Equal("2025-11-03T00:00:00Z", feed.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void Row_08_A_title_is_plain_text_and_survives()
    {
        Assert.All(FeedFiles.Read(Site, Theory), f => Assert.Equal(ShownTitle, f.Entries[0].Title));
        Assert.Null(FeedFiles.Atoms(Site, Theory.Atom).Element(Atom + "entry")!.Element(Atom + "title")!.Attribute("type"));
    }

    [Fact]
    public void Row_09_A_summary_then_the_whole_as_html_and_as_text()
    {
        foreach (ReadEntry entry in FeedFiles.Read(Site, Theory).Select(f => f.Entries[1]))
        {
            Assert.StartsWith("We bound. A long sentence", entry.Summary, StringComparison.Ordinal);
            Assert.InRange(entry.Summary.Length, 200, 281);
            Assert.Contains(Samples.Archive().Papers[^1].Abstract!, entry.Html, StringComparison.Ordinal);
        }

        Assert.All(FeedFiles.Read(Site, Theory), f => Assert.Contains("]]&gt;", f.Entries[0].Html, StringComparison.Ordinal));
        string text = FeedFiles.Json(Site, Theory.Json).GetProperty("items")[0].GetProperty("content_text").GetString()!;
        Assert.StartsWith("An <b>abstract</b> & \"quotes\" {{#if}} ]]> <!-- x -->\n\n- Theme: Theory (https://digest.example.org/base/themes/theory/)\n", text, StringComparison.Ordinal);
    }
}
