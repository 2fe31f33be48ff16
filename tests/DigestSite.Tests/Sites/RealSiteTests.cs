using System.Globalization;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Merging;

namespace DigestSite.Tests.Sites;

/// <summary>The digest of this repository: content/ as it is.</summary>
public class RealSiteTests(RealSite real) : IClassFixture<RealSite>
{
    [Fact]
    public void It_builds_without_a_word() => Assert.Equal("", string.Join('\n', real.Diagnostics.InOrder()));

    [Fact]
    public void Five_dumps_are_324_listings_and_222_papers()
    {
        CompiledContent compiled = real.Site.Compiled!;
        Assert.Equal((5, 324, 222), (compiled.Dumps.Count, compiled.Dumps.Sum(d => d.Listings.Count), compiled.Site.Archive.Papers.Count));
        Assert.Equal(102, compiled.Site.Archive.Papers.Count(p => p.Published is not null));
    }

    [Fact]
    public void The_captures_are_dated() => Assert.Equal(
        ["2026-01-07 48", "2025-11-03 71", "2025-06-26 52", "2025-03-14 66", "2025-03-11 87"],
        real.Site.Compiled!.Site.Archive.Digests.Select(d => $"{Routes.Iso(d.Date)} {d.Papers.Count}"));

    [Fact]
    public void At_most_one_paper_in_twenty_has_no_theme() =>
        Assert.InRange(real.Site.Compiled!.Site.Archive.Papers.Count(p => p.Theme.Id == Theme.OtherId), 0, 11);

    [Fact]
    public void The_api_says_what_a_plain_reading_of_the_dumps_says()
    {
        var read = PlainReading.OfAll(Repository.File("content", "dumps"));
        var papers = JsonDocument.Parse(Bytes("api/papers.json")).RootElement.EnumerateArray().ToDictionary(p => p.GetProperty("title").GetString()!);
        Assert.Equal(read.Keys.Order(StringComparer.Ordinal), papers.Keys.Order(StringComparer.Ordinal));
        foreach ((string title, List<PlainReading> listings) in read)
        {
            JsonElement paper = papers[title];
            string slug = paper.GetProperty("id").GetString()!;
            JsonElement whole = JsonDocument.Parse(Bytes($"api/papers/{slug}.json")).RootElement;
            Assert.Equal(listings[0].Abstract, whole.GetProperty("abstract").GetString());
            Assert.Equal(
                listings.Select(l => PlainReading.Dates[l.Dump]).OrderDescending(StringComparer.Ordinal),
                paper.GetProperty("digests").EnumerateArray().Select(d => d.GetString()));
            PlainReading? attributed = listings.Find(l => l.Attribution is not null);
            Assert.Equal(attributed?.AuthorCount, Number(paper.GetProperty("authors_count")));
            Assert.Equal(attributed?.Comments, Number(paper.GetProperty("num_comments")));
            Assert.Equal(attributed?.Published, paper.GetProperty("published_at").GetString());
            Assert.Equal(attributed?.OrganizationName, paper.GetProperty("organization") is { ValueKind: JsonValueKind.Object } o ? o.GetProperty("name").GetString() : null);
        }
    }

    [Fact]
    public void A_list_shows_the_dates_it_is_ordered_by()
    {
        foreach (Theme theme in real.Site.Compiled!.Site.Archive.Themes)
        {
            string page = System.Text.Encoding.UTF8.GetString(Bytes(Routes.Theme(theme.Id).ToString()).Span);
            string[] dates = [.. page.Split(">First listed ").Skip(1).Select(part => Routes.Iso(DateOnly.ParseExact(part[..part.IndexOf('<', StringComparison.Ordinal)], "d MMMM yyyy", CultureInfo.InvariantCulture)))];
            Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
            Assert.Equal(real.Site.Compiled.Site.Archive.Papers.Count(p => p.Theme == theme), dates.Length);
        }
    }

    [Fact]
    public void Dumps_in_any_order_give_one_archive()
    {
        CompiledContent compiled = real.Site.Compiled!;
        Capture[] captures = [.. compiled.Captures];
        string expected = Describe(captures);
        Array.Reverse(captures);
        Assert.Equal(expected, Describe(captures));
        (captures[0], captures[2], captures[4]) = (captures[4], captures[0], captures[2]);
        Assert.Equal(expected, Describe(captures));

        string Describe(Capture[] order) => string.Join('\n', new WorkMerger(compiled.Ledger, _ => null, new DiagnosticBag())
            .Merge(order).Select(w => $"{w.Identity} {string.Join(' ', w.Appearances.Select(a => $"{a.Capture.Name}:{a.Listing.TitleLine}"))}"));
    }

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();

    private ReadOnlyMemory<byte> Bytes(string path) => real.Site.Files.Single(f => f.Path.ToString() == path).Bytes;
}

/// <summary>Built once for all tests of the class.</summary>
public sealed class RealSite
{
    internal DiagnosticBag Diagnostics { get; } = new(strict: true);

    internal BuiltSite Site { get; }

    public RealSite()
    {
        var options = new BuildOptions { Content = Repository.File("content"), Templates = Repository.File("templates") };
        Site = new SiteBuilder(options, Diagnostics).Build();
    }
}
