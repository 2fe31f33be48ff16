using DigestSite.Diagnostics;
using DigestSite.Publishing;

namespace DigestSite.Tests.Publishing;

public class HostingLimitsTests
{
    private readonly DiagnosticBag _diagnostics = new();

    [Theory]
    [Provokes("DS354")]
    [InlineData(79, null)]
    [InlineData(80, "the site has 800.0 MB in 80 files, 80 % of what GitHub Pages takes; most of it: `papers/` 530.0 MB, `api/` 260.0 MB, `/` 10.0 MB")]
    [InlineData(113, "the site has 1,130.0 MB in 113 files, 113 % of what GitHub Pages takes; most of it: `papers/` 750.0 MB, `api/` 370.0 MB, `/` 10.0 MB")]
    public void A_site_that_is_nearly_too_large_is_told_with_what_makes_it_so(int files, string? message)
    {
        byte[] bytes = new byte[10_000_000];
        Report(Enumerable.Range(0, files).Select(i => new OutputFile(new(i == 0 ? "" : i % 3 == 0 ? $"api/papers/{i}.json" : $"papers/{i}/"), bytes, "content/site.yml")));
        Assert.Equal(message, _diagnostics.InOrder().SingleOrDefault()?.Message);
        Assert.All(_diagnostics.InOrder(), d => Assert.Equal(("DS354", Severity.Warning, "content/site.yml"), (d.Id, d.Severity, d.Span.FileName)));
    }

    [Fact]
    [Provokes("DS355")]
    public void A_file_that_no_repository_takes_is_told_of_its_source()
    {
        Report([new(new("api/papers.json"), new byte[100 << 20], "content/papers.yml"), new(new("api/themes.json"), new byte[(100 << 20) + 1], "content/themes.yml")]);
        Diagnostic told = Assert.Single(_diagnostics.InOrder());
        Assert.Equal(("DS355", "content/themes.yml", "`/api/themes.json` has 104.9 MB; GitHub takes no file of more than 100 MiB into a repository"), (told.Id, told.Span.FileName, told.Message));
    }

    private void Report(IEnumerable<OutputFile> files) => HostingLimits.Report([.. files], "content/site.yml", _diagnostics);
}
