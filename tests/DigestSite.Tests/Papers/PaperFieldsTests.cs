using DigestSite.Diagnostics;
using DigestSite.Papers;
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

    [Fact]
    public void A_list_of_authors_beats_a_count_and_a_longer_list_a_shorter_one()
    {
        PaperFields fields = Of(
            At("c.txt", "2026-01-07", DumpFormat.Text, l => l with { AuthorCount = 3 }),
            At("b.json", "2025-11-03", DumpFormat.DailyPapers, l => l with { Authors = ["One", "Two", "Three"], AuthorCount = 3 }),
            At("a.json", "2025-03-11", DumpFormat.DailyPapers, l => l with { Authors = ["One", "Two"], AuthorCount = 2 }));
        Assert.Equal(3, fields.AuthorCount());
        Assert.Equal(["One", "Two", "Three"], fields.Authors);
        Assert.Empty(_diagnostics.InOrder());
    }

    [Fact]
    public void Authors_who_hide_their_names_are_counted()
    {
        PaperFields fields = Of(At("b.json", "2025-11-03", DumpFormat.DailyPapers, l => l with { Authors = ["One", "Two"], AuthorCount = 3 }));
        Assert.Equal((3, 2), (fields.AuthorCount(), fields.Authors.Count));
    }

    [Fact]
    public void A_count_above_every_list_of_names_is_a_conflict()
    {
        PaperFields fields = Of(
            At("c.txt", "2026-01-07", DumpFormat.Text, l => l with { AuthorCount = 5 }),
            At("b.json", "2025-11-03", DumpFormat.DailyPapers, l => l with { Authors = ["One", "Two"], AuthorCount = 2 }));
        Assert.Equal(2, fields.AuthorCount());
        Assert.Contains("author count here is 5, but 2 is shown", Assert.Single(_diagnostics.InOrder()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 0)]
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    public void Formats_print_the_days_of_different_time_zones(int day, int conflicts)
    {
        PaperFields fields = Of(
            At("c.json", "2026-01-07", DumpFormat.DailyPapers, l => l with { Published = new(2024, 10, 6) }),
            At("b.txt", "2025-11-03", DumpFormat.Text, l => l with { Published = new(2024, 10, day) }));
        Assert.Equal(new DateOnly(2024, 10, 6), fields.Published());
        Assert.Equal(conflicts, _diagnostics.InOrder().Count);
    }

    [Fact]
    public void What_the_records_of_a_source_revise_is_no_conflict()
    {
        PaperFields fields = Of(
            At("c.json", "2026-01-07", DumpFormat.DailyPapers, l => l with { Organization = new("x X Corp"), Published = new(2024, 10, 9) }, printsYears: true),
            At("b.json", "2025-11-03", DumpFormat.DailyPapers, l => l with { Organization = new("x X"), Published = new(2024, 10, 6) }, printsYears: true));
        Assert.Equal(("X Corp", new DateOnly(2024, 10, 9)), (fields.Organization()?.Name, fields.Published()));
        Assert.Empty(_diagnostics.InOrder());
    }

    [Fact]
    public void Code_has_the_stars_of_the_newest_capture_that_counts_them()
    {
        var url = new Uri("https://github.com/a/b");
        PaperFields fields = Of(
            At("c.json", "2026-01-07", DumpFormat.DailyPapers, l => l with { Code = new(url, null) }),
            At("b.json", "2025-11-03", DumpFormat.DailyPapers, l => l with { Code = new(url, 12) }),
            At("a.json", "2025-03-11", DumpFormat.DailyPapers, l => l with { Code = new(new Uri("https://github.com/c/d"), 99) }));
        Assert.Equal(new(url, 12), fields.Code);
    }

    [Fact]
    public void A_whole_abstract_is_shown_before_a_newer_one_that_was_cut_off()
    {
        AbstractChoice choice = Of(
            At("c.md", "2026-01-07", DumpFormat.Markdown, l => l with { Abstract = "We study…" }),
            At("b.txt", "2025-11-03", DumpFormat.Text, l => l with { Abstract = "We study it all." }),
            At("a.txt", "2025-03-11", DumpFormat.Text, l => l with { Abstract = "We studied it." })).Abstract!;
        Assert.Equal(("We study it all.", "the newest that is not cut off"), (choice.Text, choice.Reason));
    }

    [Fact]
    public void Arxivs_abstract_is_shown_before_any_other_and_of_several_the_latest_versions()
    {
        Work work = Merge(
            At("c.json", "2026-01-07", DumpFormat.DailyPapers, l => l with { Abstract = "mathcal{O}(n)" }),
            At("b.xml", "2025-11-03", DumpFormat.Arxiv, l => l with { Abstract = "$\\mathcal{O}(n)$", Details = new(1, [], null, null, null) })) with
        {
            Metadata = [Known("a.xml", 3, "$\\mathcal{O}(n^2)$"), Known("b.xml", 2, "$\\mathcal{O}(n^3)$")],
        };
        AbstractChoice choice = new PaperFields(work, _diagnostics).Abstract!;
        Assert.Equal(("$\\mathcal{O}(n^2)$", "arXiv's own text; listing pages damage formulas", null), (choice.Text, choice.Reason, choice.Capture));
    }

    private static MetadataEntry Known(string name, int version, string text) => new(
        Samples.Capture(name, new(2025, 11, 3)).Dump with { Format = DumpFormat.Arxiv },
        Samples.Listing("T", text) with { Details = new(version, [], null, null, null) });

    private static Capture At(string name, string date, DumpFormat format, Func<Listing, Listing> change, bool printsYears = false)
    {
        Capture capture = Assert.Single(TinyCaptures.Read($"{name} {date} | T"));
        return capture with { Dump = capture.Dump with { Format = format, PrintsYears = printsYears, Listings = [change(capture.Dump.Listings[0])] } };
    }

    private Work Merge(params Capture[] captures) => Assert.Single(new WorkMerger(Ledger.Empty, _ => null, _diagnostics).Merge(captures));

    private PaperFields Of(params Capture[] captures) => new(Merge(captures), _diagnostics);

    private PaperFields Fields(string captures) =>
        new(Assert.Single(new WorkMerger(Ledger.Empty, _ => null, _diagnostics).Merge(TinyCaptures.Read(captures))), _diagnostics);
}
