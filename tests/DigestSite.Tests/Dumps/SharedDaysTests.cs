using System.Globalization;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps;

/// <summary>Real days of the daily-papers API, read beside a plain reading of the same JSON.</summary>
public class SharedDaysTests
{
    [Fact]
    public void Every_item_of_every_day_is_a_listing_with_its_id_authors_date_and_upvotes_and_nothing_is_said()
    {
        string[] files = Directory.GetFiles(SharedData.Folder("hf-daily-papers"), "*.json");
        int items = 0;
        foreach (string file in files)
        {
            var diagnostics = new DiagnosticBag();
            SourceText source = DumpFile.Decode(Path.GetFileName(file), File.ReadAllBytes(file), diagnostics)!;
            Dump dump = DumpReader.Read(Path.GetFileName(file), source, diagnostics)!;
            Assert.Equal(DumpFormat.DailyPapers, dump.Format);
            Assert.Empty(diagnostics.InOrder());
            JsonElement[] plain = [.. JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.EnumerateArray()];
            Assert.Equal(plain.Length, dump.Listings.Count);
            items += plain.Length;
            foreach ((JsonElement item, Listing listing) in plain.Zip(dump.Listings))
            {
                AssertSame(item.GetProperty("paper"), item, listing, dump);
            }
        }

        Assert.Equal((39, 633), (files.Length, items));
    }

    private static void AssertSame(JsonElement paper, JsonElement item, Listing listing, Dump dump)
    {
        Assert.Equal(paper.GetProperty("id").GetString(), listing.Arxiv!.ToString());
        Assert.Equal(Folded(paper, "title"), listing.Title);
        Assert.Equal(Folded(paper, "summary"), listing.Abstract);
        JsonElement[] authors = [.. paper.GetProperty("authors").EnumerateArray()];
        Assert.Equal(authors.Where(a => !a.GetProperty("hidden").GetBoolean()).Select(a => a.GetProperty("name").GetString()!), listing.Authors);
        Assert.Equal(authors.Length, listing.AuthorCount);
        Assert.Equal(paper.GetProperty("publishedAt").GetString()![..10], listing.Published!.Value.Full!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(paper.GetProperty("upvotes").GetInt32(), listing.Upvotes);
        Assert.Equal(item.GetProperty("numComments").GetInt32(), listing.Comments);
        Assert.Equal(paper.TryGetProperty("githubRepo", out JsonElement repository) ? new Uri(repository.GetString()!) : null, listing.Code?.Url);
        Assert.Equal(paper.TryGetProperty("githubStars", out JsonElement stars) && listing.Code is not null ? stars.GetInt32() : null, listing.Code?.Stars);
        Assert.Equal(paper.TryGetProperty("projectPage", out JsonElement page) ? new Uri(page.GetString()!) : null, listing.ProjectPage);
        Assert.Equal(paper.TryGetProperty("ai_keywords", out JsonElement keywords) ? keywords.EnumerateArray().Select(k => k.GetString()!) : [], listing.Keywords);
        Assert.Equal(paper.TryGetProperty("organization", out JsonElement o) ? TextFolding.FoldWhiteSpace($"{o.GetProperty("name")} {o.GetProperty("fullname")}") : null, listing.Organization?.Printed);
        string line = dump.Source.Line(listing.TitleLine).ToString();
        Assert.StartsWith(JsonEncodedText.Encode(listing.Title[..4], System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), line[(listing.TitleColumn - 1)..], StringComparison.Ordinal);
        Assert.True(line[..(listing.TitleColumn - 1)].EndsWith("\"title\": \"", StringComparison.Ordinal), line);
        Assert.InRange(listing.TitleLine, listing.Lines.First, listing.Lines.Last);
    }

    private static string Folded(JsonElement of, string name) => TextFolding.FoldWhiteSpace(of.GetProperty(name).GetString()!);
}
