using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Scaffolding;
using DigestSite.Tests.Cli;
using DigestSite.Tests.Curation;

namespace DigestSite.Tests.Scaffolding;

public sealed class NewSiteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-new-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_site_builds_and_a_strict_check_has_nothing_to_say()
    {
        string site = Path.Combine(_folder, "mine");
        CommandLine.Result begun = CommandLine.Run(_folder, "new", "site", "mine");
        Assert.Equal((0, ""), (begun.ExitCode, begun.Error));
        Assert.Contains("set base_url and feed_authority in mine/content/site.yml", begun.Output, StringComparison.Ordinal);

        CommandLine.Result built = CommandLine.Run(site, "build");
        Assert.Equal((0, ""), (built.ExitCode, built.Error));
        Assert.Contains("2 dumps, 4 listings, 3 papers, 2 digests", built.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(site, "site/digests/2025-06-09/index.html")));

        CommandLine.Result check = CommandLine.Run(site, "check", "--strict");
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.Contains("nothing new", CommandLine.Run(site, "record").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_address_is_given_when_it_is_begun()
    {
        CommandLine.Result begun = CommandLine.Run(_folder, "new", "site", "mine", "--base-url", "https://papers.example.net/", "--feed-authority", "papers.example.net,2026");
        Assert.Equal((0, ""), (begun.ExitCode, begun.Error));
        string settings = File.ReadAllText(Path.Combine(_folder, "mine/content/site.yml"));
        Assert.Contains("\nbase_url: https://papers.example.net/\n", settings, StringComparison.Ordinal);
        Assert.Contains("\nfeed_authority: papers.example.net,2026\n", settings, StringComparison.Ordinal);
        CommandLine.Result check = CommandLine.Run(Path.Combine(_folder, "mine"), "check", "--strict");
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
    }

    [Fact]
    public void An_authority_that_is_none_leaves_nothing_behind()
    {
        CommandLine.Result begun = CommandLine.Run(_folder, "new", "site", "mine", "--feed-authority", "no year");
        Assert.Equal(2, begun.ExitCode);
        Assert.Contains("--feed-authority takes a host name and a year", begun.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(Path.Combine(_folder, "mine")));
        Assert.Equal(2, CommandLine.Run(_folder, "new", "site", "").ExitCode);
    }

    [Fact]
    [Provokes("DS071")]
    public void A_folder_with_anything_in_it_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "mine");
        var diagnostics = new DiagnosticBag();
        Assert.False(SampleSite.CanBegin(_folder, diagnostics));
        Diagnostic fault = Assert.Single(diagnostics.InOrder());
        Assert.Equal(("DS071", _folder), (fault.Id, fault.Span.FileName));
        Assert.Contains("`notes.txt`", fault.Message, StringComparison.Ordinal);
        Assert.False(SampleSite.CanBegin(Path.Combine(_folder, "notes.txt"), diagnostics));
        File.Delete(Path.Combine(_folder, "notes.txt"));
        Directory.CreateDirectory(Path.Combine(_folder, ".git"));
        Assert.True(SampleSite.CanBegin(_folder, diagnostics));
    }

    [Fact]
    public void Its_yaml_opens_with_a_schema_that_comes_with_it_and_that_it_satisfies()
    {
        Dictionary<string, string> files = SampleSite.Files(null, null).ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Bytes.Span), StringComparer.Ordinal);
        string[] yaml = [.. files.Keys.Where(f => f.StartsWith("content/", StringComparison.Ordinal) && f.EndsWith(".yml", StringComparison.Ordinal))];
        Assert.Equal(["content/dumps.yml", "content/papers.yml", "content/site.yml", "content/tags.yml", "content/themes.yml"], yaml.Order(StringComparer.Ordinal));
        Assert.All(yaml, f =>
        {
            string name = Path.GetFileNameWithoutExtension(f);
            Assert.StartsWith($"# yaml-language-server: $schema=../schemas/{name}.schema.json\n", files[f], StringComparison.Ordinal);
            Assert.Contains($"schemas/{name}.schema.json", files.Keys);
            Assert.Empty(ContentSchemas.Faults(name, files[f]));
        });
    }

    [Fact]
    public void Every_paper_of_the_sample_says_that_it_is_one()
    {
        foreach (NewFile dump in SampleSite.Files(null, null).Where(f => f.Path.StartsWith("content/dumps/", StringComparison.Ordinal)))
        {
            var diagnostics = new DiagnosticBag();
            var read = DigestSite.Dumps.TextDumpReader.Read(Path.GetFileName(dump.Path), new SourceText(dump.Path, Encoding.UTF8.GetString(dump.Bytes.Span)), diagnostics);
            Assert.Empty(diagnostics.InOrder());
            Assert.All(read.Listings, l => Assert.StartsWith("Sample paper: ", l.Title, StringComparison.Ordinal));
        }
    }
}
