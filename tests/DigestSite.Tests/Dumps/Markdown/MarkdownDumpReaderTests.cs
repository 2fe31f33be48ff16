using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Dumps.Markdown;

public class MarkdownDumpReaderTests
{
    private const string Prose = "We study how far a small model can go, and when it stops.";

    [Theory]
    [InlineData("### **Bold** and _set_ apart", "Bold and set apart")]
    [InlineData(@"### A\_B, \*C\* and \[D\]", "A_B, *C* and [D]")]
    [InlineData("### A* and D* search", "A* and D* search")]
    [InlineData("### On $x*y*z$ and snake_case_names", "On $x*y*z$ and snake_case_names")]
    [InlineData(@"### On $\alpha_{i}$ in \\beta", @"On $\alpha_{i}$ in \beta")]
    [InlineData("### ![Picture](a.png) With a picture ###", "With a picture")]
    [InlineData("With a rule below\n-----------------", "With a rule below")]
    [InlineData("### [Wrapped,\nas tools do](/papers/2501.00009)", "Wrapped, as tools do")]
    public void A_title_is_read_without_the_signs_of_Markdown(string heading, string expected) =>
        Assert.Equal(expected, Assert.Single(Of(heading, Prose, "* 3 authors").Dump.Listings).Title);

    [Fact]
    public void A_number_in_brackets_is_votes_where_it_breaks_the_count_of_links()
    {
        Print print = Of("[1]Menu [2]Other", "[3]", "[3]A Title\nThat Is Wrapped", Prose, "* 3 authors", "[7]", "[4]Next Title", Prose + " See [3].", "1. /a\n2. /b\n3. /papers/2501.00001\n4. /papers/2501.00002");
        Assert.Empty(print.Diagnostics);
        Assert.Equal(
            [(3, "A Title That Is Wrapped", "2501.00001"), (7, "Next Title", "2501.00002")],
            print.Dump.Listings.Select(l => (l.Upvotes!.Value, l.Title, l.Arxiv!.ToString())));
        Assert.EndsWith("See [3].", print.Dump.Listings[1].Abstract, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_headings_are_papers_other_headings_are_furniture()
    {
        Print print = Of("## Trending", "### [A Title](/papers/2501.00001)", Prose, "* 3 authors", "## Company");
        Assert.Empty(print.Diagnostics);
        Assert.Equal("A Title", Assert.Single(print.Dump.Listings).Title);
    }

    [Theory]
    [InlineData("[* 3 authors](/papers/2501.00001)", "2501.00001")]
    [InlineData("[* 3 authors](/papers/2501.00001) [a](/papers/2501.00002)", null)]
    public void Without_a_link_at_the_title_the_only_paper_linked_to_is_meant(string attribution, string? id) =>
        Assert.Equal(id, Of("### A Title", $"{Prose} {attribution}", "* 3 authors", "### Another", Prose).Dump.Listings[0].Arxiv?.ToString());

    [Fact]
    public void Text_that_has_no_place_is_told_where_it_stands_in_the_print()
    {
        Print print = Of("### [A Title](/papers/2501.00001)", Prose, "* 3 authors", "**Read** this too", "### [Next](/papers/2501.00002)", Prose);
        Diagnostic said = Assert.Single(print.Diagnostics);
        Assert.Equal(("DS107", 9, "**Read** this too"), (said.Id, said.Span.Line, said.Span.LineText));
        Assert.Equal(2, print.Dump.Listings.Count);
    }

    [Fact]
    public void A_print_among_the_dumps_makes_a_digest_with_ids()
    {
        using var site = new SiteFolder();
        site["content/dumps/capture.md"] = "# Daily Papers\n\nNov 4\n\n12\n\n### [A Bound for Grokking](/papers/2507.00001)\n\n* 3 authors\n\n·\n\nJul 29\n";
        site["content/dumps.yml"] += "  capture.md:\n    date: 2025-11-04\n";
        BuiltSite built = site.Build();
        Assert.DoesNotContain(site.Diagnostics.InOrder(), d => d.Severity == Severity.Error);
        Paper paper = Assert.Single(built.Compiled!.Site.Archive.Digests[0].Papers);
        Assert.Equal(("a-bound-for-grokking", "2507.00001", 12), (paper.Slug.ToString(), paper.Arxiv?.ToString(), paper.Upvotes));
    }

    [Fact]
    [Provokes("DS210")]
    public void A_print_that_nothing_dates_is_told_by_the_dating_alone()
    {
        using var site = new SiteFolder();
        site["content/dumps/capture.md"] = "### [A Title](/papers/2501.00001)\n\n* 3 authors\n";
        site.Build();
        Assert.Equal("DS210", Assert.Single(site.Diagnostics.InOrder(), d => d.Severity == Severity.Error).Id);
    }

    private static Print Of(params string[] blocks) => Print.Of("Nov 3\n\n" + string.Join("\n\n", blocks));
}
