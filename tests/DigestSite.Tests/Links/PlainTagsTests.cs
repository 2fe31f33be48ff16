using DigestSite.Links;
using DigestSite.Tests.Sites;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Links;

/// <summary>The quick reading of tags: what it reads is what the tokenizer of the standard reads, and what it cannot read it leaves alone.</summary>
public class PlainTagsTests(RealSite real) : IClassFixture<RealSite>
{
    [Fact]
    public void Every_page_of_the_real_site_is_plain()
    {
        OutputFile[] pages = [.. real.Site.Files.Where(f => f.Path.FilePath.EndsWith(".html", StringComparison.Ordinal))];
        Assert.NotEmpty(pages);
        Assert.All(pages, p => Assert.True(IsPlain(FoundLinks.TextOf(p)), p.Path.ToString()));
    }

    [Fact]
    public void It_finds_what_the_tokenizer_finds_at_the_same_places()
    {
        foreach (OutputFile page in real.Site.Files.Where(f => f.Path.FilePath.EndsWith(".html", StringComparison.Ordinal)))
        {
            // A comment is not plain: the whole page is then read the other way.
            string text = FoundLinks.TextOf(page);
            string[] expected = Read(text + "<!-- -->");
            Assert.NotEmpty(expected);
            Assert.Equal(expected, Read(text));
        }
    }

    [Fact]
    public void Texts_without_tags_are_read_as_the_tokenizer_reads_them()
    {
        string[] pieces = ["<script>", "</script>", "<textarea>", "</textarea>", "<title>", "</title>", "<style>", "</style>", "<iframe>", "</iframe>", "<plaintext>", "</scriptx>", "</scr", "<!--", "<svg>", "</svg>", "<p id=\"a\">", "<a href=\"b\">", "</a>", "\"", "x"];
        Check.One(Cases.Of(3000).WithEndSize(12), Prop.ForAll(Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(), html =>
        {
            // Only where it did not give up by itself is there anything to compare; the comment makes the other reading certain.
            Assert.Equal(Read("<!-- -->" + html).Select(WithoutPlace), Read(html).Select(WithoutPlace));
        }));

        static string WithoutPlace(string told) => told.Split(" TextRange")[0];
    }

    [Theory]
    [InlineData("<a href=\"/x?a=1&amp;b=&lt;&gt;&quot;&#39;\" hidden id=\"b\"/><br/><IMG SRC=\"c\">", "a href=/x?a=1&b=<>\"'", "id b", "img src=c")]
    [InlineData("<title></titl><a href=\"x\"></title><svg><title><a href=\"y\"></a></title></svg><textarea><p id=\"a\"></textarea>", "a href=y")]
    [InlineData("<style>a{b:url(c)}</style><script>'<a href=\"x\">'</script>", "style url()=c")]
    public void Plain_tags_are_read_at_once(string html, params string[] found)
    {
        Assert.True(IsPlain(html), html);
        Assert.Equal(found.Order(StringComparer.Ordinal), ReadWithoutPlaces(html));
    }

    [Theory]
    [InlineData("<a href=/x>")]
    [InlineData("<a href='/x'>")]
    [InlineData("<a href = \"/x\">")]
    [InlineData("<a href=\"/x\"id=\"y\">")]
    [InlineData("<a href=\"/x\" href=\"/y\">")]
    [InlineData("<a href=\"/x?a&copy;b\">")]
    [InlineData("<a href=\"/x\ry\">")]
    [InlineData("<a href=\"/x\0y\">")]
    [InlineData("<a href=\"/x")]
    [InlineData("<a / href=\"/x\">")]
    [InlineData("</a href=\"/x\">")]
    [InlineData("</a/>")]
    [InlineData("<a@b>")]
    [InlineData("<1>")]
    [InlineData("a < b")]
    [InlineData("<")]
    [InlineData("</")]
    [InlineData("<a")]
    [InlineData("<!-- -->")]
    [InlineData("<p><!doctype html>")]
    [InlineData("<![CDATA[x]]>")]
    [InlineData("<?xml ?>")]
    [InlineData("<script><!-- <script></script> --></script>")]
    [InlineData("<title>a")]
    [InlineData("<script>let s = \"</scriptx><textarea>\";</script><a href=\"gone\"></a><textarea></textarea>x")]
    [InlineData("<textarea>q <style></style><p id=\"zz\"></p></main>")]
    [InlineData("<plaintext><style></style>")]
    [InlineData("<title>a<script></script><style></style>")]
    [InlineData("<title>a</title >")]
    [InlineData("<plaintext></plaintext>")]
    public void Anything_else_is_left_to_the_tokenizer_of_the_standard(string html) => Assert.False(IsPlain(html));

    private static bool IsPlain(string html)
    {
        var tag = new HtmlTag();
        var tags = new PlainTags(html.AsMemory());
        var foreign = new ForeignContent();
        while (tags.Next(tag))
        {
            if (tag.IsEnd)
            {
                foreign.Close(tag.Name.Span);
            }
            else if (foreign.Open(tag.Name.Span, tag.IsSelfClosing))
            {
                tags.Pass(ForeignContent.TextOf(tag.Name.Span), tag.Name.Span);
            }
        }

        return !tags.GaveUp;
    }

    private static string[] Read(string html) => Found(html, f => [.. f.Links.Select(l => $"{l.Place}={l.Url} {l.Range} {l.Rules}"), .. f.Anchors.Select(a => $"{a.Name} {a.IsId} {a.Range}"), $"{f.Redirects}"]);

    private static string[] ReadWithoutPlaces(string html) =>
        Found(html, f => [.. f.Links.Select(l => $"{l.Element} {l.Attribute}={l.Url}").Concat(f.Anchors.Select(a => $"id {a.Name}")).Order(StringComparer.Ordinal)]);

    private static string[] Found(string html, Func<FoundLinks, string[]> told)
    {
        using var found = new FoundLinks();
        HtmlLinks.Read(html.AsMemory(), found);
        return told(found);
    }
}
