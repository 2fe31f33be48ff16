using DigestSite.Papers;
using DigestSite.Papers.Citing;
using DigestSite.Tests.Feeds;

namespace DigestSite.Tests.Papers.Citing;

public class BibTeXTests
{
    private static readonly Capture Capture = Samples.Capture("a.txt", new(2025, 3, 11));

    [Fact]
    public void A_paper_is_an_entry_of_what_is_known_of_it()
    {
        Assert.True(ArxivId.TryParse("2301.12643", out ArxivId? id));
        Paper paper = Samples.Paper("Grokking, twice", Samples.Theory, null, Capture) with
        {
            Arxiv = id,
            Published = new(2023, 1, 30),
            Authors = ["Ada One", "Two and Sons", "Three, Inc.", "others"],
            AuthorCount = 5,
        };
        Assert.Equal(
            """
            @misc{grokking-twice,
              title = {{Grokking, twice}},
              author = {Ada One and {Two and Sons} and {Three, Inc.} and {others} and others},
              year = {2023},
              eprint = {2301.12643},
              archiveprefix = {arXiv},
              url = {https://arxiv.org/abs/2301.12643}
            }

            """,
            BibTeX.Entry(paper, paper.Title, "https://digest.example.org/papers/grokking-twice/"));
    }

    [Fact]
    public void What_is_unknown_is_left_out_and_the_page_stands_for_the_paper() =>
        Assert.Equal(
            "@misc{x,\n  title = {{X}},\n  url = {https://digest.example.org/my_%7Bpapers%7D/x/}\n}\n",
            BibTeX.Entry(Samples.Paper("X", Samples.Theory, null, Capture) with { Published = null, Arxiv = null, AuthorCount = null }, "X", "https://digest.example.org/my_{papers}/x/"));

    [Theory]
    [InlineData("50% of $5 & #1_{x}", @"50\% of \$5 \& \#1\_\{x\}")]
    [InlineData(@"a\b~c^d", @"a\textbackslash{}b\textasciitilde{}c\textasciicircum{}d")]
    [InlineData("line\nbreak\u0001 é字", "line break é字")]
    public void A_title_cannot_leave_its_braces(string title, string escaped) =>
        Assert.Contains($"  title = {{{{{escaped}}}}},\n", BibTeX.Entry(Samples.Paper("X", Samples.Theory, null, Capture), title, "u"), StringComparison.Ordinal);

    [Fact]
    public void Of_many_authors_the_first_are_named()
    {
        Paper paper = Samples.Paper("X", Samples.Theory, null, Capture) with { Authors = [.. Enumerable.Range(1, 40).Select(i => $"Author {i}")], AuthorCount = 40 };
        Assert.Contains("and Author 25 and others},", BibTeX.Entry(paper, "X", "u"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_and_a_theme_have_the_entries_of_their_papers()
    {
        SiteModel site = Samples.Site();
        foreach ((SitePath path, IEnumerable<Paper> papers) in new (SitePath, IEnumerable<Paper>)[]
        {
            (Routes.DigestCitations(new(2025, 11, 3)), site.Archive.Digests[0].Papers),
            (Routes.ThemeCitations("theory"), site.Archive.Papers.Where(p => p.Theme == Samples.Theory)),
        })
        {
            string text = FeedFiles.Text(site, path);
            Assert.Equal(papers.Select(p => p.Slug.ToString()), text.Split("@misc{").Skip(1).Select(e => e[..e.IndexOf(',', StringComparison.Ordinal)]));
        }
    }
}
