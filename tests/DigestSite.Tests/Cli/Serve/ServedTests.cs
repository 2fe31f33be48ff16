using DigestSite.Cli.Serve;

namespace DigestSite.Tests.Cli.Serve;

public class ServedTests
{
    private const string Head = """
        <!doctype html><link rel="stylesheet" href="/digest/assets/site.css"><link rel=icon href="../../assets/icon.svg">
        <link rel="alternate" href="/digest/feed.xml"><link rel="canonical" href="https://owner.github.io/digest/other/">
        """;

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["papers/x/"] = Head + "<a href=/digest/other/>other</a> <img src=https://elsewhere.example/digest/other/pic.png>",
        ["other/"] = "other",
        ["feed.xml"] = "<rss/>",
        ["assets/site.css"] = "@import 'more.css'; body { background: url(wash.png) }",
        ["assets/more.css"] = "@font-face { src: url(serif.woff2) }",
        ["assets/wash.png"] = "wash",
        ["assets/serif.woff2"] = "serif",
        ["assets/icon.svg"] = "<svg/>",
        ["assets/unused.js"] = "unused",
    };

    [Theory]
    [InlineData("papers/x/")]
    [InlineData("assets/icon.svg")]
    [InlineData("assets/more.css")]
    [InlineData("assets/wash.png")]
    [InlineData("assets/serif.woff2")]
    public void A_page_is_another_when_it_or_what_it_is_shown_with_changes(string changed)
    {
        PageState before = StateWith("");
        PageState after = StateWith(changed);
        Assert.NotEqual(before.Page, after.Page);
        Assert.Equal(before.Styles, after.Styles);
    }

    [Theory]
    [InlineData("other/")]
    [InlineData("feed.xml")]
    [InlineData("assets/unused.js")]
    public void A_page_is_the_same_when_something_else_changes(string changed)
    {
        PageState before = StateWith("");
        PageState after = StateWith(changed);
        Assert.Equal(before.Page, after.Page);
        Assert.Equal(before.Styles, after.Styles);
    }

    [Fact]
    public void A_style_sheet_that_the_page_links_changes_by_itself()
    {
        PageState before = StateWith("");
        PageState after = StateWith("assets/site.css");
        Assert.Equal(before.Page, after.Page);
        Assert.Equal(["/digest/assets/site.css"], after.Styles.Keys);
        Assert.NotEqual(before.Styles, after.Styles);
    }

    [Fact]
    public void A_missing_page_is_another_when_it_comes_and_when_it_becomes_a_folder()
    {
        string[] states =
        [
            new Served(ServedFiles.Site(("404.html", "missing")), []).StateOf("/digest/x").Page,
            new Served(ServedFiles.Site(("404.html", "missing"), ("x.html", "missing")), []).StateOf("/digest/x").Page,
            new Served(ServedFiles.Site(("404.html", "missing"), ("x/", "missing")), []).StateOf("/digest/x").Page,
            new Served(null, []).StateOf("/digest/x").Page,
        ];
        Assert.Equal(4, states.Distinct().Count());
    }

    [Fact]
    public void Errors_change_neither_page_nor_styles()
    {
        SiteTree site = ServedFiles.Site([.. Texts.Select(t => (t.Key, t.Value))]);
        PageState good = new Served(site, []).StateOf("/digest/papers/x/");
        PageState bad = new Served(site, ["themes.yml(1,1): error"]).StateOf("/digest/papers/x/");
        Assert.Equal((good.Page, good.Styles["/digest/assets/site.css"]), (bad.Page, bad.Styles["/digest/assets/site.css"]));
        Assert.Equal(["themes.yml(1,1): error"], bad.Errors);
    }

    [Fact]
    public void The_script_stands_at_the_end_of_the_body_and_the_bytes_of_the_site_stay()
    {
        byte[] page = "<body><pre>&lt;/body></pre></body></html>"u8.ToArray();
        string sent = ServedFiles.Text(LivePage.WithScript(page, new("/x", "1", [], [])));
        Assert.StartsWith("<body><pre>&lt;/body></pre><script src=\"/.digest/live.js\" data-state='", sent, StringComparison.Ordinal);
        Assert.EndsWith("</script>\n</body></html>", sent, StringComparison.Ordinal);
        Assert.EndsWith("</script>\n", ServedFiles.Text(LivePage.WithScript("<p>no body"u8.ToArray(), new("/x", "1", [], []))), StringComparison.Ordinal);
        Assert.Equal("<body><pre>&lt;/body></pre></body></html>", ServedFiles.Text(page));
    }

    [Fact]
    public void No_error_text_or_address_gets_out_of_its_place()
    {
        const string Hostile = "'\"><script>alert(1)</script>&\u2028<!--";
        string json = LivePage.Json(new(Hostile, "1", [], [Hostile]));
        Assert.DoesNotContain(json, c => c is '\'' or '<' or '>' or '&' or '\u2028');
        string page = ServedFiles.Text(LivePage.WithoutSite(new("/", "", [], [Hostile])));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]", true)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("192.168.1.7", false)]
    [InlineData("", false)]
    public void Only_this_machine_s_own_names_are_answered(string host, bool isOwn) => Assert.Equal(isOwn, Loopback.IsOwn(host));

    private static PageState StateWith(string changed) =>
        new Served(ServedFiles.Site([.. Texts.Select(t => (t.Key, t.Key == changed ? t.Value + " " : t.Value))]), []).StateOf("/digest/papers/x/");
}
