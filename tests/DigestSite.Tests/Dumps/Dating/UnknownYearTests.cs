using DigestSite.Diagnostics;

namespace DigestSite.Tests.Dumps.Dating;

public class UnknownYearTests
{
    [Theory]
    [InlineData("Mar 11")]
    [InlineData("Mar 11 | P | Q: Mar 5")]
    [InlineData("Feb 29 | Q: Feb 29")]
    [Provokes("DS201")]
    public void A_page_that_nothing_dates_is_reported_at_its_date_line_with_the_line_to_add(string page)
    {
        Dated dated = new Shelf().Add("001_x.txt", page).Date();
        Diagnostic diagnostic = dated.Only("DS201", page[..6]);
        Assert.Equal("add under `dumps:` in content/dumps.yml, with the year it was captured in: `001_x.txt: { year: 2025 }`", diagnostic.WayOut);
        Assert.Empty(dated.Captures);
    }

    [Fact]
    [Provokes("DS201")]
    public void A_name_that_YAML_would_misread_is_quoted_in_the_line_to_add() =>
        Assert.EndsWith("`'it''s: #1.txt': { year: 2025 }`", new Shelf().Add("it's: #1.txt", "Mar 11").Date().Only("DS201", "Mar 11").WayOut, StringComparison.Ordinal);

    [Fact]
    [Provokes("DS206")]
    public void A_day_after_the_captures_cannot_be_of_its_year()
    {
        Dated dated = new Shelf().Add("a.txt", "Nov 3 | P: Nov 5 | Q: Nov 4 | Old: Oct 6, 2024").Date();
        Diagnostic diagnostic = dated.Only("DS206", "Nov 5");
        Assert.Equal("\"P\" is printed with Nov 5, which a page of Nov 3 cannot print without its year", diagnostic.Message);
        Assert.Equal("a.txt 2025-11-03", dated.AllDates);
    }

    [Fact]
    [Provokes("DS206")]
    public void A_leap_day_cannot_be_of_a_known_year_without_one() =>
        new Shelf().Add("a.txt", "Nov 3, 2025 | P: Feb 29").Date().Only("DS206", "Feb 29");

    [Fact]
    [Provokes("DS207")]
    public void Two_pages_that_fix_different_years_are_reported_at_the_second_listing()
    {
        Dated dated = new Shelf()
            .Add("a.txt", "Nov 3 | P: Mar 5 | Q: Mar 6")
            .Add("x.txt", "Jan 7 | P: Mar 5, 2024")
            .Add("y.txt", "Jan 7 | Q: Mar 6, 2025")
            .Date();
        Diagnostic diagnostic = dated.Only("DS207", "Mar 6");
        Assert.Equal(
            "\"Q\" is printed with Mar 6 here and with Mar 6, 2025 in content/dumps/y.txt(4): the year left out is 2025, "
            + "but \"P\" is printed with Mar 5 here and with Mar 5, 2024 in content/dumps/x.txt(4): the year left out is 2024",
            diagnostic.Message);
        Assert.Equal("x.txt 2025-01-07, y.txt 2026-01-07", dated.AllDates);
    }

    [Theory]
    [InlineData("Nov 3 | P: Mar 5 | N: Dec 1, 2025", "Dec 1, 2025")]
    [InlineData("Nov 3 | P: Mar 5 | N: Jan 1, 2025", "Jan 1, 2025")]
    [InlineData("Nov 3 | P: Mar 5 | N [2601.00001]", "N [2601.00001]")]
    [InlineData("Nov 3 | P: Mar 5 | E: Feb 29", "Nov 3")]
    [Provokes("DS207")]
    public void A_page_whose_listings_rule_out_the_year_that_another_page_fixes_is_reported(string page, string text)
    {
        Dated dated = new Shelf().Add("a.txt", page).Add("x.txt", "Jan 7 | P: Mar 5, 2025").Date();
        Assert.Contains("but \"P\" is printed with Mar 5 here and with Mar 5, 2025 in content/dumps/x.txt(4)", dated.Only("DS207", text).Message, StringComparison.Ordinal);
        Assert.Equal("x.txt 2026-01-07", dated.AllDates);
    }

    [Fact]
    [Provokes("DS208")]
    public void Two_pages_that_would_each_have_to_be_later_than_the_other_are_reported()
    {
        Dated dated = new Shelf()
            .Add("a.txt", "Mar 1 | P: Mar 1 | Q | Old: Oct 6, 2020")
            .Add("b.txt", "Feb 10 | Q: Feb 9 | P")
            .Date();
        Assert.Equal(["Mar 1", "Feb 10"], dated.Diagnostics.Select(d => Dated.TextAt(d.Span)));
        Assert.All(dated.Diagnostics, d => Assert.Equal("DS208", d.Id));
        Assert.Equal(
            "no year fits this capture: \"P\" is listed here, and the page that dates it, at content/dumps/a.txt(4), would always be later",
            dated.Diagnostics[1].Message);
        Assert.Empty(dated.Captures);
    }

    [Fact]
    [Provokes("DS208")]
    public void Pages_of_one_year_of_which_one_needs_a_leap_year_and_one_cannot_be_are_reported()
    {
        Dated dated = new Shelf()
            .Add("a.txt", "Feb 29 | P: Feb 1 | Old: Oct 6, 2020")
            .Add("b.txt", "Feb 28 | P: Feb 1 | Tomorrow: Mar 1")
            .Date();
        Assert.Equal(["Feb 29", "Feb 28"], dated.Diagnostics.Select(d => Dated.TextAt(d.Span)));
        Assert.All(dated.Diagnostics, d => Assert.Equal("no year fits this capture: no year has every day that it and the pages of its year print", d.Message));
    }
}
