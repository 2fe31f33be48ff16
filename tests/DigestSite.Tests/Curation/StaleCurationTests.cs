using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Curation;

public class StaleCurationTests
{
    [Fact]
    public void What_is_said_of_papers_and_dumps_that_are_there_is_fine() => Assert.Empty(Faults(
        "papers:\n  grokking-twice: { theme: theory }\n",
        "dumps:\n  a.txt: { year: 2025 }\n"));

    [Fact]
    [Provokes("DS320")]
    public void An_override_that_names_no_paper_comes_with_the_nearest_one()
    {
        Diagnostic fault = Assert.Single(Faults("papers:\n  groking-twice: { theme: theory }\n", ""));
        Assert.Equal(("DS320 content/papers.yml(2): groking-twice", "did you mean `grokking-twice`?"), (Edited.Shown(fault), fault.WayOut));
    }

    [Fact]
    public void An_arXiv_id_names_a_paper_too()
    {
        Assert.Empty(Faults("papers:\n  2301.12643: { theme: theory }\n", ""));
        Assert.Equal("DS320 content/papers.yml(2): 2301.12644", Edited.Shown(Assert.Single(Faults("papers:\n  2301.12644: { theme: theory }\n", ""))));
    }

    [Fact]
    public void One_paper_by_slug_and_by_arXiv_id_is_reported() => Assert.Equal(
        "DS321 content/papers.yml(3): 2301.12643",
        Edited.Shown(Assert.Single(Faults("papers:\n  grokking-twice: { theme: theory }\n  2301.12643: { theme: theory }\n", ""))));

    [Fact]
    [Provokes("DS322")]
    public void Settings_of_a_dump_that_is_not_there_come_with_the_nearest_one()
    {
        Diagnostic fault = Assert.Single(Faults("", "dumps:\n  a.text: { year: 2025 }\n"));
        Assert.Equal(("DS322 content/dumps.yml(2): a.text", "did you mean `a.txt`?"), (Edited.Shown(fault), fault.WayOut));
    }

    private static IReadOnlyList<Diagnostic> Faults(string papers, string dumps)
    {
        var diagnostics = new DiagnosticBag();
        StaleCuration.Report(Edited.Loaded(Edited.Files(papers: papers, dumps: dumps)), Samples.Archive().Papers, [], ["a.txt", "b.txt"], Ledger.Empty, diagnostics);
        return diagnostics.InOrder();
    }
}
