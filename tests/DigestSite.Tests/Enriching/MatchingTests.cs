using DigestSite.Diagnostics;
using DigestSite.Enriching;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Enriching;

/// <summary>What is told of a paper instead of being proposed.</summary>
public sealed class MatchingTests : OfEnrichedSite
{
    [Fact]
    [Provokes("DS343")]
    public void Several_papers_of_one_title_are_told_with_all_ids()
    {
        WriteSnapshot(Snapshot.Line("2507.21700", Bound, BoundDay), Snapshot.Line("1901.00001", Bound), Snapshot.Line("2507.21700", Bound, BoundDay));
        Diagnostic told = Told("DS343");
        Assert.Equal("arXiv has several papers of this title: 1901.00001, 2507.21700 of 2025-07-29", told.Message);
    }

    [Theory]
    [Provokes("DS344")]
    [InlineData("2410.04321", ShiftDay, 4, "it has 4 authors, and this paper 3")]
    [InlineData("2410.04321", "Thu, 10 Oct 2024 01:00:00 GMT", 3, "it was published 2024-10-10, and this paper 2024-10-06")]
    [InlineData("2511.00001", null, 0, "it was published no sooner than 2025-11-01, and this paper was listed 2025-03-11 already")]
    public void What_both_know_and_differs_in_is_told_and_not_written(string id, string? created, int authors, string against)
    {
        WriteSnapshot(Snapshot.Line(id, Shift, created, authors));
        Diagnostic told = Told("DS344");
        Assert.Equal($"arXiv's {id} has this title, but {against}", told.Message);
        Assert.Equal("Robustness under Distribution Shift", told.Span.LineText);
    }

    [Fact]
    public void A_paper_listed_before_it_was_published_is_another()
    {
        WriteSnapshot(Snapshot.Line("2503.01234", Cooking, "Thu, 13 Mar 2025 01:00:00 GMT"));
        Assert.Equal("arXiv's 2503.01234 has this title, but it was published 2025-03-13, and this paper was listed 2025-03-11 already", Told("DS344").Message);
    }

    [Theory]
    [Provokes("DS345")]
    [InlineData("papers:\n  robustness-under-distribution-shift:\n    arxiv: \"2410.04321\"\n")]
    [InlineData("papers:\n  robustness-under-distribution-shift:\n    title: Robust\n    aliases: [\"2410.04321\"]\n")]
    public void The_id_of_another_paper_is_told(string papers)
    {
        Site["content/papers.yml"] = papers;
        WriteSnapshot(Snapshot.Line("2410.04321", Cooking));
        Assert.Equal("arXiv's 2410.04321 has this title, but it is the id of `robustness-under-distribution-shift`", Told("DS345").Message);
    }

    [Fact]
    public void One_id_that_two_papers_could_have_is_told_of_both()
    {
        Site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    title: One title\n  cooking-with-b-neural-b-networks-salt:\n    title: One title\n";
        WriteSnapshot(Snapshot.Line("2410.04321", "One title"));
        EnrichmentPlan plan = Plan()!;
        Assert.Equal((0, 2), (plan.Ids.Count, plan.Told));
        Assert.All(Diagnostics.InOrder(), d => Assert.Equal("DS345", d.Id));
    }

    [Fact]
    [Provokes("DS346")]
    public void A_paper_whose_address_an_id_would_change_is_told()
    {
        Site["content/dumps/2025-11-10.txt"] = "Nov 10\n\nCooking with b-Neural-b: networks, salt\n\n" + Site["content/dumps/2025-11-03.txt"].Split("\n\n")[^2].Split('\n')[0] + "\n\nA Bound for Grokking?\n\nText.\n\n  • 2 authors\n·\nAug 6\n";
        WriteSnapshot(Snapshot.Line("2508.01234", "A Bound for Grokking?", "Wed, 6 Aug 2025 02:00:00 GMT"));
        Assert.Equal("arXiv's 2508.01234 has this title, but the paper's address is not recorded and would change", Told("DS346").Message);
        Site["content/ledger.tsv"] = LedgerFile.Print(Site.Build().Recorded!);
        Assert.Single(Plan()!.Ids);
    }

    // The one paper that is told, nothing proposed.
    private Diagnostic Told(string id)
    {
        EnrichmentPlan plan = Plan()!;
        Assert.Equal((0, 1), (plan.Ids.Count, plan.Told));
        Assert.Null(plan.Papers);
        Diagnostic told = Assert.Single(Diagnostics.InOrder());
        Assert.Equal(id, told.Id);
        Assert.True(told.Span.Line > 0);
        return told;
    }
}
