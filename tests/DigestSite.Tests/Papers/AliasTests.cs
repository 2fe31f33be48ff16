using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Papers;

public class AliasTests
{
    private static readonly Slug New = Slug.FromTitle("The new title");
    private static readonly Slug Old = Slug.FromTitle("An old title");
    private static readonly Identity OldTitle = Identity.OfTitle("an old title");

    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void A_title_that_an_editor_names_joins_the_paper_it_is_named_for()
    {
        Work work = Assert.Single(Merge("a.txt 2025-03-11 | An old title\nb.txt 2025-11-03 | The new title", Ledger.Empty, new Alias(null, OldTitle, New, null)));
        Assert.Equal(["The new title", "An old title"], work.Appearances.Select(a => a.Listing.Title));
    }

    [Fact]
    public void A_slug_names_as_well_as_a_title() =>
        Assert.Single(Merge("a.txt 2025-03-11 | An old title | The new title", Ledger.Empty, new Alias(Old, null, New, null)));

    [Fact]
    public void A_second_arXiv_id_yields_to_the_papers_own()
    {
        Work work = Assert.Single(Merge(
            "a.txt 2025-03-11 | An old title @2301.00001 | The new title @2302.00002",
            Ledger.Empty,
            new Alias(null, Identity.Of(Id("2301.00001")), New, null)));
        Assert.Equal(("2302.00002", 2), (work.Arxiv?.ToString(), work.Appearances.Count));
        Assert.Empty(_diagnostics.InOrder());
    }

    [Fact]
    public void A_paper_named_by_its_arXiv_id_has_aliases_too()
    {
        Work work = Assert.Single(Merge(
            "a.txt 2025-03-11 | An old title\nb.txt 2025-11-03 | The new title @2302.00002", Ledger.Empty, new Alias(null, OldTitle, null, Id("2302.00002"))));
        Assert.Equal("2302.00002", work.Arxiv?.ToString());
    }

    [Theory]
    [InlineData("an-old-title", "the-new-title")]
    [InlineData("the-new-title", "an-old-title")]
    public void Of_two_recorded_papers_the_one_that_has_the_entry_stays(string alias, string own)
    {
        Assert.True(Slug.TryParse(alias, out Slug aliasSlug));
        Assert.True(Slug.TryParse(own, out Slug ownSlug));
        Work work = Assert.Single(Merge("a.txt 2025-03-11 | An old title | The new title", Recorded(Old, New), new Alias(aliasSlug, null, ownSlug, null)));
        Assert.Equal(ownSlug, work.Recorded?.Slug);
    }

    [Fact]
    public void A_new_title_of_a_recorded_paper_keeps_its_address()
    {
        Work work = Assert.Single(Merge("a.txt 2025-03-11 | An old title | The new title", Recorded(Old), new Alias(New, null, Old, null)));
        Assert.Equal(Old, work.Recorded?.Slug);
    }

    private IReadOnlyList<Work> Merge(string captures, Ledger ledger, Alias alias) =>
        new WorkMerger(ledger, _ => null, _diagnostics, [alias]).Merge(TinyCaptures.Read(captures));

    private static ArxivId Id(string text) => ArxivId.TryParse(text, out ArxivId? id) ? id : throw new ArgumentException(text, nameof(text));

    private static Ledger Recorded(params Slug[] slugs) => new(
        slugs.Select(s => new RecordedPaper(s, Identity.OfTitle(s.ToString().Replace('-', ' ')), default, default, "x", [], default)), [], []);
}
