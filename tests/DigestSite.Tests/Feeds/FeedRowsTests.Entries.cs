using System.Text;
using System.Xml.Linq;
using AngleSharp.Dom;
using DigestSite.Feeds;
using DigestSite.Papers;
using DigestSite.Tests.Pages;

namespace DigestSite.Tests.Feeds;

// The rows on what entries hold, on how feeds are found, and on all of them together.
public partial class FeedRowsTests
{
    [Fact]
    public void Row_10_Content_is_headings_lists_links_and_emphasis()
    {
        foreach (IElement element in Places.SelectMany(p => FeedFiles.Read(Site, p)).SelectMany(f => f.Entries).SelectMany(e => FeedFiles.ParseHtml(e.Html).Body!.QuerySelectorAll("*")))
        {
            Assert.Contains(element.LocalName, (string[])["p", "h3", "ul", "ol", "li", "em", "strong", "a"]);
            Assert.Equal(element.LocalName == "a" ? ["href"] : [], element.Attributes.Select(a => a.Name));
        }
    }

    [Fact]
    public void Row_11_A_feed_is_utf8_without_mark_in_one_normal_form_without_what_xml_forbids()
    {
        const string Bad = "a\u0001b\uD800c\uFFFEd e\u0301";
        SiteModel site = FeedFiles.SiteOf(Samples.Paper(Bad, Samples.Theory, Bad, Samples.Capture("a.txt", new(2025, 11, 3))) with { Authors = [Bad] });
        foreach (ReadEntry entry in FeedFiles.Read(site, Theory).SelectMany(f => f.Entries))
        {
            Assert.Equal(("ab\uFFFDcd é", "ab\uFFFDcd é", "ab\uFFFDcd é"), (entry.Title, entry.Authors, entry.Summary));
        }

        foreach (SitePath path in (SitePath[])[Theory.Rss, Theory.Atom, Theory.Json, Routes.FeedList, Routes.FeedArchive(1)])
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(FeedFiles.Bytes(Site, path));
            Assert.NotEqual('\uFEFF', text[0]);
            Assert.DoesNotContain('\r', text);
            IEnumerable<string> entities = path == Theory.Json ? [] : text.Split('&').Skip(1).Select(p => p.Split(';')[0]).Where(e => !e.StartsWith('#'));
            Assert.Empty(entities.Except(["amp", "lt", "gt", "quot", "apos"], StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Row_12_Theme_and_tags_are_categories_and_authors_have_names_alone()
    {
        ReadEntry[] entries = [.. FeedFiles.Read(Site, Robustness).Select(f => f.Entries[0])];
        Assert.All(entries, e => Assert.Equal("Robustness|Grokking", e.Categories));
        Assert.Equal(Address + "themes/", FeedFiles.Channel(Site, Robustness.Rss).Descendants("category").First().Attribute("domain")!.Value);
        Assert.Equal(Address + "themes/", FeedFiles.Atoms(Site, Robustness.Atom).Descendants(Atom + "category").First().Attribute("scheme")!.Value);
        Assert.All(FeedFiles.Read(Site, Theory), f => Assert.Equal("A. <b>One</b>|\"Two\" & {{name}}|Three ]]> ", f.Entries[0].Authors));
        Assert.All(FeedFiles.Read(Site, Theory), f => Assert.Equal("", f.Entries[1].Authors));
        Assert.DoesNotContain("@", FeedFiles.Text(Site, Theory.Atom), StringComparison.Ordinal);
        SiteModel crowd = FeedFiles.SiteOf(Samples.Paper("One", Samples.Theory, "Text.", Samples.Capture("a.txt", new(2025, 11, 3))) with { Authors = [.. Enumerable.Range(1, 200).Select(i => $"Name {i}")] });
        Assert.All(FeedFiles.Read(crowd, Theory), f => Assert.Equal(20, f.Entries[0].Authors.Split('|').Length));
    }

    [Fact]
    public void Row_13_A_digest_lists_its_papers_by_theme_and_a_paper_has_abstract_theme_tags_dates_and_links()
    {
        foreach (ReadFeed feed in FeedFiles.Read(Site, Places[0]))
        {
            var digest = FeedFiles.ParseHtml(feed.Entries[0].Html);
            Assert.Equal(["Robustness", "Theory", "Other"], digest.QuerySelectorAll("h3").Select(h => h.TextContent));
            Assert.Equal(["Grokking, twice", ShownTitle.Replace("  ", " ", StringComparison.Ordinal), "No abstract here"], digest.QuerySelectorAll("h3 + ul > li > a").Select(a => a.TextContent));
        }

        foreach (ReadFeed feed in FeedFiles.Read(Site, Robustness))
        {
            string text = FeedFiles.ParseHtml(feed.Entries[0].Html).Body!.TextContent;
            Assert.All((string[])["We grok.", "Robustness", "Grokking", "30 January 2023", "11 March 2025", "arXiv"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Row_14_Newest_first_within_the_limit_and_a_mebibyte_and_the_archive_holds_the_rest()
    {
        SiteModel site = FeedFiles.SiteOf(FeedFiles.Daily(60, "Text."));
        site = site with { Settings = site.Settings with { FeedLimit = 3 }, Archive = site.Archive with { FeedLimit = 3 } };
        Assert.All(FeedFiles.Read(site, Robustness), f => Assert.Equal(["Paper 60", "Paper 59", "Paper 58"], f.Entries.Select(e => e.Title)));

        SiteModel large = FeedFiles.SiteOf(FeedFiles.Daily(50, new string('&', 30_000)));
        int[] sizes = [FeedFiles.Bytes(large, Robustness.Rss).Length, FeedFiles.Bytes(large, Robustness.Atom).Length, FeedFiles.Bytes(large, Robustness.Json).Length];
        Assert.InRange(sizes.Max(), 800_000, (1024 * 1024) - 1);
        string[] titles = [.. FeedFiles.Read(large, Robustness)[0].Entries.Select(e => e.Title)];
        Assert.Equal(Enumerable.Range(0, titles.Length).Select(i => $"Paper {50 - i}"), titles);

        XElement current = FeedFiles.Atoms(site, Routes.AtomFeed(Routes.Papers));
        Assert.Equal(Address + "papers/archive/20.xml", ReadFeed.Link(current, "prev-archive"));
        Assert.Null(ReadFeed.Link(current, "next-archive"));
    }

    [Fact]
    public void A_day_is_not_cut_in_two_by_the_limit()
    {
        Capture monday = Samples.Capture("monday.txt", new(2025, 11, 3)), tuesday = Samples.Capture("tuesday.txt", new(2025, 11, 4));
        Paper[] papers = [.. Enumerable.Range(1, 2).Select(i => Of(i, tuesday)), .. Enumerable.Range(3, 4).Select(i => Of(i, monday)), .. FeedFiles.Daily(9, "Text.").Skip(1)];
        SiteModel site = FeedFiles.SiteOf(papers);
        site = site with { Settings = site.Settings with { FeedLimit = 3 }, Archive = site.Archive with { FeedLimit = 3 } };
        Assert.All(FeedFiles.Read(site, Robustness), f => Assert.Equal(["Of 1", "Of 2", "Of 3", "Of 4", "Of 5", "Of 6"], f.Entries.Select(e => e.Title)));

        static Paper Of(int number, Capture capture) => Samples.Paper($"Of {number}", Samples.Robustness, "Text.", capture);
    }

    [Fact]
    public void Row_15_Pages_lead_to_the_feeds_that_fit_them_and_a_list_has_them_all()
    {
        Assert.Equal(Addresses(""), Alternates(""));
        Assert.Equal(Addresses(""), Alternates("digests/2025-11-03/"));
        Assert.Equal(Addresses("themes/theory/"), Alternates("themes/theory/"));
        Assert.Equal(Addresses("tags/grokking/"), Alternates("tags/grokking/"));
        Assert.Equal(Addresses("papers/"), Alternates("trending/"));
        Assert.Equal(["../atom.xml application/atom+xml"], Alternates("papers/grokking-twice/"));
        XElement body = XDocument.Load(new MemoryStream(FeedFiles.Bytes(Site, Routes.FeedList))).Root!.Element("body")!;
        XElement[] feeds = [.. body.Descendants("outline").Where(o => o.Attribute("xmlUrl") is not null)];
        Assert.Equal(Places.Select(p => $"rss {p.Title} {Address}{p.Rss} {Address}{p.Page}"), feeds.Select(o => $"{o.Attribute("type")!.Value} {o.Attribute("title")!.Value} {o.Attribute("xmlUrl")!.Value} {o.Attribute("htmlUrl")!.Value}"));
        Assert.Equal(["Sample digest", "Sample digest: Papers", "Themes", "Tags"], body.Elements("outline").Select(o => o.Attribute("text")!.Value));

        static string[] Addresses(string folder) => [$"/base/{folder}feed.xml application/rss+xml", $"/base/{folder}atom.xml application/atom+xml", $"/base/{folder}feed.json application/feed+json"];
        static IEnumerable<string> Alternates(string page) => RenderedSite.Document(Site, page).QuerySelectorAll("link[rel=alternate][title]").Select(l => $"{l.GetAttribute("href")} {l.GetAttribute("type")}");
    }

    [Fact]
    public void Row_16_A_browser_shows_a_feed_with_a_css_style_sheet_that_says_what_it_is()
    {
        foreach (SitePath path in Places.SelectMany(p => (SitePath[])[p.Rss, p.Atom]).Append(Routes.FeedArchive(1)))
        {
            var style = (XProcessingInstruction)XDocument.Load(new MemoryStream(FeedFiles.Bytes(Site, path))).FirstNode!;
            Assert.Equal("type=\"text/css\" href=\"/base/assets/feed.css\"", style.Data);
        }

        string css = Encoding.UTF8.GetString(RenderedSite.Plan(Site)["assets/feed.css"].Render().Span);
        Assert.Contains("To subscribe, copy the address", css, StringComparison.Ordinal);
    }

    [Fact]
    public void Row_17_The_same_site_gives_the_same_bytes_on_any_thread()
    {
        byte[][] first = [.. SiteFeeds.Plan(Samples.Site()).Select(f => f.Render().ToArray())];
        byte[][] second = [.. SiteFeeds.Plan(Samples.Site()).AsParallel().AsOrdered().Select(f => f.Render().ToArray())];
        Assert.Equal(first, second);
    }

    [Fact]
    public void Row_18_The_three_formats_hold_the_same()
    {
        SiteModel large = FeedFiles.SiteOf(FeedFiles.Daily(50, new string('&', 30_000)));
        foreach ((SiteModel site, FeedPlace place) in Places.Select(p => (Site, p)).Append((large, Robustness)))
        {
            ReadFeed[] feeds = FeedFiles.Read(site, place);
            Assert.All(feeds, f => Assert.Equal(feeds[0].Entries, f.Entries));
            Assert.All(feeds, f => Assert.Equal(feeds[0] with { Self = "", Entries = [] }, f with { Self = "", Entries = [] }));
            Assert.NotEmpty(feeds[0].Entries);
        }
    }
}
