using DigestSite.Diagnostics;

namespace DigestSite.Tests.Dumps.Dating;

public class KnownYearTests
{
    [Theory]
    [InlineData("a.txt", "Nov 3, 2025")]
    [InlineData("2025-11-03.txt", "Nov 3")]
    [InlineData("2025-11-03-evening.txt", "Nov 3")]
    [InlineData("2025-11-03.json", "| No date line")]
    public void A_year_printed_or_in_the_files_name_is_final(string name, string page)
    {
        Dated dated = new Shelf().Add(name, page).Date();
        Assert.Equal(name + " 2025-11-03", dated.Dates);
        Assert.False(dated[name].IsInferred);
    }

    [Fact]
    public void A_year_given_by_an_editor_is_final_and_says_where_it_is_given()
    {
        Dated dated = new Shelf().Add("a.txt", "Nov 3 | P: Mar 5 | Old: Oct 6, 2020").Give("a.txt", 2025).Date();

        Assert.Equal("a.txt 2025-11-03", dated.Dates);
        Assert.False(dated["a.txt"].IsInferred);
        Assert.Equal("content/dumps.yml(3) gives 2025: that is final\nso the capture is of 2025-11-03; 2 more listings agree", dated.Why("a.txt"));
        Assert.Equal("2025", Dated.TextAt(dated["a.txt"].Evidence[0].Span));
    }

    [Fact]
    public void A_recorded_date_stays_and_is_still_a_lower_bound()
    {
        Dated dated = new Shelf().Add("a.txt", "Nov 3 | Old: Oct 6, 2020").Record("a.txt", "2025-11-03").Date();

        Assert.Equal("a.txt 2025-11-03", dated.Dates);
        Assert.True(dated["a.txt"].IsInferred);
        Assert.StartsWith("content/ledger.tsv(1) has 2025-11-03 on record: that is final\n", dated.Why("a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorded_date_that_an_editor_gives_too_is_not_inferred() =>
        Assert.False(new Shelf().Add("a.txt", "Nov 3").Record("a.txt", "2025-11-03").Give("a.txt", 2025).Date()["a.txt"].IsInferred);

    [Fact]
    [Provokes("DS202")]
    public void Two_years_for_one_capture_are_reported_where_the_second_is_given()
    {
        Diagnostic diagnostic = new Shelf().Add("2025-11-03.txt", "Nov 3").Give("2025-11-03.txt", 2024).Date().Only("DS202", "2024");
        Assert.Equal("content/dumps.yml(3) gives 2024, but the file's name says 2025-11-03", diagnostic.Message);
    }

    [Fact]
    [Provokes("DS202")]
    public void A_file_name_against_the_year_on_its_page_is_reported_at_the_date_line() =>
        new Shelf().Add("2025-11-03.txt", "Nov 3, 2024").Date().Only("DS202", "Nov 3, 2024");

    [Fact]
    [Provokes("DS203")]
    public void A_file_name_against_the_day_on_its_page_is_reported_at_the_date_line()
    {
        Dated dated = new Shelf().Add("2025-11-04.txt", "Nov 3 | Old: Oct 6, 2020").Date();
        Diagnostic diagnostic = dated.Only("DS203", "Nov 3");
        Assert.Equal("the file's name says 2025-11-04, but the page prints Nov 3", diagnostic.Message);
        Assert.Equal("2025-11-04.txt 2021-11-03", dated.AllDates);
    }

    [Theory]
    [InlineData("2025-11-3.txt")]
    [InlineData("2025-11-030.txt")]
    [InlineData("20251103-.txt")]
    [InlineData("+025-11-03.txt")]
    [Provokes("DS201")]
    public void A_name_that_only_resembles_a_date_gives_none(string name) => new Shelf().Add(name, "Nov 3").Date().Only("DS201", "Nov 3");

    [Fact]
    [Provokes("DS204")]
    public void An_editor_against_the_record_is_reported_and_the_record_stays()
    {
        Dated dated = new Shelf().Add("a.txt", "Nov 3").Record("a.txt", "2025-11-03").Give("a.txt", 2026).Date();
        Diagnostic diagnostic = dated.Only("DS204", "2026");
        Assert.Equal("content/dumps.yml(3) gives 2026, but content/ledger.tsv(1) has 2025-11-03 on record", diagnostic.Message);
        Assert.Equal("a.txt 2025-11-03", dated.AllDates);
    }

    [Fact]
    [Provokes("DS204")]
    public void A_page_of_another_day_than_recorded_is_reported_at_its_date_line()
    {
        Dated dated = new Shelf().Add("a.txt", "Nov 4").Record("a.txt", "2025-11-03").Date();
        dated.Only("DS204", "Nov 4");
        Assert.Equal("a.txt 2025-11-03", dated.AllDates);
    }

    [Fact]
    [Provokes("DS204")]
    public void New_evidence_against_a_recorded_date_is_an_error_and_moves_nothing()
    {
        Dated dated = new Shelf().Add("a.txt", "Nov 3 | P: Mar 5").Record("a.txt", "2025-11-03").Add("b.txt", "Apr 1 | P: Mar 5, 2026").Date();
        Diagnostic diagnostic = dated.Only("DS204", "Mar 5");
        Assert.Equal(
            "\"P\" is printed with Mar 5 here and with Mar 5, 2026 in content/dumps/b.txt(4): the year left out is 2026, but content/ledger.tsv(1) has 2025-11-03 on record",
            diagnostic.Message);
        Assert.Equal("a.txt 2025-11-03, b.txt 2027-04-01", dated.AllDates);
    }

    [Theory]
    [InlineData("Nov 3 | P: Dec 5, 2025", "Dec 5, 2025", "\"P\" is printed with Dec 5, 2025: the capture is not before 2025-12-04")]
    [InlineData("Nov 3 | P: Dec 5, 2025 | E: Mar 5 | Q: Dec 4, 2025", "Dec 5, 2025", "\"P\" is printed with Dec 5, 2025: the capture is not before 2025-12-04, and not in 2025 (and 1 more like it)")]
    [InlineData("Nov 3 | P: Oct 5, 2024 | E: Mar 5", "Oct 5, 2024", "\"P\" is printed with Oct 5, 2024: that is not the year left out there")]
    [InlineData("Nov 3 | P [2501.08325]", "P [2501.08325]", "\"P [2501.08325]\" has the arXiv id 2501.08325: the capture is not before 2024-12-31")]
    [Provokes("DS205")]
    public void Evidence_against_a_year_given_is_reported_at_the_listing_and_names_both_places(string page, string text, string reason)
    {
        Diagnostic diagnostic = new Shelf().Add("a.txt", page).Give("a.txt", 2024).Date().Only("DS205", text);
        Assert.Equal(reason + ", but content/dumps.yml(3) gives 2024", diagnostic.Message);
    }

    [Fact]
    [Provokes("DS205")]
    public void A_year_inferred_elsewhere_is_evidence_against_a_year_given()
    {
        Dated dated = new Shelf()
            .Add("a.txt", "Apr 1 | P").Give("a.txt", 2024)
            .Add("b.txt", "Nov 3 | P: Mar 5 | Old: Oct 6, 2024")
            .Date();
        Assert.Contains("\"P\" was published on 2025-03-05 by content/dumps/b.txt(4)", dated.Only("DS205", "P").Message, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("DS205")]
    public void Two_years_given_that_contradict_each_other_are_reported_on_both_pages()
    {
        Dated dated = new Shelf()
            .Add("2024-11-03.txt", "Nov 3 | P: Mar 5")
            .Add("2025-11-03.txt", "Nov 3 | P: Mar 5")
            .Date();
        Assert.Equal(
            [
                "content/dumps/2024-11-03.txt(4): \"P\" is printed with Mar 5 here and in content/dumps/2025-11-03.txt(4), which is of 2025: the year left out is 2025, but the file's name says 2024-11-03",
                "content/dumps/2025-11-03.txt(4): \"P\" is printed with Mar 5 here and in content/dumps/2024-11-03.txt(4), which is of 2024: the year left out is 2024, but the file's name says 2025-11-03",
            ],
            dated.Diagnostics.Select(d => $"{d.Span.FileName}({d.Span.Line}): {d.Message}"));
    }

    [Fact]
    public void A_source_that_prints_every_year_may_print_its_own() =>
        Assert.Equal("2025-11-03.json 2025-11-03", new Shelf().Add("2025-11-03.json", "| P: Nov 1, 2025 | Q: Mar 5, 2024").Date().Dates);

    [Theory]
    [InlineData("Feb 29", 2025, "2025")]
    [InlineData("Nov 3", 0, "2025")]
    [Provokes("DS208")]
    public void A_year_given_that_does_not_have_the_day_is_reported_where_it_is_given(string page, int year, string text)
    {
        Dated dated = new Shelf().Add("a.txt", page).Give("a.txt", year).Date();
        Assert.Empty(dated.Captures);
        Assert.Equal("DS208", Assert.Single(dated.Diagnostics).Id);
        Assert.Equal(year == 0 ? "" : text, year == 0 ? "" : Dated.TextAt(dated.Diagnostics[0].Span));
    }

    [Theory]
    [InlineData("a.txt", "Feb 29, 2025", "Feb 29, 2025")]
    [InlineData("a.txt", "Feb 30", "Feb 30")]
    [InlineData("2025-02-29.json", "| P: Mar 5, 2024", "")]
    [InlineData("2025-13-01.json", "| P: Mar 5, 2024", "")]
    [Provokes("DS208")]
    public void A_day_that_no_calendar_has_is_reported_at_the_date_line(string name, string page, string text) =>
        new Shelf().Add(name, page).Date().Only("DS208", text);

    [Fact]
    public void A_page_without_any_date_is_the_readers_to_report() => Assert.Equal("", new Shelf().Add("a.txt", "| P: Mar 5, 2024").Date().Dates);

    [Theory]
    [InlineData("2026-01-06", true)]
    [InlineData("2026-01-07", false)]
    [Provokes("DS209")]
    public void A_capture_later_than_the_as_of_date_is_reported_with_both_ways_out(string asOf, bool isLate)
    {
        Dated dated = new Shelf().Add("a.txt", "Jan 7 | P: Dec 22, 2025").AsOf(asOf).Date();
        Assert.Equal("a.txt 2026-01-07", dated.AllDates);
        if (!isLate)
        {
            Assert.Empty(dated.Diagnostics);
            return;
        }

        Diagnostic diagnostic = dated.Only("DS209", "Jan 7");
        Assert.Equal("build with `--as-of 2026-01-07` or a later date; if the year is wrong, the right one goes into content/dumps.yml: `a.txt: { year: 2026 }`", diagnostic.WayOut);
    }
}
