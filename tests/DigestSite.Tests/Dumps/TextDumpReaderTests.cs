using DigestSite.Papers;

namespace DigestSite.Tests.Dumps;

public class TextDumpReaderTests
{
    private const string Title = "Grokking, Twice: A Study";

    [Fact]
    public void A_listing_knows_its_lines()
    {
        Reading reading = Reading.OfBlocks(Title, Reading.Prose, "  • 3 authors\n·\nOct 6, 2024 2", "Another title", Reading.Prose);
        Assert.Equal(new PrintedDate(null, 11, 3), reading.Dump.Date);
        Assert.Equal(11, reading.Dump.DateLine);
        Assert.Equal(
            [
                new DumpPart(DumpPartKind.Furniture, new(1, 11)),
                new DumpPart(DumpPartKind.Listing, new(13, 19)),
                new DumpPart(DumpPartKind.Listing, new(21, 23)),
            ],
            reading.Dump.Parts);
        Assert.Equal([13, 21], reading.Listings.Select(l => l.TitleLine));
        Assert.Equal(
            new Listing
            {
                Title = Title,
                Abstract = Reading.Prose,
                AuthorCount = 3,
                Published = new PrintedDate(2024, 10, 6),
                Comments = 2,
                Lines = new(13, 19),
                TitleLine = 13,
            },
            reading.Listings[0]);
    }

    [Theory]
    [InlineData("  • 3 authors\n·\nOct 6, 2024 2", 3, null, "Oct 6, 2024", 2)]
    [InlineData("  • 1 author\n·\nOct 6", 1, null, "Oct 6", null)]
    [InlineData("• 3 authors · Oct 6, 2024", 3, null, "Oct 6, 2024", null)]
    [InlineData("• 3 authors ·\nOct 16 2", 3, null, "Oct 16", 2)]
    [InlineData("• 3 authors\n· Oct 16 2", 3, null, "Oct 16", 2)]
    [InlineData("•\u00A03\u00A0authors\n\n·\n\nOct\u202F16", 3, null, "Oct 16", null)]
    [InlineData("3 authors\nOct 16", 3, null, "Oct 16", null)]
    [InlineData("Berkeley UC Berkeley\n·\nOct 14, 2025 2", null, "Berkeley UC Berkeley", "Oct 14, 2025", 2)]
    [InlineData("Berkeley  UC Berkeley · Oct 14, 2025 2", null, "Berkeley UC Berkeley", "Oct 14, 2025", 2)]
    [InlineData("Models\n·\nOct 14", null, "Models", "Oct 14", null)]
    [InlineData("·\nOct 14", null, null, "Oct 14", null)]
    [InlineData("• 3 authors", 3, null, null, null)]
    public void An_attribution_is_read_in_every_form(string text, int? authors, string? organization, string? date, int? comments)
    {
        Listing listing = Reading.OfBlocks(Title, Reading.Prose, text).Single();
        Assert.Equal(Reading.Prose, listing.Abstract);
        Assert.Equal(authors, listing.AuthorCount);
        Assert.Equal(organization, listing.Organization?.Printed);
        Assert.Equal(date, listing.Published?.ToString());
        Assert.Equal(comments, listing.Comments);
    }

    [Theory]
    [InlineData("Submitted by\nalice\n\n12", "alice", 12)]
    [InlineData("Submitted by alice\n12", "alice", 12)]
    [InlineData("1.2k", null, 1200)]
    [InlineData("-", null, null)]
    [InlineData("-\nSubmitted by alice", "alice", null)]
    [InlineData("Submitted by\n\n12\n\n7", "12", 7)]
    public void Votes_and_submitter_are_read_above_the_title(string text, string? submitter, int? votes)
    {
        Reading reading = Reading.OfBlocks("First title", Reading.Prose, text, Title, Reading.Prose);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(["First title", Title], reading.Listings.Select(l => l.Title));
        Assert.Equal(submitter, reading.Listings[1].SubmittedBy);
        Assert.Equal(votes, reading.Listings[1].Upvotes);
        Assert.Equal(17, reading.Listings[1].Lines.First);
    }

    [Fact]
    public void Paragraphs_are_joined_by_a_space()
    {
        Listing listing = Reading.OfBlocks(Title, Reading.Prose, "It also ends.", "Project page: https://example.org/x", Reading.Prose).Single();
        Assert.Equal($"{Reading.Prose} It also ends. Project page: https://example.org/x {Reading.Prose}", listing.Abstract);
    }

    [Fact]
    public void A_wrapped_title_and_a_wrapped_abstract_are_folded()
    {
        Listing listing = Reading.OfBlocks("Grokking,\n  Twice: A Study", Reading.Prose.Replace(", ", ",\n  ", StringComparison.Ordinal), "• 3 authors").Single();
        Assert.Equal(Title, listing.Title);
        Assert.Equal(Reading.Prose, listing.Abstract);
    }

    [Fact]
    public void An_organization_right_below_a_wrapped_abstract_is_not_a_part_of_it()
    {
        Listing listing = Reading.OfBlocks(Title, "We bound it\nand stop\nBerkeley UC Berkeley\n·\nOct 6").Single();
        Assert.Equal("We bound it and stop", listing.Abstract);
        Assert.Equal("UC Berkeley", listing.Organization?.Name);
    }

    [Fact]
    public void A_capture_without_blank_lines_is_read()
    {
        string page = Reading.Page("Nov 3", Title, Reading.Prose, "Another title", Reading.Prose, "• 3 authors\n·\nOct 6", "A third", Reading.Prose);
        Reading reading = Reading.Of(page.Replace("\n\n", "\n", StringComparison.Ordinal));
        Assert.Empty(reading.Diagnostics);
        Assert.Equal([Title, "Another title", "A third"], reading.Listings.Select(l => l.Title));
    }

    [Fact]
    public void A_short_text_between_title_and_attribution_is_the_abstract() =>
        Assert.Equal("We bound it", Reading.OfBlocks(Title, "We bound it", "• 3 authors · Oct 6").Single().Abstract);

    [Fact]
    public void A_title_may_end_in_a_full_stop()
    {
        Reading reading = Reading.OfBlocks(Title, Reading.Prose, "Attention is.", Reading.Prose, "• 3 authors", "Nothing is.", Reading.Prose);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal([Title, "Attention is.", "Nothing is."], reading.Listings.Select(l => l.Title));
    }

    [Fact]
    public void A_title_may_be_a_word_of_the_footer()
    {
        Reading reading = Reading.OfBlocks("Models", Reading.Prose, "Docs", "• 3 authors", "Models", "Docs");
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(["Models", "Docs"], reading.Listings.Select(l => l.Title));
        Assert.Equal(DumpPartKind.Furniture, reading.Dump.Parts[^1].Kind);
    }

    [Fact]
    public void A_title_may_hold_what_separates_attributions() =>
        Assert.Equal("Models · Data · Nov", Reading.OfBlocks("Models · Data · Nov", Reading.Prose).Single().Title);

    [Fact]
    public void Unseen_characters_stay_in_the_text_and_hide_no_line()
    {
        Reading reading = Reading.Of($"Nov\u200B 3\u200E\n\u200B\nGrok\u200Bking\n\u200B\n{Reading.Prose}\n\n\uFEFF• 3 authors\n·\u200B\nOct 6");
        Assert.Equal("Grok\u200Bking", reading.Single().Title);
        Assert.Equal(3, reading.Single().AuthorCount);
    }

    [Fact]
    public void A_date_line_may_give_its_year() =>
        Assert.Equal(new PrintedDate(2025, 11, 3), Reading.Of(Reading.Page("Nov 3, 2025", Title, Reading.Prose)).Dump.Date);
}
