namespace DigestSite.Tests.Dumps.Dating;

public class InferredYearTests
{
    [Fact]
    public void A_capture_is_not_before_a_date_that_it_prints() =>
        Assert.Equal("a.txt 2026-01-07", new Shelf().Add("a.txt", "Jan 7 | Old: May 1, 2021 | New: Dec 22, 2025").Date().Dates);

    [Fact]
    public void A_year_that_is_printed_is_not_the_captures_own()
    {
        Dated dated = new Shelf().Add("a.txt", "Nov 3 | Train longer: Oct 5, 2024 | Fresh: Jul 29").Date();

        Assert.Equal("a.txt 2025-11-03", dated.Dates);
        Assert.Equal(
            """
            "Train longer" is printed with Oct 5, 2024: the capture is not before 2024-10-04, and not in 2024
            so 2025-11-03 is the earliest Nov 3 that fits
            """,
            dated.Why("a.txt"));
        Assert.Equal("Oct 5, 2024", Dated.TextAt(dated["a.txt"].Evidence[0].Span));
        Assert.True(dated["a.txt"].IsInferred);
    }

    [Fact]
    public void A_bound_has_one_day_of_slack() =>
        Assert.Equal(
            "a.txt 2025-11-03, b.txt 2026-11-03",
            new Shelf()
                .Give("x.txt", 2025).Add("x.txt", "Dec 1 | Tomorrow: Nov 4 | Later: Nov 5")
                .Add("a.txt", "Nov 3 | Tomorrow")
                .Add("b.txt", "Nov 3 | Later")
                .Date().Dates.Replace(", x.txt 2025-12-01", "", StringComparison.Ordinal));

    [Fact]
    public void Years_between_the_bound_and_the_capture_are_skipped_where_another_page_of_the_year_prints_them()
    {
        // Both pages elide the year of P, so both are of one year; b prints 2025.
        Dated dated = new Shelf()
            .Add("a.txt", "Nov 3 | P: Mar 5 | Old: Oct 6, 2024")
            .Add("b.txt", "Apr 7 | P: Mar 5 | Old: Oct 6, 2024 | Early: Jan 3, 2025")
            .Date();

        Assert.Equal("a.txt 2026-11-03, b.txt 2026-04-07", dated.Dates);
        Assert.Equal(
            """
            "P" is printed with Mar 5 here and in content/dumps/b.txt(4): both leave out the same year
            "Early" is printed with Jan 3, 2025: the capture is not before 2025-01-02, and not in 2025
            so 2026-11-03 is the earliest Nov 3 that fits; 1 more listing agrees
            """,
            dated.Why("a.txt"));
    }

    [Fact]
    public void A_skipped_year_is_explained_by_the_listing_that_prints_it()
    {
        // The bound is b's arXiv id; 2025 is passed over because a prints it.
        Dated dated = new Shelf().Add("a.txt", "Nov 3 | Late [2502.00001] | Early: Jan 3, 2025 | P: Mar 5").Date();

        Assert.Equal("a.txt 2026-11-03", dated.Dates);
        Assert.Equal(
            """
            "Late [2502.00001]" has the arXiv id 2502.00001: the capture is not before 2025-01-31
            "Early" is printed with Jan 3, 2025: that is not the year left out there
            so 2026-11-03 is the earliest Nov 3 that fits
            """,
            dated.Why("a.txt"));
    }

    [Fact]
    public void A_full_date_elsewhere_fixes_the_year_left_out_here()
    {
        Dated dated = new Shelf()
            .Add("a.txt", "Nov 3 | P: Mar 5 | Old: Feb 1, 2020")
            .Add("b.txt", "Jan 7 | P: Mar 5, 2025")
            .Date();

        Assert.Equal("a.txt 2025-11-03, b.txt 2026-01-07", dated.Dates);
        Assert.StartsWith("\"P\" is printed with Mar 5 here and with Mar 5, 2025 in content/dumps/b.txt(4): the year left out is 2025\n", dated.Why("a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_known_date_fixes_the_year_of_one_that_leaves_out_the_same_day()
    {
        Dated dated = new Shelf().Add("2025-03-11.txt", "Mar 11 | P: Mar 5").Add("b.txt", "Nov 3 | P: Mar 5").Date();

        Assert.Equal("2025-03-11.txt 2025-03-11, b.txt 2025-11-03", dated.Dates);
        Assert.StartsWith("\"P\" is printed with Mar 5 here and in content/dumps/2025-03-11.txt(4), which is of 2025: the year left out is 2025\n", dated.Why("b.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_that_leave_out_the_year_of_one_paper_are_of_one_year_even_when_it_is_inferred() =>
        Assert.Equal(
            "a.txt 2025-11-03, b.txt 2025-04-07, c.txt 2025-06-01",
            new Shelf()
                .Add("a.txt", "Nov 3 | P: Mar 5 | Old: Oct 6, 2024")
                .Add("b.txt", "Apr 7 | P: Mar 5 | Q: Mar 6")
                .Add("c.txt", "Jun 1 | Q: Mar 6")
                .Date().Dates);

    [Fact]
    public void Days_that_differ_are_no_evidence_of_the_year_left_out() =>
        Assert.Equal(
            "a.txt 2022-11-03, b.txt 2026-01-07",
            new Shelf()
                .Add("a.txt", "Nov 3 | P: Mar 5 | Old: Feb 1, 2021")
                .Add("b.txt", "Jan 7 | P: Mar 6, 2019 | Old: Feb 1, 2021 | New: Jul 1, 2025")
                .Date().Dates);

    [Fact]
    public void A_paper_that_another_page_dates_is_not_listed_before_it_was_published()
    {
        Dated dated = new Shelf()
            .Add("a.txt", "Mar 11 | P | Q")
            .Add("b.txt", "Jan 7 | P: Jan 30, 2025 | Q: Feb 3, 2019")
            .Date();

        Assert.Equal("a.txt 2025-03-11, b.txt 2026-01-07", dated.Dates);
        Assert.Equal(
            """
            "P" was published on 2025-01-30 by content/dumps/b.txt(4): the capture is not before 2025-01-29
            so 2025-03-11 is the earliest Mar 11 that fits; 1 more listing agrees
            """,
            dated.Why("a.txt"));
        Assert.Equal("P", Dated.TextAt(dated["a.txt"].Evidence[0].Span));
    }

    [Fact]
    public void A_date_that_became_full_because_its_page_was_dated_bounds_others()
    {
        // b gets 2025 from Old; P is of 2025 thereby, and then so is a; Q is of 2026 thereby, and so is c.
        Dated dated = new Shelf()
            .Add("c.txt", "Feb 1 | P")
            .Add("a.txt", "Mar 11 | P")
            .Add("b.txt", "Nov 3 | P: Mar 2 | Old: Oct 6, 2024")
            .Date();

        Assert.Equal("a.txt 2025-03-11, b.txt 2025-11-03, c.txt 2026-02-01", dated.Dates);
    }

    [Fact]
    public void Where_pages_disagree_on_a_paper_the_earliest_date_bounds() =>
        Assert.Equal(
            "a.txt 2023-03-11, x.txt 2026-06-01, y.txt 2026-06-01",
            new Shelf()
                .Add("a.txt", "Mar 11 | P")
                .Add("x.txt", "Jun 1 | P: Jan 30, 2023 | N: May 1, 2025")
                .Add("y.txt", "Jun 1 | P: Jan 30, 2025 | N: May 1, 2025")
                .Date().Dates);

    [Fact]
    public void A_title_that_cannot_be_told_apart_is_no_evidence_elsewhere() =>
        Assert.Equal(
            ["DS201"],
            new Shelf().Add("a.txt", "Mar 11 | Technical Report").Add("b.txt", "Jun 1 | Technical Report: Jan 30, 2025").Date().Diagnostics.Select(d => d.Id));

    [Theory]
    [InlineData("Mar 11 | P [2501.08325]", "a.txt 2025-03-11")]
    [InlineData("Dec 31 | P [2501.08325]", "a.txt 2024-12-31")]
    [InlineData("Dec 30 | P [2501.08325]", "a.txt 2025-12-30")]
    [InlineData("Mar 11 | P [astro-ph/9912001]", "a.txt 2000-03-11")]
    public void A_paper_is_not_listed_before_the_month_of_its_arxiv_id(string page, string expected) =>
        Assert.Equal(expected, new Shelf().Add("a.txt", page).Date().Dates);

    [Theory]
    [InlineData("Feb 29 | P: Mar 5, 2024", "a.txt 2028-02-29")]
    [InlineData("Nov 3 | Leap: Feb 29 | P: Mar 5, 2021", "a.txt 2024-11-03")]
    [InlineData("Feb 29 | P: Mar 5, 2096", "a.txt 2104-02-29")]
    [InlineData("Feb 28 | Leap: Feb 29 | P: Mar 5, 2021", "a.txt 2024-02-28")]
    [InlineData("Feb 28 | Tomorrow: Mar 1 | P: Mar 5, 2023", "a.txt 2025-02-28")]
    public void A_leap_day_needs_a_leap_year_and_only_that_has_a_day_between_Feb_28_and_Mar_1(string page, string expected) =>
        Assert.Equal(expected, new Shelf().Add("a.txt", page).Date().Dates);

    [Fact]
    public void Years_without_a_leap_day_are_named() =>
        Assert.Equal(
            """
            "P" is printed with Mar 5, 2026: the capture is not before 2026-03-04, and not in 2026
            not 2027, which does not have every day that a.txt prints
            so 2028-02-29 is the earliest Feb 29 that fits
            """,
            new Shelf().Add("a.txt", "Feb 29 | P: Mar 5, 2026").Date().Why("a.txt"));

    [Theory]
    [InlineData("Jan 1 | Late: Dec 31 | Old: Oct 6, 2024", "a.txt 2026-01-01")]
    [InlineData("Jan 1 | Late: Dec 31 | Mid: Jul 1 | Old: Oct 6, 2024", "a.txt 2026-01-01")]
    [InlineData("Jan 1 | Fresh: Jan 1 | Old: Oct 6, 2024", "a.txt 2025-01-01")]
    [InlineData("Jan 1 | Late: Dec 31, 2024", "a.txt 2025-01-01")]
    [InlineData("Dec 31 | Fresh: Jan 1 | Old: Oct 6, 2024", "a.txt 2025-12-31")]
    [InlineData("Dec 31 | Tomorrow: Jan 1, 2025", "a.txt 2024-12-31")]
    [InlineData("Dec 31 | Tomorrow: Jan 1, 2025 | Fresh: Jul 1", "a.txt 2024-12-31")]
    public void New_year_comes_later_in_US_Eastern(string page, string expected) =>
        Assert.Equal(expected, new Shelf().Add("a.txt", page).Date().Dates);

    [Fact]
    public void A_page_that_prints_every_year_and_names_the_as_of_year_is_taken_to_print_its_own_too()
    {
        Shelf shelf = new Shelf().Add("a.json", "Nov 3 | P: Oct 30, 2025 | Q: Nov 1, 2025");

        Assert.Equal("a.json 2026-11-03", shelf.Date().Dates);
        Dated dated = shelf.AsOf("2025-12-31").Date();
        Assert.Equal("a.json 2025-11-03", dated.Dates);
        Assert.Equal(
            """
            "Q" is printed with Nov 1, 2025: the capture is not before 2025-10-31
            so 2025-11-03 is the earliest Nov 3 that fits, of a source that prints every year, since it would be later than the as-of date otherwise; 1 more listing agrees
            """,
            dated.Why("a.json"));
    }

    [Fact]
    public void Captures_come_by_date_then_name() =>
        Assert.Equal(
            ["b.txt", "a.txt", "c.txt"],
            new Shelf().Add("c.txt", "Mar 11, 2025").Add("a.txt", "Mar 11, 2025").Add("b.txt", "Mar 11, 2024").Date().Captures.Select(c => c.Name));

    [Fact]
    public void A_long_title_is_shortened_between_characters()
    {
        Dated dated = new Shelf().Add("a.txt", "Nov 3 | " + new string('x', 59) + "\U0001F600 and more: Oct 5, 2024").Date();
        Assert.StartsWith("\"" + new string('x', 59) + "…\" is printed", dated.Why("a.txt"), StringComparison.Ordinal);
    }
}
