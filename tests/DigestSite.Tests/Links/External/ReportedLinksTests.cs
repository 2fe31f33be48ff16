using DigestSite.Diagnostics;
using DigestSite.Links.External;
using static DigestSite.Tests.Links.External.LoopbackWeb;

namespace DigestSite.Tests.Links.External;

/// <summary>The share of rows 42 to 44 that links to other sites have: where they are told, how, and how often.</summary>
public class ReportedLinksTests
{
    [Fact]
    public async Task Row_42_what_is_told_has_its_page_line_and_column_the_element_and_the_file_it_came_from()
    {
        await using AskedSite site = await AskedSite.Start("http://z.host.org/gone");
        site.Folder["templates/partials/footer.hbs"] = site.Folder["templates/partials/footer.hbs"].Replace("</footer>", $"<img src=\"{site.Here("http://a.host.org/gone.png")}\" alt=\"\"></footer>", StringComparison.Ordinal);
        site.Web.Answer = (context, _) => Status(context, 404);
        await site.Check();
        Diagnostic[] told = [.. site.Diagnostics.InOrder()];
        Assert.Equal(["content/pages/about.md", "templates/partials/footer.hbs"], told.Select(d => Path.GetRelativePath(site.Folder.Root, d.Span.FileName).Replace('\\', '/')));
        Assert.Equal((6, 7), (told[0].Span.Line, told[0].Span.Column));
        Assert.Matches(@"in <a href> is broken: 404, there is no such page \(from .*content/pages/about\.md; site/about/index\.html\(\d+,\d+\)\)$", told[0].Message);
        Assert.Matches(@"in <img src> is broken: 404, there is no such page \(from .*templates/partials/footer\.hbs; site/index\.html\(\d+,\d+\), on \d+ pages\)$", told[1].Message);
        Assert.Equal("correct or remove the link; if it is right, name it in content/site.yml: `external_links: { exclude: [...] }`", told[0].WayOut);
    }

    [Fact]
    public async Task Row_44_the_same_broken_link_on_many_pages_is_told_once_with_their_number()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/gone", "http://a.host.org/gone");
        site.Folder["content/pages/more.md"] = site.Folder["content/pages/about.md"];
        site.Web.Answer = (context, _) => Status(context, 404);
        Assert.Single(await site.Check());
        Assert.EndsWith(", on 2 pages)", site.Diagnostics.InOrder()[0].Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(site.Findings!.Placed).Pages);
    }

    [Fact]
    public async Task Row_43_links_pages_and_hosts_are_counted()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/gone", "http://a.host.org/gone#x", "http://b.host.org/moved", "http://b.host.org/good", "http://c.host.org/closed");
        site.Folder["content/pages/more.md"] = site.Folder["content/pages/about.md"];
        site.Web.Answer = (context, _) => context.Request.Path.Value switch
        {
            "/gone" => Status(context, 404),
            "/moved" => Status(context, 301, ("Location", "/good")),
            "/closed" => Status(context, 403),
            _ => Status(context, 200),
        };
        await site.Check();
        Assert.Equal("10 links to 4 addresses of other sites, 2 pages, 3 hosts: 1 good, 1 moved, 1 could not be told, 1 broken, 0 not known; 4 asked now", site.Findings!.Counts(site.Run!.Asked));
    }

    [Fact]
    public async Task What_is_told_does_not_depend_on_who_answers_first()
    {
        await using AskedSite site = await AskedSite.Start([.. Enumerable.Range(1, 12).Select(n => $"http://h{n}.host.org/{n}")]);
        site.Web.Answer = async (context, _) =>
        {
            await Task.Delay(Random(20), TestContext.Current.CancellationToken);
            context.Response.StatusCode = 404;
        };
        string[] first = await site.Check();
        Assert.Equal(12, first.Length);
        Assert.Equal(first, await site.Check());
    }

    [Fact]
    public async Task The_summary_says_what_broke_since_when_and_where()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/gone", "http://b.host.org/moved", "http://c.host.org/x#no", "http://d.host.org/closed");
        site.Folder["content/pages/more.md"] = site.Folder["content/pages/about.md"];
        site.Web.Answer = (context, _) => context.Request.Host.Host[0] switch
        {
            'a' => Status(context, 404),
            'b' => context.Request.Path == "/moved" ? Status(context, 308, ("Location", "/new")) : Status(context, 200),
            'c' => Html(context, "<p>"),
            _ => Status(context, 403),
        };
        await site.Check("2025-11-01");
        await site.Check();
        string text = LinkSummary.Of(site.Findings!, site.Findings!.Counts(4), new(2025, 11, 3), Samples.Base("https://tiny.github.io/digest/"));
        Assert.Equal(
            """
            # 1 broken link to other sites

            Checked on 2025-11-03: 8 links to 4 addresses of other sites, 2 pages, 4 hosts: 1 good, 1 moved, 1 could not be told, 1 broken, 0 not known; 4 asked now.

            ## Broken

            - `http://a.host.org/gone`: 404\, there is no such page\; not good since 2025\-11\-01
              (`content/pages/about.md` line 6; <https://tiny.github.io/digest/about/> line N, column N, `<a href>` and 1 more)

            ## Moved for good

            - `http://b.host.org/moved`: is now `http://b.host.org/new`
              (`content/pages/about.md` line 8; <https://tiny.github.io/digest/about/> line N, column N, `<a href>` and 1 more)

            ## A place on the page is missing

            - `http://c.host.org/x#no`: no id \`no\`\; not good since 2025\-11\-01
              (`content/pages/about.md` line 10; <https://tiny.github.io/digest/about/> line N, column N, `<a href>` and 1 more)

            ## Could not be told

            - `http://d.host.org/closed`: 403\, it refuses programs\, or everybody\; not good since 2025\-11\-01
              (`content/pages/about.md` line 12; <https://tiny.github.io/digest/about/> line N, column N, `<a href>` and 1 more)

            """,
            System.Text.RegularExpressions.Regex.Replace(site.Anywhere(text).Replace(site.Folder.Root + "/", "", StringComparison.Ordinal), "> line [0-9]+, column [0-9]+", "> line N, column N", default, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_summary_without_a_broken_link_says_so_and_a_long_one_is_cut()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        await site.Check();
        BaseUrl at = Samples.Base("https://tiny.github.io/digest/");
        Assert.StartsWith("# No link to another site is broken\n\nChecked on ", LinkSummary.Of(site.Findings!, "", new(2025, 11, 3), at), StringComparison.Ordinal);
        site.Link([.. Enumerable.Range(1, 300).Select(n => $"http://a.host.org/{n}-{new string('x', 400)}")]);
        site.Web.Answer = (context, _) => Status(context, 410);
        await site.Check();
        string text = LinkSummary.Of(site.Findings!, "", new(2025, 11, 3), at);
        Assert.InRange(text.Length, 40_000, 51_000);
        Assert.EndsWith("\nAnd more: this is cut short.\n", text, StringComparison.Ordinal);
    }

    private static int Random(int below) => System.Security.Cryptography.RandomNumberGenerator.GetInt32(below);
}
