using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DigestSite.Feeds;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Feeds;

/// <summary>Whatever a template makes, an entry holds headings, paragraphs, lists, links and emphasis.</summary>
public partial class EntryReductionTests
{
    private const string Page = "https://owner.github.io/digest/papers/x/";

    private static readonly string[] Kept = ["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "em", "strong", "sub", "sup", "code"];

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<ul>", "<ol start=3>", "<li>", "</li>", "</ul>", "<h1>", "<h4>", "</h4>", "<em>", "</em>", "<b>", "</i>", "<i>", "<a href=/x/>", "</a>",
        "<a href='javascript:alert(1)' onclick=x>", "<table><tr><td>", "<td>", "</table>", "<pre>", "\n", "</pre>", "<br>", "<img alt='pic' src=x onerror=y>", "<span style='color:red'>",
        "</span>", "<script>no()</script>", "<style>p{no:1}</style>", "<svg><a xlink:href='x'>", "</svg>", "<math><mi>", "</math>", "<!-- no -->", "<iframe src=x>no</iframe>", "<select><option>",
        "<textarea>", "</textarea>", "<template><p>no</template>", "<plaintext>", "<frameset>", "</body>", "<title>", "</title>", "<q>", "one", " two ", "&lt;script&gt;", "&amp;amp;", "&nbsp;", "]]>", "<", "&",
        "\u202E", "\uD800", "\u0001", "\U0001F600", "x<sub>2</sub>", "<noscript><img src=x></noscript>",
    ];

    private static Arbitrary<string> AnyMarkup { get; } = Gen.Elements(Pieces).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    [Theory]
    [InlineData("<p>One <b>two</b> <i>three</i> x<sup>2</sup></p>", "<p>One <strong>two</strong> <em>three</em> x<sup>2</sup></p>\n")]
    [InlineData("text <p class=a style='color:red' onclick=x>One</p>", "<p>text</p>\n<p>One</p>\n")]
    [InlineData("<div>One</div><div>Two<div>Three</div></div>", "<p>One</p>\n<p>Two</p>\n<p>Three</p>\n")]
    [InlineData("<p>One<br>two</p>", "<p>One</p>\n<p>two</p>\n")]
    [InlineData("<h1>A</h1><h3 id=b>B</h3>", "<h2>A</h2>\n<h3>B</h3>\n")]
    [InlineData("<ul><li>One<li>Two <ul><li>Deep</ul></ul>", "<ul><li>One</li>\n<li>Two\n<ul><li>Deep</li>\n</ul>\n</li>\n</ul>\n")]
    [InlineData("<ol><li><p>One</p><p>two</p></li></ol>", "<ol><li><p>One</p>\n<p>two</p>\n</li>\n</ol>\n")]
    [InlineData("<ul>bare<li>One</li><ul><li>Two</ul></ul>", "<ul><li>bare</li>\n<li>One</li>\n<li>\n<ul><li>Two</li>\n</ul>\n</li>\n</ul>\n")]
    [InlineData("<li>One</li><li>Two</li>", "<p>One</p>\n<p>Two</p>\n")]
    [InlineData("<ul><li>One<div>two</div></li></ul>", "<ul><li>One<p>two</p>\n</li>\n</ul>\n")]
    [InlineData("<ul></ul><p> </p><em></em><h3><a href='/x/'></a></h3>", "")]
    [InlineData("<strong><p>One</p><p>Two</p></strong>", "<p><strong>One</strong></p>\n<p><strong>Two</strong></p>\n")]
    [InlineData("<blockquote>One</blockquote>two", "<p>One</p>\n<p>two</p>\n")]
    [InlineData("<pre>if x:\n  y\n</pre>", "<p><code>if x:</code></p>\n<p><code>y</code></p>\n")]
    [InlineData("<table><tr><th>A<th>B<tr><td>1<td>2</table>", "<p>A | B</p>\n<p>1 | 2</p>\n")]
    [InlineData("<p>A <img src=x alt='sharp drop'> here</p>", "<p>A sharp drop here</p>\n")]
    [InlineData("<q>Why</q>", "<p>“Why”</p>\n")]
    [InlineData("<form><input value=x><button>Go</button></form>", "<p>Go</p>\n")]
    [InlineData("<p>a</p><script>alert(1)</script><style>p{}</style><iframe>x</iframe><template><p>y</template>", "<p>a</p>\n")]
    [InlineData("<p>a&nbsp;b &lt;c&gt; &copy; \"d\" ]]></p>", "<p>a\u00A0b &lt;c&gt; © &quot;d&quot; ]]&gt;</p>\n")]
    [InlineData("<em>a <i>b</i></em> <a href='/digest/'>c <svg><a href='/x/'>d</a></svg></a>", "<p><em>a b</em> <a href=\"https://owner.github.io/digest/\">c</a></p>\n<p><a href=\"https://owner.github.io/digest/\">d</a></p>\n")]
    [InlineData("<dl><dt>Term<dd>Meaning</dl>", "<p>Term</p>\n<p>Meaning</p>\n")]
    [InlineData("<p>e\u0301 \u202Eevil\u202C \u2067x\u2069 \u0007</p>", "<p>é evil x</p>\n")]
    public void Markup_becomes_what_feeds_hold(string markup, string html) => Assert.Equal(html, EntryReduction.Of(markup, Page));

    [Theory]
    [InlineData("/digest/themes/", "https://owner.github.io/digest/themes/")]
    [InlineData("../y/", "https://owner.github.io/digest/papers/y/")]
    [InlineData("#related", "https://owner.github.io/digest/papers/x/#related")]
    [InlineData("", "https://owner.github.io/digest/papers/x/")]
    [InlineData("//other.org/a", "https://other.org/a")]
    [InlineData("https://other.org/a?b=1&amp;c=%20", "https://other.org/a?b=1&amp;c=%20")]
    [InlineData(" HTTPS://other.org/ö ", "https://other.org/%C3%B6")]
    [InlineData("http://other.org", "http://other.org")]
    [InlineData("mailto:editors@other.org", "mailto:editors@other.org")]
    public void An_address_is_made_absolute(string href, string absolute) =>
        Assert.Equal($"<p><a href=\"{absolute}\">x</a></p>\n", EntryReduction.Of($"<a href=\"{href}\">x</a>", Page));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" java\nscript:alert(1)")]
    [InlineData("&#1;javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("blob:https://x.org/1")]
    public void What_leads_to_no_page_is_not_linked_and_keeps_its_words(string href) =>
        Assert.Equal("<p>x</p>\n", EntryReduction.Of($"<a href=\"{href}\">x</a>", Page));

    [Fact]
    public void An_address_cannot_leave_its_attribute()
    {
        string html = EntryReduction.Of("<a href='https://x.org/\" onclick=\"alert(1)'>x</a>", Page);
        Assert.Equal(["href"], FeedFiles.ParseHtml(html).Links.Single().Attributes.Select(a => a.Name));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<b>")]
    [InlineData("<table>")]
    public void Nesting_without_end_does_no_harm(string open)
    {
        string markup = string.Concat(Enumerable.Repeat(open, 20_000)) + "deep";
        Assert.Contains("deep", EntryReduction.Of(markup, Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_markup_is_reduced_once_and_for_all_to_what_is_safe() => Prop.ForAll(AnyMarkup, markup =>
    {
        string html = EntryReduction.Of(markup, Page);
        Assert.Equal(html, EntryReduction.Of(html, Page));
        foreach (IElement element in FeedFiles.ParseHtml(html).Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Kept);
            Assert.Equal(element.LocalName == "a" ? ["href"] : [], element.Attributes.Select(a => a.Name));
            Assert.NotEqual("", element.TextContent);
        }

        Assert.All(FeedFiles.ParseHtml(html).Links, l => Assert.Matches("^https://owner.github.io/", l.GetAttribute("href")));
    }).Check(Cases.Of(500));

    [Fact]
    public void No_word_is_lost_but_those_that_no_page_shows() => Prop.ForAll(AnyMarkup, markup =>
    {
        IElement page = FeedFiles.ParseHtml("<body>").Body!;
        page.Append([.. new HtmlParser().ParseFragment(markup, page)]);
        foreach (IElement unseen in page.QuerySelectorAll("script, style, template, iframe, noframes").ToList())
        {
            unseen.Remove();
        }

        foreach (IElement picture in page.QuerySelectorAll("img").ToList())
        {
            picture.Prepend(page.Owner!.CreateTextNode(picture.GetAttribute("alt") ?? ""));
        }

        string html = EntryReduction.Of(markup, Page);
        Assert.Equal(Words(page.TextContent), Words(FeedFiles.ParseHtml(html).Body!.TextContent));
        Assert.Equal(Words(page.TextContent), Words(Marks().Replace(EntryText.Of(html), "")));
    }).Check(Cases.Of(300));

    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<h3>Theory</h3><ul><li>A<li>B</ul><p>End</p>", "Theory\n\n- A\n- B\n\nEnd")]
    [InlineData("<ol><li>A<ul><li>B</ul><li>C</ol>", "1. A\n  - B\n2. C")]
    [InlineData("<ul><li><p>A</p><p>B</p></ul>", "- A\n  B")]
    [InlineData("<p>See <a href='/digest/'>the site</a>.</p>", "See the site (https://owner.github.io/digest/).")]
    [InlineData("<a href='https://github.com/a/b'>https://github.com/a/b</a>", "https://github.com/a/b")]
    [InlineData("<a href='mailto:a@b.org'>a@b.org</a>", "a@b.org")]
    [InlineData("<p>&lt;b&gt; &amp;amp; <em>x</em><sup>2</sup></p>", "<b> &amp; x2")]
    [InlineData("", "")]
    public void As_plain_text_it_reads_like_a_letter(string markup, string text) => Assert.Equal(text, EntryText.Of(EntryReduction.Of(markup, Page)));

    // What plain text adds: addresses, and what items begin with.
    [GeneratedRegex(@" \(https://owner[^)]*\)|^ *((-|\d+\.)( |$))+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();

    // Without what tells cells, quotations and items apart, in any spacing: blocks end words without white space between them.
    private static string Words(string text) => string.Concat(FeedText.Clean(text).Where(c => !char.IsWhiteSpace(c) && c is not ('|' or '“' or '”')));
}
