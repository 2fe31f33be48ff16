using DigestSite.Diagnostics;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Papers;

public class PaperFieldsTests
{
    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void An_elided_year_is_the_captures()
    {
        Assert.Equal(new DateOnly(2025, 7, 29), Fields("b.txt 2025-11-03 | T (Jul 29)").Published());
        Assert.Empty(_diagnostics.InOrder());
    }

    [Fact]
    public void On_new_years_day_the_last_day_of_december_is_the_old_years() =>
        Assert.Equal(new DateOnly(2025, 12, 31), Fields("b.txt 2026-01-01 | T (Dec 31)").Published());

    [Fact]
    public void A_full_date_that_agrees_with_an_elided_one_is_no_conflict()
    {
        Assert.Equal(new DateOnly(2025, 7, 29), Fields("""
            c.txt 2026-01-07 | T (Jul 29, 2025)
            b.txt 2025-11-03 | T (Jul 29)
            """).Published());
        Assert.Empty(_diagnostics.InOrder());
    }

    [Fact]
    [Provokes("DS302")]
    public void Dates_that_cannot_both_be_true_are_a_warning_at_the_one_not_shown()
    {
        Assert.Equal(new DateOnly(2024, 10, 6), Fields("""
            b.txt 2025-11-03 | T (Jul 29)
            c.txt 2025-03-11 | T (Oct 6, 2024)
            """).Published());
        Diagnostic warning = Assert.Single(_diagnostics.InOrder());
        Assert.Equal("DS302", warning.Id);
        Assert.Equal("content/dumps/b.txt", warning.Span.FileName);
        Assert.Contains("2025-07-29", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_capture_gives_what_it_prints_and_older_ones_the_rest()
    {
        PaperFields fields = Fields("""
            c.txt 2026-01-07 | T [4]
            b.txt 2025-11-03 | T /Berkeley UC Berkeley/
            """);
        Assert.Equal((4, "UC Berkeley"), (fields.AuthorCount(), fields.Organization()?.Name));
        Assert.Empty(_diagnostics.InOrder());
    }

    private PaperFields Fields(string captures) =>
        new(Assert.Single(new WorkMerger(Ledger.Empty, _ => null, _diagnostics).Merge(TinyCaptures.Read(captures))), _diagnostics);
}
