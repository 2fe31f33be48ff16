using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DigestSite.Papers;
using DigestSite.Templates;
using DigestSite.Tex;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Pages;

public class EscapingTests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // What breaks naive escaping, mixed with whatever else a string can hold.
    private static readonly string[] Fragments =
    [
        "<script>", "</title>", "</p>", "\"", "'", "&", "&lt;", "&#x3c;", "<", ">", "<!--", "-->", "]]>", "{{title}}", "{{{", "}}", "{{#if}}",
        "\0", "\u0001", "\u007F", "\u0085", "\uFFFE", "\uFFFF", "\uFDD0", "\uD800", "\uDC00", "\U0001F600", "\u202E", "é", "字", "`", "=", "\t", "\n", "\r", "\r\n", "\f", " ", "x",
    ];

    [Fact]
    public void A_hostile_title_is_text_in_every_kind_of_page_that_shows_it()
    {
        const string Title = Samples.HostileTitle;
        SiteModel site = Samples.Site();
        foreach ((string path, string selector) in new[]
        {
            ("", ".titles a"), ("digests/2025-11-03/", "h3 a"), ("themes/theory/", "h2 a"), ("papers/script-alert-1-script-title-q/", "h1"), ("trending/", "h2 a"), ("months/2025-11/", ".titles a"),
        })
        {
            IHtmlDocument document = RenderedSite.Document(site, path);
            Assert.Contains(Title, document.QuerySelectorAll(selector).Select(e => e.TextContent));
            // One of the theme, one of data, one of its own file.
            Assert.Equal(3, document.Scripts.Length);
        }

        Assert.Equal(Title + " · Sample digest", RenderedSite.Document(site, "papers/script-alert-1-script-title-q/").Title);
    }

    [Fact]
    public void No_text_of_a_paper_becomes_markup()
    {
        string[] paths = ["", "papers/x/", "digests/2025-03-11/", "themes/theory/", "tags/grokking/", "orgs/*/", "weeks/2025-W11/", "trending/"];
        Dictionary<string, string> plain = paths.ToDictionary(p => p, p => SkeletonOf(SiteOf("a", "b", "c d"), p), StringComparer.Ordinal);
        Gen<string> text = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Where(s => s is not null),
            Gen.Elements(Fragments).ArrayOf().Select(string.Concat)).Where(t => !ReadableText.Of("t" + t).IsChanged && !ReadableText.Of("b" + t).IsChanged);
        // What reads as TeX becomes markup of our own making; HostileTexTests has the law for it.
        Prop.ForAll(text.Three().ToArbitrary(), texts =>
        {
            (string title, string body, string name) = texts;
            // Empty texts leave their places out, long ones gain a part to unfold.
            SiteModel site = SiteOf("t" + title, ("b" + body)[..Math.Min(100, body.Length + 1)], "n " + name);
            foreach (string path in paths)
            {
                Assert.Equal(plain[path], SkeletonOf(site, path));
            }

            IHtmlDocument paper = RenderedSite.Document(site, "papers/x/");
            Assert.Equal(HtmlText.Shown(site.Archive.Papers[0].Title), paper.QuerySelector("h1")!.TextContent);
            Assert.Equal(HtmlText.Shown(site.Archive.Papers[0].Abstract!), paper.QuerySelector(".abstract")!.TextContent);
            Assert.Equal(HtmlText.Shown(site.Archive.Papers[0].Organization!.Name), paper.QuerySelector(".meta a")!.TextContent);
            using var data = JsonDocument.Parse(paper.QuerySelector("script[type='application/ld+json']")!.TextContent);
            Assert.Equal(TextFolding.WellFormed(site.Archive.Papers[0].Title), data.RootElement.GetProperty("headline").GetString());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Attributes_give_back_the_text_they_were_given()
    {
        Gen<string> text = Gen.OneOf(ArbMap.Default.GeneratorFor<string>().Where(s => s is not null), Gen.Elements(Fragments).ArrayOf().Select(string.Concat));
        Prop.ForAll(text.ToArbitrary(), value =>
        {
            using var page = new Utf8Page();
            page.Append("<!doctype html><p title=\"");
            HtmlText.Write(value, page);
            page.Append("\" lang='");
            HtmlText.Write(value, page);
            page.Append("'>");
            HtmlText.Write(value, page);
            IElement element = new HtmlParser().ParseDocument(Strict.GetString(page.TakeBytes().Span)).QuerySelector("p")!;
            Assert.Equal(2, element.Attributes.Length);
            Assert.All([element.GetAttribute("title")!, element.GetAttribute("lang")!, element.TextContent], shown => Assert.Equal(HtmlText.Shown(value), shown));
        }).QuickCheckThrowOnFailure();
    }

    private static SiteModel SiteOf(string title, string text, string organization)
    {
        Capture capture = Samples.Capture("a.txt", new DateOnly(2025, 3, 11));
        Assert.True(Slug.TryParse("x", out Slug slug));
        Paper paper = Samples.Paper("x", Samples.Theory, text, capture) with
        {
            Slug = slug,
            Title = title,
            Abstract = text,
            Organization = new Organization(organization),
            Tags = [Samples.Grokking],
        };
        SiteModel site = Samples.Site();
        var digest = new Digest { Date = capture.Date, IsInferred = true, Captures = [capture], Papers = [paper] };
        return site with { Archive = site.Archive with { Papers = [paper], Digests = [digest] } };
    }

    private static string SkeletonOf(SiteModel site, string path) =>
        Skeleton(RenderedSite.Document(site, path.Replace("*", site.Archive.Papers[0].Organization!.Slug.ToString(), StringComparison.Ordinal)));

    // Every element with the names of its attributes, without any text.
    private static string Skeleton(IHtmlDocument document) =>
        string.Join('\n', document.All.Select(e => $"{e.LocalName} {string.Join(' ', e.Attributes.Select(a => a.Name))}"));
}
