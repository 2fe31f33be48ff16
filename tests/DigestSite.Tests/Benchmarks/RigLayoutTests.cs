using DigestSite.Benchmarks;
using DigestSite.Diagnostics;

namespace DigestSite.Tests.Benchmarks;

/// <summary>What the rig of other generators builds, laid out for ours.</summary>
public sealed class RigLayoutTests : IDisposable
{
    private const string Themes = """
        [
         {"slug": "agents", "name": "Agents: \"tools\" & more", "description": "Papers on agents – newest first.", "terms": ["agent", "tool use"]},
         {"slug": "theory", "name": "Theory", "description": "#1: bounds", "terms": ["generalization bound"]}
        ]
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("digest-rig-").FullName;

    private string Corpus => Path.Combine(_root, "corpus");

    private string Folder => Path.Combine(_root, "content");

    public RigLayoutTests()
    {
        Directory.CreateDirectory(Path.Combine(Corpus, "dumps"));
        File.WriteAllText(Path.Combine(Corpus, "themes.json"), Themes);
        WriteDump("A Study of Web Agents", "Bounds appear.");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_corpus_becomes_a_content_folder_that_builds_with_its_themes_at_the_rigs_address()
    {
        RigLayout.Write(Corpus, Folder);
        BuiltSite site = Build();
        SiteModel model = site.Compiled!.Site;
        Assert.Equal("https://digest.example/feed.xml", model.Settings.BaseUrl.Absolute(Routes.Feed));
        Assert.Equal(["Agents: \"tools\" & more", "Theory"], model.Archive.Themes.Where(t => t.Id != "other").Select(t => t.Title));
        Assert.Equal("#1: bounds", model.Archive.Themes.Single(t => t.Id == "theory").Description);
        Assert.Equal("agents", Assert.Single(model.Archive.Papers).Theme.Id);
        Assert.Empty(model.Archive.Tags);
        Assert.Contains(site.Files, f => f.Path == Routes.SearchIndex);
        Assert.Contains(site.Files, f => f.Path == Routes.Map);
    }

    [Fact]
    public void A_term_in_the_title_decides_whatever_the_abstract_speaks_of()
    {
        WriteDump("A Generalization Bound", string.Concat(Enumerable.Repeat("An agent and its tool use. ", 20)));
        RigLayout.Write(Corpus, Folder);
        Assert.Equal("theory", Assert.Single(Build().Compiled!.Site.Archive.Papers).Theme.Id);
    }

    [Fact]
    public void Its_themes_can_be_tags_too()
    {
        WriteDump("A Study of Web Agents", "Each generalization bound holds.");
        RigLayout.Write(Corpus, Folder, withTags: true);
        Assert.Equal(["agents", "theory"], Assert.Single(Build().Compiled!.Site.Archive.Papers).Tags.Select(t => t.Id));
    }

    [Fact]
    public void A_change_of_the_corpus_is_seen_by_the_next_build()
    {
        RigLayout.Write(Corpus, Folder);
        WriteDump("A Study of Web Agents", "Bounds appear. Revision 1.");
        Assert.Contains("Revision 1.", Assert.Single(Build().Compiled!.Site.Archive.Papers).Abstract, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_can_be_laid_out_again_and_forgets_what_was_recorded()
    {
        RigLayout.Write(Corpus, Folder);
        File.WriteAllText(Path.Combine(Folder, "ledger.tsv"), "of another corpus");
        RigLayout.Write(Corpus, Folder);
        Assert.Single(Build().Compiled!.Site.Archive.Papers);
        Assert.Single(Directory.GetFiles(Path.Combine(Corpus, "dumps")));
    }

    [Fact]
    public void A_folder_that_is_no_corpus_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => RigLayout.Write(_root, Folder));
        Assert.Contains("has dumps/*.txt and themes.json", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    private BuiltSite Build()
    {
        var diagnostics = new DiagnosticBag();
        BuiltSite site = new SiteBuilder(new BuildOptions { Content = Folder, Templates = Repository.File("templates") }, diagnostics).Build();
        Assert.DoesNotContain(diagnostics.InOrder(), d => d.Severity == Severity.Error);
        return site;
    }

    private void WriteDump(string title, string text) => File.WriteAllText(
        Path.Combine(Corpus, "dumps", "2025-11-03.txt"),
        $"new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nNov 3\n\n{title}\n\n{text}\n\n  • 3 authors\n·\nFeb 9, 2025 16\n");
}
