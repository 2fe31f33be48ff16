using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Papers;

public class WorkMergerTests
{
    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void Typography_case_and_white_space_do_not_keep_a_title_apart() =>
        Assert.Single(Merge("""
            a.txt 2025-03-11 | Giant’s   Shoulders – A “Study”
            b.txt 2025-11-03 | giant's shoulders - a "study"
            """));

    [Theory]
    [InlineData("Learning C", "Learning C++")]
    [InlineData("Learning C++", "Learning C#")]
    public void Languages_that_differ_by_a_sign_stay_apart(string one, string other) =>
        Assert.Equal(2, Merge($"a.txt 2025-03-11 | {one} | {other}").Count);

    [Fact]
    public void A_shared_arxiv_id_joins_different_titles() =>
        Assert.Single(Merge("""
            a.txt 2025-03-11 | An early title @2301.00001
            b.txt 2025-11-03 | The title of version two @2301.00001
            """));

    [Fact]
    public void A_listing_without_id_joins_the_one_paper_of_its_title()
    {
        Work work = Assert.Single(Merge("""
            a.txt 2025-03-11 | Same title
            b.txt 2025-11-03 | Same title @2301.00001
            """));
        Assert.Equal("2301.00001", work.Arxiv?.ToString());
    }

    [Fact]
    [Provokes("DS301")]
    public void Different_ids_never_merge_and_a_listing_that_fits_both_joins_neither()
    {
        var works = Merge("""
            a.txt 2025-03-11 | Same title @2301.00001
            b.txt 2025-04-11 | Same title @2302.00002
            c.txt 2025-05-11 | Same title
            """);
        Assert.Equal(3, works.Count);
        Diagnostic warning = Assert.Single(_diagnostics.InOrder());
        Assert.Equal(("DS301", "content/dumps/c.txt", "Same title"), (warning.Id, warning.Span.FileName, warning.Span.LineText));
        Assert.Contains("2301.00001, 2302.00002", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generic_title_proves_nothing_without_the_same_abstract()
    {
        Capture[] captures = TinyCaptures.Read("""
            a.txt 2025-03-11 | Technical Report
            b.txt 2025-11-03 | Technical Report
            """);
        Assert.Single(Merge(captures));
        captures[1] = WithAbstract(captures[1], "Another model altogether");
        Assert.Equal(2, Merge(captures).Count);
    }

    [Fact]
    public void Two_new_papers_with_one_slug_get_two_and_the_older_has_the_plain_one()
    {
        var works = Merge("""
            b.txt 2025-11-03 | A title?
            a.txt 2025-03-11 | A title!
            """);
        var slugs = SlugAssignment.Assign(works, Ledger.Empty).Select(s => s.Slug.ToString()).ToList();
        Assert.Equal("a-title", slugs[0]);
        Assert.Matches("^a-title-[0-9a-f]{6}$", slugs[1]);
    }

    [Fact]
    public void An_editors_id_is_learned_by_slug()
    {
        Assert.True(ArxivId.TryParse("2301.00001", out ArxivId? id));
        var merger = new WorkMerger(Ledger.Empty, slug => slug.ToString() == "same-title" ? id : null, _diagnostics);
        Assert.Equal(id, Assert.Single(merger.Merge(TinyCaptures.Read("a.txt 2025-03-11 | Same title"))).Arxiv);
    }

    [Fact]
    public void Merging_depends_on_the_set_of_listings_alone()
    {
        string[] titles = ["Same title", "same  title", "Other", "Technical Report", "Same title @2301.00001", "New name @2301.00001", "Other @2302.00002", "Same title @2303.00003"];
        Gen<string> line =
            from name in Gen.Elements("a.txt", "b.txt", "c.txt", "d.txt")
            from day in Gen.Choose(10, 28)
            from picked in Gen.NonEmptyListOf(Gen.Elements(titles))
            select $"{name} 2025-03-{day} | {string.Join(" | ", picked)}";
        Gen<string[]> lines = Gen.ArrayOf(line).Select(all => all.DistinctBy(l => l[..5]).ToArray());
        Prop.ForAll(lines.ToArbitrary(), all =>
        {
            var forward = Merge(string.Join('\n', all));
            var backward = Merge(string.Join('\n', all.Reverse()));
            var again = Merge([.. forward.SelectMany(w => w.Appearances).Select(a => a.Capture).DistinctBy(c => c.Name)]);
            return forward.SequenceEqual(backward, SameWork) && forward.SequenceEqual(again, SameWork)
                && forward.Sum(w => w.Appearances.Count) == all.Sum(l => l.Count(c => c == '|'));
        }).QuickCheckThrowOnFailure();
    }

    private static readonly IEqualityComparer<Work> SameWork = EqualityComparer<Work>.Create(
        (left, right) => Describe(left!) == Describe(right!));

    private static string Describe(Work work) =>
        $"{work.Identity} {string.Join(',', work.Appearances.Select(a => $"{a.Capture.Name}:{a.Listing.TitleLine}"))}";

    private static Capture WithAbstract(Capture capture, string text) => capture with
    {
        Dump = capture.Dump with { Listings = capture.Dump.Listings.Select(l => l with { Abstract = text }).ToEquatableArray() },
    };

    private IReadOnlyList<Work> Merge(string text) => Merge(TinyCaptures.Read(text));

    private IReadOnlyList<Work> Merge(Capture[] captures) => new WorkMerger(Ledger.Empty, _ => null, _diagnostics).Merge(captures);
}
