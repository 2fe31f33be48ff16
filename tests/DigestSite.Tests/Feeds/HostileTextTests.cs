using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DigestSite.Feeds;
using DigestSite.Tex;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Feeds;

public class HostileTextTests
{
    private static readonly SitePath TheoryFeed = Routes.ThemeFeed("theory");

    private static readonly string[] Fragments =
    [
        "a", "Z", "0", " ", "  ", "\t", "\r\n", "\n", "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "-->", "</item>", "&amp;", "&#0;", "<script>", "{{", "\\", "\\u0000",
        "\0", "\u0001", "\u000B", "\u001F", "\u007F", "\u0085", "\u009F", "\u2028", "\u2029", "\uFEFF", "\uFFFE", "\uFFFF", "\uD800", "\uDC00", "\U0001F600", "\U0001FFFE",
        "\u202E", "\u2066", "\u200F", "\uFDD0", "\u0301", "e\u0301", "é", "ﬁ", "∑", "\u05D0", "漢",
    ];

    // The sample's without what would turn around the rest of its line.
    private static readonly string HostileTitle = Samples.HostileTitle.Replace("\u202E", "", StringComparison.Ordinal);

    private static Arbitrary<string> AnyText { get; } =
        Gen.Elements(Fragments).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    [Fact]
    public void A_title_is_plain_text_escaped_once()
    {
        Assert.Contains("<title>&lt;script&gt;alert(\"1\")&lt;/script&gt; &amp; {{title}} ]]&gt;  'q' \U0001F600</title>", FeedFiles.Text(Samples.Site(), TheoryFeed), StringComparison.Ordinal);
        Assert.Equal(HostileTitle, FeedFiles.Channel(Samples.Site(), TheoryFeed).Element("item")!.Element("title")!.Value);
    }

    [Fact]
    public void A_summary_shown_as_html_shows_the_abstract_as_written()
    {
        string summary = FeedFiles.Item(Samples.Site(), TheoryFeed, HostileTitle).Element("description")!.Value;
        Assert.Equal("An <b>abstract</b> & \"quotes\" {{#if}} ]]> <!-- x -->", FeedFiles.ParseHtml(summary).Body!.TextContent);
        Assert.Empty(FeedFiles.ParseHtml(summary).Body!.Children);
    }

    [Fact]
    public void Content_has_headings_lists_links_and_emphasis_only()
    {
        SiteModel site = Samples.Site();
        foreach (XElement item in FeedFiles.Feeds(site).SelectMany(f => FeedFiles.Channel(site, f).Elements("item")))
        {
            foreach (var element in FeedFiles.ParseHtml(FeedFiles.Html(item)).Body!.QuerySelectorAll("*"))
            {
                Assert.Contains(element.LocalName, new[] { "p", "h3", "ul", "li", "em", "a" });
                Assert.Equal(element.LocalName == "a" ? ["href"] : [], element.Attributes.Select(a => a.Name));
            }
        }
    }

    [Fact]
    public void A_feed_is_utf8_without_byte_order_mark_and_names_no_entity_that_xml_lacks()
    {
        SiteModel site = Samples.Site();
        foreach (SitePath path in FeedFiles.Feeds(site))
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(FeedFiles.Bytes(site, path));
            Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\"/base/assets/feed.css\"?>\n<rss ", text, StringComparison.Ordinal);
            Assert.EndsWith("</rss>\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', text);
            IEnumerable<string> entities = text.Split('&').Skip(1).Select(p => p.Split(';')[0]).Where(e => !e.StartsWith('#'));
            Assert.Empty(entities.Except(["amp", "lt", "gt", "quot", "apos"], StringComparer.Ordinal));
        }
    }

    // Found by the property below: dropping the control character joined its neighbours to U+10000.
    [Fact]
    public void Lone_surrogates_around_a_control_character_do_not_become_a_pair() => Assert.Equal("\uFFFD\uFFFD", FeedText.Clean("\uD800\u0001\uDC00"));

    [Fact]
    public void A_cut_never_splits_a_character()
    {
        Assert.Equal("ab…", FeedText.Shorten("ab\U0001F600cd", 3));
        Assert.Equal("one two…", FeedText.Shorten("one two three", 9));
        Assert.Equal("one", FeedText.Shorten("one", 3));
    }

    [Fact]
    public void Any_text_round_trips_through_a_feed_but_for_what_xml_forbids() =>
        Prop.ForAll(AnyText, AnyText, (title, text) =>
        {
            SiteModel site = SiteOf(title, text);
            XElement item = FeedFiles.Channel(site, TheoryFeed).Element("item")!;
            (title, text) = (ReadableText.Of(title).Plain, ReadableText.Of(text).Plain);
            Assert.Equal(Cleaned(title), item.Element("title")!.Value);
            string shown = Folded(Cleaned(text));
            Assert.Equal(shown.Trim().Length > 0 ? shown : "No abstract was captured.", FeedFiles.ParseHtml(FeedFiles.Html(item)).QuerySelector("p")?.TextContent ?? "");
            var digest = FeedFiles.ParseHtml(FeedFiles.Html(FeedFiles.Channel(site, Routes.Feed).Element("item")!));
            Assert.Equal(Folded(Cleaned(title)), digest.QuerySelector("li > a")?.TextContent ?? "");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_round_trips_through_the_api_but_for_lone_surrogates() =>
        Prop.ForAll(AnyText, AnyText, (title, text) =>
        {
            SiteModel site = SiteOf(title, text);
            JsonElement paper = FeedFiles.Json(site, Routes.ApiPaper(site.Archive.Papers[0].Slug));
            Assert.Equal(WellFormed(title), paper.GetProperty("title").GetString());
            Assert.Equal(WellFormed(text), paper.GetProperty("abstract").GetString());
            string lines = FeedFiles.Text(site, Routes.ApiPapers);
            Assert.DoesNotContain(lines, c => c is '<' or '>' or '&' or '\'' or '\u2028' or '\u2029');
            Assert.Equal(4, lines.Split('\n').Length);
        }).QuickCheckThrowOnFailure();

    private static SiteModel SiteOf(string title, string text) =>
        FeedFiles.SiteOf(Samples.Paper(title, Samples.Theory, text, Samples.Capture("a.txt", new(2025, 11, 3))));

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    // As every reader of HTML folds white space; what is empty then needs no element.
    private static string Folded(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // Told independently of the code under test: rune by rune.
    private static string Cleaned(string text) =>
        string.Concat(text.EnumerateRunes()
            .Where(r => (r.Value & 0xFFFE) != 0xFFFE && r.Value is not ((>= 0xFDD0 and <= 0xFDEF) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)) && (!Rune.IsControl(r) || Rune.IsWhiteSpace(r)))
            .Select(r => Rune.IsControl(r) ? new Rune(' ') : r)).Normalize(NormalizationForm.FormC);
}
