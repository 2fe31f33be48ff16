using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps;

public class DailyPapersReaderTests
{
    private const string Day = """
        [
         {
          "paper": {
           "id": "2511.00001v2",
           "authors": [
            { "_id": "a1", "name": "Ada Sample", "hidden": false },
            { "_id": "a2", "name": "Hidden Sample", "hidden": true, "user": { "name": "hs", "orgs": [[{}]] } },
            { "_id": "a3", "name": " Bo\n Sample ", "hidden": false }
           ],
           "publishedAt": "2025-11-01T23:59:59.000Z",
           "submittedOnDailyAt": "2025-11-03T01:30:00.000Z",
           "submittedOnDailyBy": { "name": "inner", "fullname": "Inner Name" },
           "title": "Grokking,\n  Twice",
           "summary": "We grok\nand \u201cgrok\u201d again.\n",
           "upvotes": 45,
           "projectPage": "https://grok.org/twice#top",
           "githubRepo": "github.com/sample/grok",
           "githubStars": 1200,
           "ai_keywords": ["grokking", "delayed  generalization"],
           "organization": { "_id": "o", "name": "Berkeley", "fullname": "UC Berkeley", "avatar": "https://cdn.org/a.png" }
          },
          "publishedAt": "2025-11-01T18:59:59.000Z",
          "title": "Grokking, Twice!",
          "summary": "Another.",
          "numComments": 3,
          "isAuthorParticipating": true,
          "submittedBy": { "name": "outer", "type": "user", "followers": 1.5e3 },
          "thumbnail": null
         },
         { "title": "Outer title", "summary": "Outer words.", "paper": { "id": "cs/0601001", "title": " \n", "summary": null, "authors": null, "organization": { "name": "lab" } } },
         { "paper": { "title": "Bare", "id": "2511.00003", "submittedOnDailyAt": "2025-11-02T00:00:00.000Z", "authors": [] } }
        ]
        """;

    [Fact]
    public void A_day_gives_all_that_its_items_tell()
    {
        Reading reading = Reading.OfFile("2025-11-03.json", Day);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal((DumpFormat.DailyPapers, new PrintedDate(2025, 11, 3), 11), (reading.Dump.Format, reading.Dump.Date!.Value, reading.Dump.DateLine));
        Assert.Empty(reading.Dump.Parts);
        Assert.Equal(
            new Listing
            {
                Title = "Grokking, Twice",
                Abstract = "We grok and “grok” again.",
                Arxiv = Id("2511.00001"),
                Authors = ["Ada Sample", "Bo Sample"],
                AuthorCount = 3,
                Organization = new("Berkeley UC Berkeley"),
                Published = new(2025, 11, 1),
                Comments = 3,
                Upvotes = 45,
                SubmittedBy = "outer",
                Code = new(new("https://github.com/sample/grok"), 1200),
                ProjectPage = new("https://grok.org/twice#top"),
                Keywords = ["grokking", "delayed generalization"],
                Lines = new(2, 29),
                TitleLine = 13,
                TitleColumn = 14,
            },
            reading.Listings[0]);
    }

    [Fact]
    public void What_an_item_does_not_tell_is_null_and_the_outer_title_and_summary_stand_in()
    {
        Listing[] listings = [.. Reading.OfFile("2025-11-03.json", Day).Listings];
        Assert.Equal(
            new Listing { Title = "Outer title", Abstract = "Outer words.", Arxiv = Id("cs/0601001"), Organization = new("lab"), Lines = new(30, 30), TitleLine = 30, TitleColumn = 14 },
            listings[1]);
        Assert.Equal(
            new Listing { Title = "Bare", Arxiv = Id("2511.00003"), Lines = new(31, 31), TitleLine = 31, TitleColumn = 25 },
            listings[2]);
    }

    [Fact]
    public void The_title_is_pointed_at_in_a_file_of_one_line_with_letters_of_any_width()
    {
        const string Text = """[{"paper":{"summary":"Größe – 深層 😀","title":"Größe","id":"2511.00001"}},{"paper":{"title":"深","id":"2511.00002"}}]""";
        Reading reading = Reading.OfFile("2025-11-03.json", Text);
        Assert.Equal(["Größe", "深"], reading.Listings.Select(l => Text.Substring(l.TitleColumn - 1, l.Title.Length)));
        Assert.Equal("Größe – 深層 😀", reading.Listings[0].Abstract);
        SourceSpan span = reading.Dump.TitleOf(reading.Listings[1]);
        Assert.Equal("深", span.LineText!.Substring(span.Column - 1, span.Length));
    }

    [Theory]
    [InlineData("""{"dailyPapers":[{"paper":{"id":"2511.00001","title":"One"}}],"searchResults":[{"paper":{"id":"2511.00002","title":"Two"}}]}""")]
    [InlineData("""{"found":[{"\ud800":0,"\u0070aper":{"id":"2511.00001","title":"One"}}]}""")]
    [InlineData("""{"props":{"tags":["x"],"days":[1],"list":[{"rank":[[]],"paper":{"id":"2511.00001","title":"One"}}]},"error":null}""")]
    public void The_array_may_stand_in_an_object(string text)
    {
        Reading reading = Reading.OfFile("2025-11-03.json", text);
        Assert.Equal("One", reading.Single().Title);
    }

    [Theory]
    [InlineData("[{", nameof(DumpFormat.DailyPapers))]
    [InlineData("[ ", nameof(DumpFormat.DailyPapers))]
    [InlineData("[1, 2", nameof(DumpFormat.DailyPapers))]
    [InlineData("[-1.5e3", nameof(DumpFormat.DailyPapers))]
    [InlineData("[1]", nameof(DumpFormat.DailyPapers))]
    [InlineData("[null]", nameof(DumpFormat.DailyPapers))]
    [InlineData("[[[[", nameof(DumpFormat.DailyPapers))]
    [InlineData("[\"a\"]", nameof(DumpFormat.DailyPapers))]
    [InlineData("\n {\"error\"", nameof(DumpFormat.DailyPapers))]
    [InlineData("[]", nameof(DumpFormat.DailyPapers))]
    [InlineData("[] Papers", null)]
    [InlineData("[1] Daily Papers", null)]
    [InlineData("[1](https://papers.org) and\n\nmore", null)]
    [InlineData("[1]: https://papers.org", null)]
    [InlineData("[Papers](https://papers.org)", null)]
    [InlineData("[trueskill](https://papers.org)", null)]
    [InlineData("[nulls", null)]
    [InlineData("<!DOCTYPE html>", nameof(DumpFormat.WebPage))]
    public void JSON_is_known_by_how_it_begins(string text, string? format)
    {
        string found = DigestSite.Dumps.DumpReader.FormatOf(new SourceText("x", text)).ToString();
        Assert.Equal(format ?? found, found);
        Assert.Equal(format == nameof(DumpFormat.DailyPapers), found == nameof(DumpFormat.DailyPapers));
    }

    private static ArxivId Id(string text) => ArxivId.TryParse(text, out ArxivId? id) ? id : throw new ArgumentException(text, nameof(text));
}
