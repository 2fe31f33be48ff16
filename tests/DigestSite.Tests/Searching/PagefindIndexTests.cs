using System.Text;
using AngleSharp.Html.Parser;
using DigestSite.Diagnostics;
using DigestSite.Searching;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Searching;

public class PagefindIndexTests
{
    [Fact]
    public void What_the_program_makes_is_part_of_the_site_with_its_licence_and_without_what_the_page_does_not_use()
    {
        using SiteFolder site = Asking();
        BuiltSite built = site.Build(o => o with { Pagefind = pages => Index(pages.Count) });
        Assert.Equal(["DS305"], site.Diagnostics.InOrder().Select(d => d.Id));
        string[] made = [.. built.Files.Select(f => f.Path.ToString()).Where(p => p.StartsWith("search/", StringComparison.Ordinal))];
        Assert.Equal(["search/", "search/pagefind/LICENSE.txt", "search/pagefind/fragment/en_1.pf_fragment", "search/pagefind/pagefind-entry.json", "search/pagefind/pagefind.js"], made);
        Assert.Equal(built.Files.Select(f => f.Path).Order(), built.Files.Select(f => f.Path));
        Assert.DoesNotContain("pagefind/", site.Build(o => o with { Pagefind = pages => Index(pages.Count) }).Recorded!.Urls.Keys.Select(u => u.ToString()));
    }

    [Fact]
    public void The_program_reads_a_page_a_paper_with_its_filters_and_nothing_that_was_taken_down()
    {
        IReadOnlyList<OutputFile> pages = PagefindPages.Of(Samples.Site(), _ => "3 authors");
        Assert.Equal(Samples.Archive().Papers.Select(p => $"papers/{p.Slug}/"), pages.Select(p => p.Path.ToString()));
        var hostile = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(pages[0].Bytes.Span));
        Assert.Equal(Samples.HostileTitle, hostile.QuerySelector("h1")!.TextContent);
        Assert.Empty(hostile.Scripts);
        Assert.Equal(
            ["theme:theory", "year:2025", "org:UC%20Berkeley", "code:1"],
            hostile.QuerySelectorAll("[data-pagefind-filter]").Select(e => e.GetAttribute("data-pagefind-filter")));
        Assert.Equal(["order:4", "order:3", "order:2", "order:1"], pages.Select(p => Encoding.UTF8.GetString(p.Bytes.Span)).Select(t => t[t.IndexOf("order:", StringComparison.Ordinal)..].Split('"')[0]));
        string record = hostile.QuerySelector("[data-pagefind-meta]")!.GetAttribute("data-pagefind-meta")!;
        Assert.DoesNotContain(record["record:".Length..], c => c is '<' or '"' or '&' or ' ');
        int[] withId = [.. Samples.Archive().Papers.Index().Where(p => p.Item.Arxiv is not null).Select(p => p.Index)];
        Assert.NotEmpty(withId);
        Assert.All(withId, i => Assert.Contains(">arxiv230112643<", Encoding.UTF8.GetString(pages[i].Bytes.Span), StringComparison.Ordinal));
        Assert.Contains("UC Berkeley", Uri.UnescapeDataString(record), StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("DS620")]
    public void A_program_that_is_not_there_is_told_where_site_yml_asks_for_it() =>
        AssertFault("DS620", _ => IndexAnswer.NoProgram("it is not on the PATH"), "it is not on the PATH");

    [Fact]
    [Provokes("DS621")]
    public void A_program_that_fails_is_quoted() =>
        AssertFault("DS621", _ => new(IndexFault.Failed, []) { Detail = "exit code 3: no space left" }, "exit code 3: no space left");

    [Fact]
    [Provokes("DS622")]
    public void A_program_that_takes_too_long_is_told() =>
        AssertFault("DS622", _ => new(IndexFault.TimedOut, []) { Detail = "15 min" }, "15 min");

    [Fact]
    [Provokes("DS623")]
    public void An_index_that_lacks_papers_or_its_script_or_its_list_is_not_published()
    {
        AssertFault("DS623", pages => Index(pages.Count - 1), "papers");
        AssertFault("DS623", pages => new(IndexFault.None, [.. Index(pages.Count).Files.Where(f => f.Path.ToString() != "pagefind.js")]), "no `pagefind.js`");
        AssertFault("DS623", pages => new(IndexFault.None, [.. Index(pages.Count).Files.Where(f => f.Path.ToString() != "pagefind-entry.json")]), "it knows 0 of");
        AssertFault("DS623", pages => new(IndexFault.None, [.. Index(pages.Count).Files.Where(f => f.Path.ToString() != "pagefind-entry.json"), File("pagefind-entry.json", "{\"languages\":{\"en\":7}}")]), "it knows 0 of");
    }

    [Fact]
    public void With_another_error_about_the_program_is_not_run()
    {
        using SiteFolder site = Asking();
        site["content/pages/about.md"] = "---\ntitle: About\ndescription: x\n---\n[nowhere](/nowhere/)\n";
        site["content/papers.yml"] = "papers:\n  no-such-paper:\n    pin: true\n";
        bool isRun = false;
        site.Build(o => o with
        {
            Pagefind = pages =>
            {
                isRun = true;
                return Index(pages.Count);
            },
        });
        Assert.True(site.Diagnostics.HasFaults);
        Assert.False(isRun);
        Assert.DoesNotContain(site.Diagnostics.InOrder(), d => d.Id.StartsWith("DS62", StringComparison.Ordinal));
    }

    private static void AssertFault(string id, IndexTool tool, string detail)
    {
        using SiteFolder site = Asking();
        site.Build(o => o with { Pagefind = tool });
        Diagnostic fault = Assert.Single(site.Diagnostics.InOrder(), d => d.Severity == Severity.Error);
        Assert.Equal(id, fault.Id);
        Assert.EndsWith("content/site.yml", fault.Span.FileName, StringComparison.Ordinal);
        Assert.Equal("search: pagefind", fault.Span.LineText);
        Assert.Equal(9, fault.Span.Column);
        Assert.Contains(detail, fault.Message, StringComparison.Ordinal);
    }

    private static SiteFolder Asking()
    {
        var site = new SiteFolder();
        site["content/site.yml"] += "search: pagefind\n";
        return site;
    }

    private static IndexAnswer Index(int papers) => new(IndexFault.None,
    [
        File("pagefind.js", "export {}"),
        File("pagefind-ui.js", "ui"),
        File("pagefind-ui.css", "ui"),
        File("fragment/en_1.pf_fragment", "f"),
        File("pagefind-entry.json", $"{{\"languages\":{{\"en\":{{\"page_count\":{papers - 1}}},\"unknown\":{{\"page_count\":1}}}}}}"),
    ]);

    private static OutputFile File(string name, string text) => new(new(name), Encoding.UTF8.GetBytes(text), "Pagefind");
}
