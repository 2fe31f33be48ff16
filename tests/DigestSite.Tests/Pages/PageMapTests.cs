using DigestSite.Diagnostics;
using DigestSite.Pages;

namespace DigestSite.Tests.Pages;

public class PageMapTests
{
    [Theory]
    [InlineData("digests/", "digests/")]
    [InlineData("about/", "about/index.html")]
    [InlineData("About/", "about/")]
    [Provokes("DS501")]
    public void Two_files_at_one_path_are_an_error_at_the_editors_file_that_names_both(string first, string second)
    {
        (IReadOnlyList<PlannedFile> planned, Diagnostic error) = Fault(File(first, "content/pages/a.md"), File(second, "templates/b.hbs"));
        Assert.Equal("DS501", error.Id);
        Assert.Equal("content/pages/a.md", error.Span.FileName);
        Assert.Contains("one from content/pages/a.md, one from templates/b.hbs", error.Message, StringComparison.Ordinal);
        Assert.Single(planned);
    }

    [Fact]
    [Provokes("DS502")]
    public void A_file_where_another_needs_a_folder_is_an_error_that_names_both()
    {
        (_, Diagnostic error) = Fault(File("assets", "content/pages/a.md"), File("assets/site.css", "templates/assets/site.css"));
        Assert.Equal("DS502", error.Id);
        Assert.Equal("content/pages/a.md", error.Span.FileName);
        Assert.Contains("`/assets/site.css` (from templates/assets/site.css)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_is_that_of_the_paths_whatever_order_came_in()
    {
        PlannedFile[] files = [.. SitePages.Plan(Samples.Site(), RenderedSite.Templates)];
        var diagnostics = new DiagnosticBag();
        IReadOnlyList<PlannedFile> forward = PageMap.Plan(files, diagnostics);
        IReadOnlyList<PlannedFile> backward = PageMap.Plan(files.Reverse(), diagnostics);
        Assert.Empty(diagnostics.InOrder());
        Assert.Equal(forward, backward);
        Assert.Equal(forward.Select(f => f.Path).Order(), forward.Select(f => f.Path));
        Assert.Equal(files.Length, forward.Count);
    }

    private static (IReadOnlyList<PlannedFile> Planned, Diagnostic Error) Fault(params PlannedFile[] files)
    {
        var diagnostics = new DiagnosticBag();
        IReadOnlyList<PlannedFile> planned = PageMap.Plan(files, diagnostics);
        return (planned, Assert.Single(diagnostics.InOrder()));
    }

    private static PlannedFile File(string path, string source) => new(new SitePath(path), source, () => default);
}
