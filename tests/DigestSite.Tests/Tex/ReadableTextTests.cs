using System.Net;
using AngleSharp.Html.Parser;
using DigestSite.Tex;

namespace DigestSite.Tests.Tex;

public class ReadableTextTests
{
    [Theory]
    [MemberData(nameof(ReadableTextCases.All), MemberType = typeof(ReadableTextCases))]
    public void Captured_text_reads_as_the_table_says(int line, string captured, string plain, string? html)
    {
        ReadableText text = ReadableText.Of(captured);

        Assert.Equal((line, plain), (line, text.Plain));
        Assert.Equal(html ?? plain, html is null ? WebUtility.HtmlDecode(text.Html.Markup).Replace('\u00A0', ' ') : text.Html.Markup);
        Assert.Equal(captured != plain, text.IsChanged);
    }

    [Theory]
    [MemberData(nameof(ReadableTextCases.All), MemberType = typeof(ReadableTextCases))]
    public void Plain_text_read_again_stays_as_it_is(int line, string captured, string plain, string? html)
    {
        _ = html;
        string once = ReadableText.Of(captured).Plain;
        Assert.Equal((line, plain), (line, ReadableText.Of(once).Plain));
    }

    [Fact]
    public void Text_without_TeX_is_the_same_string()
    {
        string captured = new(['A', ' ', 't', 'e', 'x', 't', ' ', '<', 'b', '>', '.']);
        Assert.Same(captured, ReadableText.Of(captured).Plain);
        Assert.Equal("A text &lt;b&gt;.", ReadableText.Of(captured).Html.Markup);
        Assert.False(ReadableText.Of(captured).IsChanged);
    }

    [Fact]
    public void A_formula_that_only_html_can_show_counts_as_a_change()
    {
        ReadableText text = ReadableText.Of("the dimension K_F");
        Assert.Equal(("the dimension K_F", "the dimension K<sub>F</sub>", true), (text.Plain, text.Html.Markup, text.IsChanged));
    }

    [Fact]
    public void Markup_in_captured_text_stays_text()
    {
        ReadableText text = ReadableText.Of("$x<y$ <script>alert(1)</script> \\textbf{<b>} \\href{https://example.org/\"onclick=x}{a <i>}");
        var body = new HtmlParser().ParseDocument(text.Html.Markup).Body!;
        Assert.Equal(["strong"], body.QuerySelectorAll("*").Select(e => e.LocalName));
        Assert.Equal("x<y <script>alert(1)</script> <b> a <i>", body.TextContent);
    }
}
