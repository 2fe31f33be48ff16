using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using DigestSite.Papers;
using DigestSite.Pictures;
using DigestSite.Relating;
using DigestSite.Tests.Pages;
using DigestSite.Tests.Relating;
using Capture = DigestSite.Papers.Capture;

namespace DigestSite.Tests.Pictures;

public partial class StatsPageTests
{
    private static readonly XNamespace Xml = "http://www.w3.org/2000/svg";

    public static TheoryData<int> Sizes => [1, 2, 60, 2000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Each_picture_is_well_formed_named_and_free_of_style(int papers)
    {
        foreach (string path in (string[])["stats/", "map/"])
        {
            string page = RenderedSite.Text(Site(papers), path);
            Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page[page.IndexOf("<body>", StringComparison.Ordinal)..], StringComparison.Ordinal);
            XElement[] pictures = [.. Pictures().Matches(page).Select(m => XElement.Parse(m.Value))];
            Assert.True(pictures.Length > 0 || path == "stats/");
            foreach (XElement picture in pictures)
            {
                Assert.Contains(picture.Attribute("role")!.Value, (string[])["img", "group"]);
                Assert.Equal(
                    [picture.Element(Xml + "title")!.Attribute("id")!.Value, picture.Element(Xml + "desc")!.Attribute("id")!.Value],
                    picture.Attribute("aria-labelledby")!.Value.Split(' '));
                Assert.NotEmpty(picture.Element(Xml + "title")!.Value);
                Assert.NotEmpty(picture.Element(Xml + "desc")!.Value);
                Assert.Equal(picture.Attribute("role")!.Value == "group", picture.Descendants(Xml + "a").Any());
            }
        }
    }

    [Fact]
    public void Tables_hold_the_numbers_of_the_archive()
    {
        SiteModel site = Site(60);
        IHtmlDocument page = RenderedSite.Document(site, "stats/");
        int[][] published = Numbers(page, "When papers were published");
        Assert.Equal(site.Archive.Papers.Count(p => p.Published is not null), published.Sum(r => r[0]));
        int[][] themes = Numbers(page, "Themes over time");
        Assert.Equal(site.Archive.Digests.Reverse().Select(d => d.Papers.Count), themes[^1]);
        Assert.All(Enumerable.Range(0, themes[0].Length), i => Assert.Equal(themes[^1][i], themes[..^1].Sum(r => r[i])));
        int[][] shared = Numbers(page, "How digests overlap");
        HashSet<Slug>[] listed = [.. site.Archive.Digests.Take(8).Select(d => d.Papers.Select(p => p.Slug).ToHashSet())];
        Assert.Equal(listed.Select(a => listed.Select(b => a.Intersect(b).Count()).ToArray()), shared);
        int[][] again = Numbers(page, "How papers come back");
        Assert.Equal(site.Archive.Papers.Count(p => Tally.DigestsOf(p) == 2), again[1][0]);
        Assert.Equal(site.Archive.Papers.Count, again.Sum(r => r[0]));
    }

    [Fact]
    public void Bars_are_as_high_as_their_numbers()
    {
        string svg = new Svg("A", "A", "A", 10).Bars([0, 5, 10], 10, 0, 100).Close().Markup;
        Assert.Contains("d=\"M11 100v-50h8v50zM21 100v-100h8v100z\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_say_what_they_count()
    {
        IHtmlDocument page = RenderedSite.Document(Site(60), "stats/");
        Dictionary<string, string> facts = page.QuerySelectorAll("dl.facts dt").ToDictionary(t => t.TextContent, t => t.NextElementSibling!.TextContent, StringComparer.Ordinal);
        Assert.Equal("60", facts["Papers"]);
        Assert.StartsWith("4, from 1 May 2025 to 22 May 2025", facts["Digests"], StringComparison.Ordinal);
        Assert.EndsWith("are in more than one digest", facts["Came back"], StringComparison.Ordinal);
        Assert.Equal("40 days after publication, in the median", facts["Until listed"]);
        Assert.DoesNotContain("Organizations", facts.Keys);
        Assert.Equal(10, page.QuerySelectorAll("main > section:last-of-type li").Length);
    }

    [Fact]
    public void A_site_without_papers_has_no_broken_picture()
    {
        Archive empty = Samples.Archive() with { Papers = [], Digests = [] };
        SiteModel site = Samples.Site() with { Archive = empty };
        foreach (string path in (string[])["stats/", "map/"])
        {
            IHtmlDocument page = RenderedSite.Document(site, path);
            Assert.Empty(page.QuerySelectorAll("svg, table, dl"));
            Assert.Equal("No paper has been listed yet.", page.QuerySelector(".empty")!.TextContent);
        }
    }

    [Fact]
    public void The_map_links_each_paper_once_and_lists_its_themes()
    {
        SiteModel site = Site(60);
        IHtmlDocument page = RenderedSite.Document(site, "map/");
        Assert.Equal(
            site.Archive.Papers.Select(p => $"/base/papers/{p.Slug}/").Order(StringComparer.Ordinal),
            page.QuerySelectorAll(".map a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal(
            site.Archive.Papers.Select(p => p.Title).Order(StringComparer.Ordinal), page.QuerySelectorAll(".map a title").Select(t => t.TextContent).Order(StringComparer.Ordinal));
        Assert.Equal(60, page.QuerySelectorAll("tbody tr").Sum(r => int.Parse(r.QuerySelector("td")!.TextContent, CultureInfo.InvariantCulture)));
        Assert.Equal(page.QuerySelectorAll("tbody th").Select(t => t.TextContent), page.QuerySelectorAll(".jump a").Select(t => t.TextContent));
        Assert.Null(page.QuerySelector(".page-head .intro"));
    }

    [Fact]
    public void A_map_of_many_papers_stays_a_page_and_says_which_it_shows()
    {
        SiteModel site = Site(2000);
        Assert.InRange(RenderedSite.Plan(site)["map/"].Render().Length, 1, 150_000);
        IHtmlDocument page = RenderedSite.Document(site, "map/");
        int shown = page.QuerySelectorAll(".map a").Length;
        Assert.InRange(shown, 500, MapFigure.MostPapers);
        Assert.StartsWith($"These are {shown.ToString("N0", CultureInfo.InvariantCulture)} of 2,000 papers", page.QuerySelector(".intro")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_themes_of_twenty_one_look_alike_and_titles_are_data()
    {
        Theme[] themes = [.. Enumerable.Range(0, 21).Select(i => new Theme($"t{(char)('a' + i)}", "T", "", i))];
        Assert.Equal(21, themes.Select(t => Palette.Fill(t) + Palette.Shape(t)).Distinct(StringComparer.Ordinal).Count());
        IHtmlDocument page = RenderedSite.Document(Samples.Site(), "map/");
        Assert.Contains(Samples.HostileTitle, page.QuerySelectorAll(".map a title").Select(t => t.TextContent));
        Assert.Equal(2, page.Scripts.Length);
    }

    [Fact]
    public void Long_spans_are_told_in_years_and_longer_ones_in_several()
    {
        Assert.Equal("May 2025", Stretch.Between(new(2024, 6, 3), new(2025, 5, 9))[^1].Mark);
        Assert.Equal(["2012", "2013", "2014", "2015", "2016"], Stretch.Between(new(2012, 6, 3), new(2016, 5, 9)).Select(s => s.Name));
        IReadOnlyList<Stretch> centuries = Stretch.Between(new(1875, 1, 1), new(2025, 1, 1));
        Assert.Equal("1875–1878", centuries[0].Name);
        Assert.InRange(centuries.Count, 30, 40);
        Assert.Equal(0, Stretch.IndexOf(centuries, new(1878, 12, 31)));
        Assert.Equal(1, Stretch.IndexOf(centuries, new(1879, 1, 1)));
    }

    private static int[][] Numbers(IHtmlDocument page, string heading) =>
    [
        .. page.QuerySelectorAll("main > section").Single(s => s.QuerySelector("h2")!.TextContent == heading).QuerySelectorAll("tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(c => int.Parse(c.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToArray()),
    ];

    // Papers listed by four digests a week apart: each paper in one or two of them, published forty days before the first.
    private static SiteModel Site(int count)
    {
        Capture[] captures = [.. Enumerable.Range(0, 4).Select(i => Samples.Capture($"{i}.txt", new DateOnly(2025, 5, 1).AddDays(7 * i), inferred: false))];
        Paper[] papers =
        [
            .. Shelf.Many(count, 3).Select((p, i) =>
            {
                Capture first = captures[i % 4];
                Capture[] listed = i % 3 == 0 && i % 4 < 3 ? [captures[(i % 4) + 1], first] : [first];
                return p with
                {
                    Published = first.Date.AddDays(-40),
                    FirstListed = first.Date,
                    Appearances = listed.Select(c => new Appearance(c, Samples.Listing(p.Title))).ToEquatableArray(),
                };
            }),
        ];
        Archive archive = Samples.Archive() with
        {
            Papers = papers.ToEquatableArray(),
            Digests = captures.Reverse().Select(c => new Digest
            {
                Date = c.Date,
                IsInferred = false,
                Captures = [c],
                Papers = papers.Where(p => p.Appearances.Any(a => a.Capture.Equals(c))).ToEquatableArray(),
            }).Where(d => d.Papers.Count > 0).ToEquatableArray(),
        };
        return Samples.Site() with { Archive = archive, Relations = new(() => PaperRelations.Of(papers)) };
    }

    [GeneratedRegex("<svg class=\"(chart|map)\".*?</svg>(?=\\s*<figcaption)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pictures();
}
