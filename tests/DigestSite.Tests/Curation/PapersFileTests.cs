using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Tests.Curation;

public class PapersFileTests
{
    [Fact]
    public void What_is_said_of_a_paper_is_found_by_slug_or_arXiv_id()
    {
        PaperOverrides overrides = Edited.Loaded(Edited.Files(papers: """
            papers:
              grokking-twice:
                arxiv: "2301.12643"
                theme: theory
                tags: { add: [code], remove: [grokking] }
              2501.10000v2: { theme: other }
              bare:

            """)).Papers;
        PaperOverride grokking = Assert.IsType<PaperOverride>(overrides.For(Slug.FromTitle("Grokking, twice"), null));
        Assert.Equal(("2301.12643", "theory", 1), (grokking.Arxiv?.ToString(), grokking.Theme?.Value.Id, grokking.Theme?.Value.Order));
        Assert.Equal(["code"], grokking.TagsAdd.Select(t => t.Value.Id));
        Assert.Equal(["grokking"], grokking.TagsRemove.Select(t => t.Value.Id));
        Assert.True(ArxivId.TryParse("2501.10000", out ArxivId? arxiv));
        PaperOverride byArxiv = Assert.IsType<PaperOverride>(overrides.For(Slug.FromTitle("Anything"), arxiv));
        Assert.Equal(("2501.10000v2", "other", null), (byArxiv.Key.Text, byArxiv.Theme?.Value.Id, byArxiv.Key.Slug));
        Assert.Null(overrides.For(Slug.FromTitle("Anything"), null));
        Assert.Equal(3, overrides.All.Count);
    }

    [Theory]
    [Provokes("DS032", "DS033", "DS323")]
    [InlineData("{ theme: thoery }", "DS032 content/papers.yml(2): thoery", "did you mean `theory`?")]
    [InlineData("{ tags: { add: [grok] } }", "DS033 content/papers.yml(2): grok", "known here: `code`, `grokking`")]
    [InlineData("{ tags: { add: [code], remove: [code] } }", "DS323 content/papers.yml(2): code", "keep one of the two")]
    [InlineData("{ arxiv: 2501.123 }", "DS024 content/papers.yml(2): 2501.123", "such as `2501.08325`, in quotes so that editors do not take it for a number")]
    [InlineData("{ thme: theory }", "DS021 content/papers.yml(2): thme", "did you mean `theme`?")]
    public void A_wrong_name_comes_with_a_way_out(string entry, string expected, string wayOut)
    {
        Diagnostic fault = Edited.OnlyDiagnostic(Edited.Files(papers: $"papers:\n  some-paper: {entry}\n"));
        Assert.Equal((expected, wayOut), (Edited.Shown(fault), fault.WayOut));
    }

    [Fact]
    public void A_key_is_a_slug_or_an_arXiv_id() => Assert.Equal(
        ["DS024 content/papers.yml(2): Some Paper"],
        Edited.Faults(Edited.Files(papers: "papers:\n  Some Paper: { theme: theory }\n")));

    [Theory]
    [Provokes("DS321")]
    [InlineData("papers:\n  a: { arxiv: '2501.08325' }\n  b: { arxiv: '2501.08325' }\n", "DS321 content/papers.yml(3): b")]
    [InlineData("papers:\n  a: { arxiv: '2501.08325' }\n  2501.08325v3: { theme: theory }\n", "DS321 content/papers.yml(3): 2501.08325v3")]
    public void One_arXiv_id_under_two_keys_is_one_paper(string papers, string expected) =>
        Assert.Equal([expected], Edited.Faults(Edited.Files(papers: papers)));

    [Fact]
    public void Names_are_not_doubted_while_their_file_cannot_be_read() => Assert.Equal(
        ["DS013 content/themes.yml(1): \"broken"],
        Edited.Faults(Edited.Files(themes: "themes: \"broken\n", papers: "papers:\n  some-paper: { theme: theory }\n")));
}
