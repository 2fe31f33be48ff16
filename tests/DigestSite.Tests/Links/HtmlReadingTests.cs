using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DigestSite.Links;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Links;

/// <summary>The tags that are read one by one, held against the tree that a browser would build of the same bytes.</summary>
public class HtmlReadingTests
{
    // SVG stands whole: where a page leaves it open, only a tree can tell what closes it.
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div id=a>", "</div>", "<a href=\"/x/\">", "</a>", "<A HREF='/y?a=1&amp;b=2&copy'>", "<img src=i.png alt=\"a > b\">", "<i id='b'>", "</i>",
        "<script>", "</script>", "'<a href=script>'", "<style>", "</style>", "a{b:url(c)}", "<title>", "</title>", "<textarea>", "</textarea>", "<!-- ", " -->", "<!-->", "--!>",
        "<!doctype html>", "<svg><desc><![CDATA[<a href=cd>]]></desc></svg>", "<![CDATA[<a href=ce>", "]]>", "<?php <a href=pi> ?>", "<svg><use href=#a /><title id=t><b></b></title><style id=s>a{}<a href=q></style></svg>", "<svg><foreignObject><style><a href=r></style></foreignObject></svg>", "<math><mi id=m>x</mi></math>",
        "<q cite=/q>", "</q>", "<x-y data=d id=e>", "</x-y>", "<template>", "</template>", "<noscript><img src=n></noscript>", "<iframe>", "</iframe>", "<noembed>", "</noembed>", "<xmp>", "</xmp>",
        "text ", "&lt;a href=text>", "\r\n", "\n", "\t", "\"", "'", "=", "<", ">", "/", "</", "<a ", "<a href=", "id=f ", "href=g ", "&", "&#x41;", "\u00E9", "\U0001F600", "<a href=1 href=2 id=h id=j>", "<br/>",
        "<script><!--", "<script>//--></script>", "</scr", "</SCRIPT\n>", "<plaintext", "\0",
    ];

    private static readonly string[] Attributes = ["href", "src", "cite", "action", "poster", "data", "formaction"];

    [Fact]
    public void Links_and_ids_are_those_of_the_tree() =>
        Check.One(
            Cases.Of(2000).WithEndSize(60),
            Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), Agrees));

    [Fact]
    public void A_damaged_page_is_read_as_its_tree_is()
    {
        string page = "<!doctype html><html lang=en><head><title>A &amp; B</title><link rel=stylesheet href=/a.css><style>a{b:url(/i.png)}</style></head><body id=top>"
            + "<main id=main><a href=\"/x/#y\" id='l1'>x</a><!-- <a href=c> --><script>let a = '<a href=s>';</script><svg viewBox='0 0 1 1'><use href='#s'/></svg><img src=\"/p.png\" alt='a>b'></main></body></html>";
        Gen<string> damaged = from at in Gen.Choose(0, page.Length - 1)
                              from length in Gen.Choose(0, 3)
                              from piece in Gen.Elements(Pieces)
                              select page.Remove(at, Math.Min(length, page.Length - at)).Insert(at, piece);
        Check.One(Cases.Of(2000), Prop.ForAll(damaged.ToArbitrary(), Agrees));
    }

    [Fact]
    public void No_text_of_any_kind_stops_the_reading() =>
        Check.One(
            Cases.Of(2000),
            Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text =>
            {
                foreach (string path in new[] { "index.html", "a.css", "feed.xml", "icon.svg", "api/x.json", "robots.txt" })
                {
                    TinySite.Told(TinySite.UnderPath, (path, text));
                }
            }));

    private static void Agrees(string html)
    {
        (string[] Links, string[] Ids) tree = OfTree(html);
        using var found = new FoundLinks();
        found.Read(new OutputFile(new SitePath("index.html"), Encoding.UTF8.GetBytes(html), ""));
        IEnumerable<string> links = found.Links.Where(l => Attributes.Contains(l.Attribute)).Select(l => $"{l.Element} {l.Attribute} {l.Url}");
        Assert.Equal(tree.Links, links.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(tree.Ids, found.Anchors.Select(a => a.Name.ToString()).Distinct().Order(StringComparer.Ordinal));
    }

    private static (string[] Links, string[] Ids) OfTree(string html)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(html)));
        string[] ids = [.. document.All.Select(e => e.GetAttribute("id")).OfType<string>().Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        IEnumerable<string> links =
            from element in WithTemplates(document)
            from attribute in element.Attributes
            where Attributes.Contains(attribute.Name)
            select $"{element.LocalName.ToLowerInvariant()} {attribute.Name} {attribute.Value}";
        return ([.. links.Distinct().Order(StringComparer.Ordinal)], ids);
    }

    private static IEnumerable<IElement> WithTemplates(IParentNode parent)
    {
        foreach (IElement element in parent.QuerySelectorAll("*"))
        {
            yield return element;
            foreach (IElement inner in element is IHtmlTemplateElement template ? WithTemplates(template.Content) : [])
            {
                yield return inner;
            }
        }
    }
}
