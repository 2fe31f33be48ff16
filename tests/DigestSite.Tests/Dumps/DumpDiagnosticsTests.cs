using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps;

public class DumpDiagnosticsTests
{
    private const string Title = "Grokking, Twice: A Study";
    private const string Attribution = "  • 3 authors\n·\nOct 6, 2024 2";

    [Theory]
    [Provokes("DS101")]
    [InlineData("")]
    [InlineData("\n \u200B\r\n")]
    public void A_text_without_anything_is_reported(string text)
    {
        Reading reading = Reading.Of(text);
        Assert.Equal("content/dumps/sample.txt: error DS101: the dump is empty", FirstLine(Assert.Single(reading.Diagnostics)));
        Assert.Empty(reading.Dump.Parts);
    }

    [Fact]
    [Provokes("DS104")]
    public void A_dump_without_a_date_line_is_reported_at_its_first_paper()
    {
        Reading reading = Reading.Of($"new\n\nDaily Papers\n\n{Title}\n\n{Reading.Prose}\n\n{Attribution}");
        Assert.Null(reading.Dump.Date);
        Assert.Single(reading.Listings);
        Assert.Equal(
            """
            content/dumps/sample.txt(5,1): error DS104: the dump has no date line
              | Grokking, Twice: A Study
              | ^^^^^^^^^^^^^^^^^^^^^^^^
              = put the date line of the page, for example `Nov 3`, on a line of its own above the first paper
            """,
            Assert.Single(reading.Diagnostics).ToString());
    }

    [Fact]
    [Provokes("DS105")]
    public void An_impossible_date_line_is_reported_and_the_papers_are_read()
    {
        Reading reading = Reading.Of(Reading.Page("Feb 30", Title, Reading.Prose));
        Assert.Null(reading.Dump.Date);
        Assert.Equal(Title, Assert.Single(reading.Listings).Title);
        Assert.Equal(
            """
            content/dumps/sample.txt(11,1): error DS105: `Feb 30` is not a date
              | Feb 30
              | ^^^^^^
              = write the date as the page prints it: `Nov 3`, `Oct 6, 2024`, or `Oct 6, 2024 2` with 2 comments
            """,
            Assert.Single(reading.Diagnostics).ToString());
    }

    [Theory]
    [Provokes("DS105")]
    [InlineData("  • 3 authors\n·\n  Feb 30, 2024 2", "Feb 30, 2024 2", 3)]
    [InlineData("  • 3 authors\n·\nFeb 29, 2023", "Feb 29, 2023", 3)]
    [InlineData("  • 3 authors\n·\nOct 6, 24", "Oct 6, 24", 3)]
    [InlineData("  • 3 authors\n·\n2 days ago", "2 days ago", 3)]
    [InlineData("  • 3 authors · Nov 99999999999", "Nov 99999999999", null)]
    [InlineData("  • 3 authors · yesterday", "yesterday", null)]
    public void An_impossible_date_in_an_attribution_is_reported_where_it_stands(string attribution, string date, int? authors)
    {
        Reading reading = Reading.OfBlocks(Title, Reading.Prose, attribution, "Next title", Reading.Prose);
        Assert.Equal(date, reading.TextAt("DS105"));
        Assert.Single(reading.Diagnostics);
        Assert.Equal(authors, reading.Listings[0].AuthorCount);
        Assert.Null(reading.Listings[0].Published);
        Assert.Equal("Next title", reading.Listings[1].Title);
    }

    [Fact]
    [Provokes("DS106")]
    public void A_second_date_line_is_reported()
    {
        Reading reading = Reading.OfBlocks(Title, Reading.Prose, "Nov 4", "Next title", Reading.Prose);
        Assert.Equal("Nov 4", reading.TextAt("DS106"));
        Assert.Equal(new PrintedDate(null, 11, 3), reading.Dump.Date);
        Assert.Equal([Title, "Next title"], reading.Listings.Select(l => l.Title));
    }

    [Fact]
    [Provokes("DS107")]
    public void Prose_under_no_title_is_reported()
    {
        Reading reading = Reading.OfBlocks(Reading.Prose, Title, Reading.Prose, Attribution, "A line of prose.", "Next title", Reading.Prose);
        Assert.Equal([Reading.Prose, "A line of prose."], reading.Diagnostics.Select(d => d.Span.LineText));
        Assert.All(reading.Diagnostics, d => Assert.Equal("this text stands under no title", d.Message));
        Assert.Equal([Title, "Next title"], reading.Listings.Select(l => l.Title));
    }

    [Fact]
    [Provokes("DS108")]
    public void An_attribution_under_no_paper_is_reported()
    {
        Reading reading = Reading.OfBlocks(Title, Reading.Prose, Attribution, "• 7 authors\n·\nOct 6");
        Assert.Equal("• 7 authors", reading.TextAt("DS108"));
        Assert.Equal(new DumpPart(DumpPartKind.Unplaced, new(21, 23)), reading.Dump.Parts[^1]);
        Assert.Equal(3, Assert.Single(reading.Listings).AuthorCount);
    }

    [Theory]
    [Provokes("DS109")]
    [InlineData("12")]
    [InlineData("Submitted by")]
    [InlineData("Submitted by alice")]
    public void Votes_or_a_submitter_above_no_title_are_reported(string line)
    {
        Reading reading = Reading.OfBlocks(Title, Reading.Prose, line, Reading.Prose, "Next title", Reading.Prose);
        Assert.Equal(line, reading.TextAt("DS109"));
        Assert.Equal([Title, "Next title"], reading.Listings.Select(l => l.Title));
    }

    [Fact]
    [Provokes("DS110")]
    public void Text_above_the_date_line_is_reported()
    {
        Reading reading = Reading.Of($"new\n\n Search models\n\nNov 3\n\n{Title}\n\n{Reading.Prose}");
        Assert.Equal("Search models", reading.TextAt("DS110"));
        Assert.Equal("content/dumps/sample.txt(3,2): error DS110: `Search models` stands above the date line and is not known from the page's heading", FirstLine(Assert.Single(reading.Diagnostics)));
    }

    [Fact]
    [Provokes("DS111")]
    public void A_dump_without_a_paper_is_reported()
    {
        Diagnostic diagnostic = Assert.Single(Reading.OfBlocks("Previous", "Next").Diagnostics);
        Assert.Equal("content/dumps/sample.txt: error DS111: the dump lists no paper", FirstLine(diagnostic));
    }

    [Fact]
    [Provokes("DS112")]
    public void A_title_alone_is_a_warning()
    {
        Reading reading = Reading.OfBlocks("Upgrade now", Title, Reading.Prose, "  Cut off after its tit");
        Assert.Equal(["Upgrade now", Title, "Cut off after its tit"], reading.Listings.Select(l => l.Title));
        Assert.Equal(["Upgrade now", "  Cut off after its tit"], reading.Diagnostics.Select(d => d.Span.LineText));
        Assert.All(reading.Diagnostics, d => Assert.Equal(("DS112", Severity.Warning), (d.Id, d.Severity)));
        Assert.Empty(Reading.OfBlocks("-", "Upgrade now", Title, Reading.Prose).Diagnostics);
    }

    [Theory]
    [Provokes("DS113")]
    [InlineData("• 3 authors\n·")]
    [InlineData("• 3 authors\n·\n\nNext title")]
    public void An_attribution_that_breaks_off_is_a_warning(string attribution)
    {
        Reading reading = Reading.OfBlocks(Title, Reading.Prose, attribution, Reading.Prose);
        Assert.Equal("·", reading.TextAt("DS113"));
        Assert.Equal(3, reading.Listings[0].AuthorCount);
    }

    [Theory]
    [Provokes("DS114")]
    [InlineData("99999999999", "99999999999")]
    [InlineData("99999999999 authors", "99999999999 authors")]
    [InlineData("4 authors · Oct 6, 2024 99999999999", "Oct 6, 2024 99999999999")]
    [InlineData("4000000k", "4000000k")]
    public void A_count_past_all_reason_is_reported(string line, string expected)
    {
        Reading reading = Reading.OfBlocks(Title, Reading.Prose, line, "Next title", Reading.Prose);
        Assert.Equal(expected, reading.TextAt("DS114"));
        Assert.Equal([Title, "Next title"], reading.Listings.Select(l => l.Title));
    }

    private static string FirstLine(Diagnostic diagnostic) => diagnostic.ToString().Split('\n')[0];
}
