using System.Text.Json;
using DigestSite.Papers;

namespace DigestSite.Tests.Feeds;

public class StaticApiTests
{
    [Fact]
    public void What_is_unknown_of_a_paper_is_null_and_what_only_some_sources_tell_is_left_out()
    {
        JsonElement known = FeedFiles.Json(Samples.Site(), new("api/papers/grokking-twice.json"));
        Assert.Equal(
            """{"version":1,"id":"grokking-twice","title":"Grokking, twice","abstract":"We grok. Code at https://github.com/sample/grok for all.","abstract_source":{"dump":"b.txt","line":11},"related":[],"url":"https://digest.example.org/base/papers/grokking-twice/","arxiv_id":"2301.12643","published_at":"2023-01-30","authors":[],"authors_count":3,"organization":null,"num_comments":2,"upvotes":null,"theme":"robustness","tags":["grokking"],"digests":["2025-11-03","2025-03-11"],"links":["https://github.com/sample/grok"],"sources":[{"dump":"b.txt","line":11},{"dump":"a.txt","line":11}]}""",
            JsonSerializer.Serialize(known, Plain));
        JsonElement bare = FeedFiles.Json(Samples.Site(), new("api/papers/no-abstract-here.json"));
        Assert.All(
            new[] { "abstract", "arxiv_id", "published_at", "authors_count", "organization", "num_comments", "upvotes" },
            name => Assert.Equal(JsonValueKind.Null, bare.GetProperty(name).ValueKind));
    }

    [Fact]
    public void A_paper_has_its_authors_code_keywords_and_what_arxiv_says()
    {
        JsonElement paper = FeedFiles.Json(Samples.Site(), Routes.ApiPapers)[0];
        Assert.Equal(["A. <b>One</b>", "\"Two\" & {{name}}", "Three ]]> \u202E"], paper.GetProperty("authors").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal("""{"url":"https://github.com/sample/%22%3E%3Cscript%3E?a=1\u0026b=2","stars":1204}""", JsonSerializer.Serialize(paper.GetProperty("code"), Plain));
        Assert.Equal(
            ("https://github.com/'quoted'", 2, "cs.LG", "12 pages & <10 figures>", "Journal \"J\" 1", "10.1000/<182>&x"),
            (Text("project_page"), paper.GetProperty("keywords").GetArrayLength(), paper.GetProperty("categories")[0].GetString(), Text("arxiv_comment"), Text("journal_reference"), Text("doi")));

        string? Text(string name) => paper.GetProperty(name).GetString();
    }

    [Fact]
    public void The_list_of_papers_is_an_array_in_the_order_of_the_archive_without_abstracts_and_a_paper_a_line()
    {
        SiteModel site = Samples.Site();
        JsonElement papers = FeedFiles.Json(site, Routes.ApiPapers);
        Assert.Equal(site.Archive.Papers.Select(p => p.Slug.ToString()), papers.EnumerateArray().Select(p => p.GetProperty("id").GetString()));
        foreach (JsonElement paper in papers.EnumerateArray())
        {
            JsonElement whole = FeedFiles.Json(site, new($"api/papers/{paper.GetProperty("id").GetString()}.json"));
            Assert.Equal(
                whole.EnumerateObject().Where(f => f.Name is not ("version" or "abstract" or "abstract_source" or "related")).Select(f => (f.Name, JsonSerializer.Serialize(f.Value, Plain))),
                paper.EnumerateObject().Select(f => (f.Name, JsonSerializer.Serialize(f.Value, Plain))));
        }

        string[] lines = FeedFiles.Text(site, Routes.ApiPapers).Split('\n');
        Assert.Equal(("[", "]", "", 7), (lines[0], lines[^2], lines[^1], lines.Length));
        Assert.All(lines[1..^2], l => Assert.StartsWith("{\"id\":", l, StringComparison.Ordinal));
    }

    [Fact]
    public void An_organization_has_the_name_without_the_handle_and_a_slug()
    {
        JsonElement organization = FeedFiles.Json(Samples.Site(), Routes.ApiPapers)[0].GetProperty("organization");
        Assert.Equal(("UC Berkeley", "uc-berkeley"), (organization.GetProperty("name").GetString(), organization.GetProperty("slug").GetString()));
    }

    [Fact]
    public void The_list_of_digests_counts_papers_and_says_whether_a_date_is_inferred() =>
        Assert.Equal(
            """{"version":1,"digests":[{"date":"2025-11-03","date_is_inferred":true,"url":"https://digest.example.org/base/digests/2025-11-03/","api_url":"https://digest.example.org/base/api/digests/2025-11-03.json","papers_count":3,"themes":[{"theme":"robustness","title":"Robustness","papers_count":1},{"theme":"theory","title":"Theory","papers_count":1},{"theme":"other","title":"Other","papers_count":1}]},{"date":"2025-03-11","date_is_inferred":false,"url":"https://digest.example.org/base/digests/2025-03-11/","api_url":"https://digest.example.org/base/api/digests/2025-03-11.json","papers_count":2,"themes":[{"theme":"robustness","title":"Robustness","papers_count":1},{"theme":"theory","title":"Theory","papers_count":1}]}]}""",
            JsonSerializer.Serialize(FeedFiles.Json(Samples.Site(), Routes.ApiDigests), Plain));

    [Fact]
    public void A_digest_names_its_captures_and_its_papers_by_theme() =>
        Assert.Equal(
            """{"version":1,"date":"2025-03-11","date_is_inferred":false,"url":"https://digest.example.org/base/digests/2025-03-11/","captures":["a.txt"],"themes":[{"theme":"robustness","title":"Robustness","papers":["grokking-twice"]},{"theme":"theory","title":"Theory","papers":["an-older-bound"]}]}""",
            JsonSerializer.Serialize(FeedFiles.Json(Samples.Site(), Routes.ApiDigest(new(2025, 3, 11))), Plain));

    [Fact]
    public void Themes_and_tags_are_listed_with_or_without_papers()
    {
        SiteModel site = Samples.Site();
        site = site with { Archive = site.Archive with { Themes = [.. site.Archive.Themes, new Theme("empty", "Empty", "None.", 9)], Tags = [.. site.Archive.Tags, new Tag("unused", "Unused", "None.", 9)] } };
        JsonElement json = FeedFiles.Json(site, Routes.ApiThemes);
        Assert.Equal(
            """[("robustness", 1), ("theory", 2), ("other", 1), ("empty", 0)]""",
            $"[{string.Join(", ", json.GetProperty("themes").EnumerateArray().Select(t => $"(\"{t.GetProperty("id").GetString()}\", {t.GetProperty("papers_count").GetInt32()})"))}]");
        Assert.Equal(
            """{"id":"robustness","title":"Robustness","description":"Models under attack \u0026 shift.","url":"https://digest.example.org/base/themes/robustness/","feed_url":"https://digest.example.org/base/themes/robustness/feed.xml","papers_count":1}""",
            JsonSerializer.Serialize(json.GetProperty("themes")[0], Plain));
        Assert.Equal(
            """[{"id":"grokking","title":"Grokking","description":"Delayed generalization.","url":"https://digest.example.org/base/tags/grokking/","papers_count":1},{"id":"unused","title":"Unused","description":"None.","url":"https://digest.example.org/base/tags/unused/","papers_count":0}]""",
            JsonSerializer.Serialize(json.GetProperty("tags"), Plain));
    }

    [Fact]
    public void Several_captures_of_one_day_are_one_digest_of_a_paper_and_two_sources()
    {
        DateOnly day = new(2025, 11, 3);
        SiteModel site = FeedFiles.SiteOf(Samples.Paper("One", Samples.Theory, null, Samples.Capture("a.txt", day), Samples.Capture("b.txt", day)));
        JsonElement paper = FeedFiles.Json(site, Routes.ApiPapers)[0];
        Assert.Equal((1, 2), (paper.GetProperty("digests").GetArrayLength(), paper.GetProperty("sources").GetArrayLength()));
    }

    [Theory]
    [InlineData("https://digest.example.org/base/")]
    [InlineData("https://digest.example.org/")]
    public void Every_address_is_absolute_and_under_the_base_url(string baseUrl)
    {
        SiteModel site = Samples.Site(baseUrl);
        SitePath[] paths = [Routes.ApiPapers, Routes.ApiDigests, Routes.ApiThemes, Routes.ApiDigest(new(2025, 11, 3)), new("api/papers/grokking-twice.json")];
        IEnumerable<string> addresses = paths.SelectMany(p => Properties(FeedFiles.Json(site, p))).Where(p => p.Name.EndsWith("url", StringComparison.Ordinal)).Select(p => p.Value.GetString()!)
            .Where(a => !a.StartsWith("https://github.com/", StringComparison.Ordinal));
        Assert.All(addresses, a => Assert.StartsWith(baseUrl, a, StringComparison.Ordinal));
    }

    [Fact]
    public void An_archive_without_papers_is_an_empty_array()
    {
        SiteModel site = Samples.Site();
        Assert.Equal("[]\n", FeedFiles.Text(site with { Archive = site.Archive with { Papers = [], Digests = [] } }, Routes.ApiPapers));
    }

    [Fact]
    public void Files_are_utf8_without_byte_order_mark_with_readable_letters_and_a_final_line_feed()
    {
        SiteModel site = FeedFiles.SiteOf(Samples.Paper("Größe ∑ 漢字", Samples.Theory, null, Samples.Capture("a.txt", new(2025, 11, 3))));
        foreach (PlannedFile file in DigestSite.Feeds.SiteFeeds.Plan(site).Where(f => f.Path.ToString().StartsWith("api/", StringComparison.Ordinal)))
        {
            string text = FeedFiles.Text(site, file.Path);
            Assert.Contains(text[0], "[{");
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', text);
        }

        Assert.Contains("\"Größe ∑ 漢字\"", FeedFiles.Text(site, Routes.ApiPapers), StringComparison.Ordinal);
    }

    private static JsonSerializerOptions Plain { get; } = new();

    private static IEnumerable<JsonProperty> Properties(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Properties(p.Value).Prepend(p)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Properties),
        _ => [],
    };
}
