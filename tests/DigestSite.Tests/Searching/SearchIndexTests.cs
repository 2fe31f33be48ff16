using System.Text;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Links;
using DigestSite.Pages;
using DigestSite.Papers;
using DigestSite.Searching;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Searching;

public class SearchIndexTests
{
    [Fact]
    public void Every_paper_stands_once_in_the_blocks_oldest_first_and_the_newest_are_loaded_first()
    {
        SiteModel site = Many(SearchIndex.BlockSize + 20);
        Dictionary<string, JsonElement> files = Files(site);
        Assert.Equal(["search/latest.json", "search/papers-0.json", "search/papers-1.json", "search/terms-0.json", "search/terms-1.json"], files.Keys.Order(StringComparer.Ordinal));
        string[] all = [.. site.Archive.Papers.Reverse().Select(p => $"../papers/{p.Slug}/")];
        Assert.Equal(all, Texts(files["search/papers-0.json"], "urls").Concat(Texts(files["search/papers-1.json"], "urls")));
        JsonElement latest = files["search/latest.json"];
        Assert.Equal(all.Length, latest.GetProperty("papers").GetInt32());
        Assert.Equal(all[^SearchIndex.Newest..], Texts(latest.GetProperty("newest"), "urls"));
        Assert.Equal(all.Length - SearchIndex.Newest, latest.GetProperty("newest").GetProperty("from").GetInt32());
        Assert.Equal([0, SearchIndex.BlockSize], latest.GetProperty("blocks").EnumerateArray().Select(b => b.GetProperty("from").GetInt32()));
        Assert.Equal([SearchIndex.BlockSize, 20], latest.GetProperty("blocks").EnumerateArray().Select(b => b.GetProperty("count").GetInt32()));
        Assert.All(latest.GetProperty("blocks").EnumerateArray(), b => Assert.Contains("search/" + b.GetProperty("url").GetString()!.Split('?')[0], files.Keys));
        Assert.Equal(20, files["search/terms-1.json"].GetProperty("terms").GetArrayLength());
    }

    [Fact]
    public void A_new_paper_leaves_full_blocks_as_they_were()
    {
        Dictionary<string, string> before = Bytes(Many(SearchIndex.BlockSize + 20)), after = Bytes(Many(SearchIndex.BlockSize + 21));
        Assert.Equal(before["search/papers-0.json"], after["search/papers-0.json"]);
        Assert.Equal(before["search/terms-0.json"], after["search/terms-0.json"]);
        Assert.NotEqual(before["search/papers-1.json"], after["search/papers-1.json"]);
        Assert.NotEqual(before["search/latest.json"], after["search/latest.json"]);
    }

    [Fact]
    public void A_paper_is_told_in_columns_with_what_results_show()
    {
        JsonElement newest = Files(Samples.Site())["search/latest.json"].GetProperty("newest");
        int hostile = Texts(newest, "titles").IndexOf(Samples.HostileTitle), grokking = Texts(newest, "titles").IndexOf("Grokking, twice");
        Assert.Equal("UC Berkeley", Texts(newest, "orgs")[Numbers(newest, "org")[hostile]]);
        Assert.Equal("", Texts(newest, "by")[hostile]);
        Assert.Equal("3 authors", Texts(newest, "by")[grokking]);
        Assert.Equal(-1, Numbers(newest, "org")[grokking]);
        Assert.Equal("robustness", Texts(newest, "themes")[Numbers(newest, "theme")[grokking]]);
        Assert.Equal("[0]", newest.GetProperty("tag")[grokking].ToString());
        Assert.Equal(["grokking"], Texts(newest, "tags"));
        Assert.Equal([2023, 2025], [Numbers(newest, "year")[grokking], Numbers(newest, "year")[hostile]]);
        Assert.Equal(Samples.Archive().Papers.Reverse().Select(p => p.Published is null ? 1 : 0), Numbers(newest, "listed"));
        Assert.Equal(Samples.Archive().Papers.Reverse().Select(p => p.Arxiv?.ToString() ?? ""), Texts(newest, "arxiv"));
        Assert.Contains("", Texts(newest, "arxiv"));
        Assert.Equal([1, 1, 2], [Numbers(newest, "code")[grokking], Numbers(newest, "code")[hostile], Numbers(newest, "code").Sum()]);
    }

    [Fact]
    public void The_terms_of_a_paper_are_its_authors_and_its_abstract_without_what_its_title_has()
    {
        Dictionary<string, JsonElement> files = Files(Samples.Site());
        List<string> titles = Texts(files["search/papers-0.json"], "titles"), terms = Texts(files["search/terms-0.json"], "terms");
        Assert.Equal("grok code sample", terms[titles.IndexOf("Grokking, twice")]);
        Assert.Equal("one two name three|keyword abstract quotes", terms[titles.IndexOf(Samples.HostileTitle)]);
        Assert.Equal("", terms[titles.IndexOf("No abstract here")]);
    }

    [Fact]
    public void Nothing_of_a_hostile_title_can_end_a_script_or_an_attribute()
    {
        foreach (string text in Bytes(Samples.Site()).Values)
        {
            Assert.DoesNotContain('<', text);
            Assert.DoesNotContain('\'', text);
            Assert.DoesNotContain('&', text);
        }
    }

    [Fact]
    public void A_paper_that_was_taken_down_is_nowhere_in_it()
    {
        using var site = new SiteFolder();
        BuiltSite before = site.Build();
        Paper paper = before.Compiled!.Site.Archive.Papers[0];
        site["content/papers.yml"] = $"papers:\n  {paper.Slug}:\n    hide: Asked for.\n";
        File.Delete(Path.Combine(site.Root, "content/notes/2025-11-03.md"));
        BuiltSite after = site.Build();
        Assert.Contains(paper.Slug.ToString(), IndexOf(before), StringComparison.Ordinal);
        Assert.NotEmpty(IndexOf(after));
        Assert.DoesNotContain(paper.Slug.ToString(), IndexOf(after) + Encoding.UTF8.GetString(after.Files.Single(f => f.Path == Routes.Search).Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_address_in_it_is_proven()
    {
        using var site = new SiteFolder();
        BuiltSite built = site.Build();
        OutputFile[] broken = [.. built.Files.Where(f => f.Path.ToString() != "papers/" + built.Compiled!.Site.Archive.Papers[0].Slug + "/")];
        var diagnostics = new DiagnosticBag();
        LinkProof.Check(broken, built.Compiled!.Site.Settings.BaseUrl, diagnostics);
        Assert.Contains(diagnostics.InOrder(), d => d.Id.StartsWith("DS5", StringComparison.Ordinal) && d.ToString().Contains("../papers/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_papers_give_the_same_bytes_in_any_order_of_rendering()
    {
        SiteModel site = Many(600);
        PlannedFile[] plan = [.. SearchIndex.Plan(site, PaperAuthors.Byline)];
        Dictionary<string, string> first = Bytes(site);
        Assert.All(plan.Reverse().AsParallel().Select(f => (f.Path, Text: Text(f))).ToArray(), f => Assert.Equal(first[f.Path.ToString()], f.Text));
        Assert.All(plan, f => Assert.Equal(first[f.Path.ToString()], Text(f)));
    }

    [Fact]
    public void A_site_without_papers_has_an_index_of_nothing()
    {
        JsonElement latest = Files(Many(0))["search/latest.json"];
        Assert.Equal(0, latest.GetProperty("papers").GetInt32());
        Assert.Empty(latest.GetProperty("blocks").EnumerateArray());
    }

    [Fact]
    public void Of_ten_thousand_papers_the_page_loads_fifty_kilobytes_first_and_a_paper_takes_less_than_twelve_hundred_bytes()
    {
        Dictionary<string, string> files = Bytes(Many(2000));
        Assert.InRange(Encoding.UTF8.GetByteCount(files["search/latest.json"]), 1, 60_000);
        Assert.InRange(files.Values.Sum(Encoding.UTF8.GetByteCount) / 2000, 1, 1200);
    }

    private static SiteModel Many(int count)
    {
        Capture capture = Samples.Capture("a.txt", new DateOnly(2025, 3, 11));
        IEnumerable<Paper> papers = Enumerable.Range(0, count).Select(i => Samples.Paper($"Paper {i} on margins, bounds and what follows of them", Samples.Theory, $"Abstract {i}: {Words(i)}", capture));
        SiteModel site = Samples.Site();
        return site with { Archive = site.Archive with { Papers = papers.Reverse().ToEquatableArray() } };
    }

    // A hundred different words, as an abstract of two hundred has.
    private static string Words(int seed) => string.Join(' ', Enumerable.Range(0, 100).Select(i => $"word{(char)('a' + (seed % 26))}{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}"));

    private static Dictionary<string, string> Bytes(SiteModel site) =>
        SearchIndex.Plan(site, PaperAuthors.Byline).ToDictionary(f => f.Path.ToString(), Text, StringComparer.Ordinal);

    private static Dictionary<string, JsonElement> Files(SiteModel site) =>
        Bytes(site).ToDictionary(f => f.Key, f => JsonSerializer.Deserialize<JsonElement>(f.Value), StringComparer.Ordinal);

    private static string Text(PlannedFile file) => Encoding.UTF8.GetString(file.Render().Span);

    private static string IndexOf(BuiltSite site) =>
        string.Concat(site.Files.Where(f => f.Path.ToString().StartsWith("search/", StringComparison.Ordinal) && !f.Path.IsFolder).Select(f => Encoding.UTF8.GetString(f.Bytes.Span)));

    private static List<string> Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(v => v.GetString()!)];

    private static List<int> Numbers(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(v => v.GetInt32())];
}
