using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DigestSite.Tests.Cli;

namespace DigestSite.Tests.Sites;

/// <summary><c>/api/build.json</c>: what a site was built from, and by what.</summary>
public class BuildFactsTests
{
    [Fact]
    public void It_tells_program_inputs_and_counts_and_no_time()
    {
        using var site = new SiteFolder();
        BuiltSite built = site.Build();
        JsonNode facts = Facts(built);
        Assert.Equal("DigestSite test", Text(facts["generator"]));
        Assert.Equal("https://tiny.github.io/digest/", Text(facts["url"]));
        Assert.Equal("2025-11-03", Text(facts["as_of"]));
        Assert.Null(facts["built_at"]);
        Assert.Equal((2, 2, 3), (Number(facts["captures"]), Number(facts["digests"]), Number(facts["papers"])));
        Assert.Equal(built.Files.Count(f => f.Path.ToString() is "" or "404.html" || f.Path.ToString().EndsWith('/')), Number(facts["pages"]));
    }

    [Fact]
    public void The_hash_of_the_content_is_what_sha256sum_makes_of_its_files()
    {
        using var site = new SiteFolder();
        site["content/mailed.tsv"] = "# not of the site\n";
        site["content/notes/.hidden"] = "An editor's own.";
        string[] names =
        [
            "dumps.yml", "dumps/2025-03-11.txt", "dumps/2025-11-03.txt", "notes/2025-11-03.md", "pages/about.md", "papers.yml", "site.yml", "tags.yml", "themes.yml",
        ];
        string lines = string.Concat(names.Select(n => $"{Hash(File.ReadAllBytes(Path.Combine(site.Root, "content", n)))}  {n}\n"));
        Assert.Equal(Hash(Encoding.UTF8.GetBytes(lines)), Text(Facts(site.Build())["inputs"]!["content"]));
    }

    [Theory]
    [InlineData("content/dumps/2025-03-11.txt")]
    [InlineData("content/pages/about.md")]
    [InlineData("content/notes/2025-11-03.md")]
    [InlineData("content/site.yml")]
    [InlineData("content/ledger.tsv")]
    public void Each_file_that_the_site_depends_on_changes_the_hash(string file)
    {
        using var site = new SiteFolder();
        site["content/ledger.tsv"] = "# A remark.\n";
        string before = Inputs(site.Build());
        site[file] += "\n";
        Assert.NotEqual(before, Inputs(site.Build()));
    }

    [Fact]
    public void An_own_template_changes_the_other_hash_and_a_copy_of_a_built_in_one_does_not()
    {
        using var site = new SiteFolder();
        string before = Inputs(site.Build());
        Directory.Delete(Path.Combine(site.Root, "templates"), recursive: true);
        Assert.Equal(before, Inputs(site.Build()));
        site["templates/partials/footer.hbs"] = File.ReadAllText(Repository.File("templates", "partials", "footer.hbs")) + "\n";
        JsonNode after = Facts(site.Build())["inputs"]!;
        Assert.Contains(Text(after["content"]), before, StringComparison.Ordinal);
        Assert.DoesNotContain(Text(after["templates"]), before, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_the_folder_nor_the_order_in_which_files_came_is_part_of_it()
    {
        using var one = new SiteFolder();
        using var other = new SiteFolder();
        string dump = other["content/dumps/2025-03-11.txt"];
        File.Delete(Path.Combine(other.Root, "content/dumps/2025-03-11.txt"));
        other["content/dumps/2025-03-11.txt"] = dump;
        Assert.Equal(one.Build().Files.Single(f => f.Path == Routes.ApiBuild).Bytes.ToArray(), other.Build().Files.Single(f => f.Path == Routes.ApiBuild).Bytes.ToArray());
    }

    [Fact]
    public void A_time_is_told_where_the_environment_names_one()
    {
        using var site = new SiteFolder();
        Assert.Equal(0, Run(site, "1762128000").ExitCode);
        Assert.Equal("2025-11-03T00:00:00Z", Text(JsonNode.Parse(site["site/api/build.json"])!["built_at"]));
        CommandLine.Result again = Run(site, "1762128001");
        Assert.Contains("1 file written", again.Output, StringComparison.Ordinal);

        CommandLine.Result wrong = Run(site, "yesterday");
        Assert.Equal((2, "2025-11-03T00:00:01Z"), (wrong.ExitCode, Text(JsonNode.Parse(site["site/api/build.json"])!["built_at"])));
        Assert.Contains("SOURCE_DATE_EPOCH takes the seconds since 1970-01-01, not 'yesterday'", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_paper_names_its_dump_and_line_in_the_api_and_on_its_page()
    {
        using var site = new SiteFolder();
        BuiltSite built = site.Build();
        string[] dump = site["content/dumps/2025-11-03.txt"].Split('\n');
        int line = Array.IndexOf(dump, "A Bound for Grokking") + 1;
        JsonNode source = JsonNode.Parse(Content(built, "api/papers/a-bound-for-grokking.json"))!["sources"]![0]!;
        Assert.Equal(("2025-11-03.txt", line), (Text(source["dump"]), Number(source["line"])));
        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"2025-11-03.txt, line {line}"), Content(built, "papers/a-bound-for-grokking/"), StringComparison.Ordinal);
    }

    private static CommandLine.Result Run(SiteFolder site, string epoch) =>
        CommandLine.Run(site.Root, new Dictionary<string, string>(StringComparer.Ordinal) { ["SOURCE_DATE_EPOCH"] = epoch }, "build");

    private static JsonNode Facts(BuiltSite built) => JsonNode.Parse(Content(built, "api/build.json"))!;

    private static string Inputs(BuiltSite built) => Facts(built)["inputs"]!.ToJsonString();

    private static string Content(BuiltSite built, string path) => Encoding.UTF8.GetString(built.Files.Single(f => f.Path.ToString() == path).Bytes.Span);

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static int Number(JsonNode? node) => node!.GetValue<int>();

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
