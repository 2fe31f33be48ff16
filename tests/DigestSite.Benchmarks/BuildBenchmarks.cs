using BenchmarkDotNet.Attributes;
using DigestSite.Diagnostics;
using DigestSite.Publishing;

namespace DigestSite.Benchmarks;

/// <summary>The whole build, link proof included: into memory, and published over the same site (nothing changed).</summary>
[MemoryDiagnoser]
public class BuildBenchmarks
{
    private string _folder = "";
    private string _site = "";

    [Params(222, 10_000)]
    public int Papers { get; set; }

    [GlobalSetup]
    public void WriteCorpus()
    {
        _folder = Directory.CreateTempSubdirectory("digest-corpus-").FullName;
        _site = Path.Combine(_folder, "site");
        Corpus.Write(_folder, Papers);
        Publish();
    }

    [GlobalCleanup]
    public void DeleteCorpus() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public int Build() => BuildSite(out _).Files.Count;

    [Benchmark]
    public int BuildAndPublishUnchanged() => Publish();

    private int Publish()
    {
        BuiltSite site = BuildSite(out DiagnosticBag diagnostics);
        return Publisher.Publish(_site, site.Files, diagnostics)?.Unchanged ?? throw new InvalidOperationException(string.Join('\n', diagnostics.InOrder()));
    }

    private BuiltSite BuildSite(out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        string templates = Path.Combine(Corpus.RepositoryRoot(), "templates");
        BuiltSite site = new SiteBuilder(new BuildOptions { Content = _folder, Templates = templates }, diagnostics).Build();
        return diagnostics.HasErrors ? throw new InvalidOperationException(string.Join('\n', diagnostics.InOrder())) : site;
    }
}
