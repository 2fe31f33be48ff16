using System.Diagnostics;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Feeds;
using DigestSite.Links;

namespace DigestSite.Benchmarks;

/// <summary>What feeds cost a build: making them and proving their links, beside the same of all other files.</summary>
internal static class FeedBenchmark
{
    private const int Rounds = 5;

    public static void Print(string folder)
    {
        var options = new BuildOptions { Content = folder, Templates = Path.Combine(Corpus.RepositoryRoot(), "templates") };
        BuiltSite built = new SiteBuilder(options, new DiagnosticBag()).Build();
        SiteModel site = built.Compiled!.Site;
        var feeds = SiteFeeds.Plan(site).Where(f => IsFeed(f.Path)).ToDictionary(f => f.Path);
        OutputFile[] files = [.. built.Files];
        OutputFile[] without = [.. files.Select(f => feeds.ContainsKey(f.Path) ? f with { Bytes = Empty(f.Path) } : f)];
        long bytes = files.Where(f => feeds.ContainsKey(f.Path)).Sum(f => (long)f.Bytes.Length);
        Console.WriteLine($"{site.Archive.Papers.Count} papers, {files.Length} files of {files.Sum(f => (long)f.Bytes.Length) / 1e6:F1} MB; {feeds.Count} of them feeds and their archive, {bytes / 1e6:F1} MB, the largest {files.Where(f => feeds.ContainsKey(f.Path)).Max(f => f.Bytes.Length)} bytes");
        Console.WriteLine($"build                   {Best(() => new SiteBuilder(options, new DiagnosticBag()).Build())}");
        Console.WriteLine($"plan and render feeds   {Best(() => Render(site))}");
        Console.WriteLine($"prove links, all        {Best(() => LinkProof.Check(files, site.Settings.BaseUrl, new DiagnosticBag()))}");
        Console.WriteLine($"prove links, no feeds   {Best(() => LinkProof.Check(without, site.Settings.BaseUrl, new DiagnosticBag()))}");
    }

    // By itself in a fresh model, with all that pages would have read already.
    private static void Render(SiteModel site)
    {
        PlannedFile[] plan = [.. SiteFeeds.Plan(site).Where(f => IsFeed(f.Path))];
        Parallel.For(0, plan.Length, i => plan[i].Render());
    }

    private static bool IsFeed(SitePath path) =>
        path == Routes.FeedList || path.ToString().StartsWith("papers/archive/", StringComparison.Ordinal) || Path.GetFileName(path.ToString()) is "feed.xml" or "atom.xml" or "feed.json";

    private static byte[] Empty(SitePath path) => path.ToString().EndsWith(".json", StringComparison.Ordinal) ? "{}"u8.ToArray() : Encoding.UTF8.GetBytes("<rss/>");

    // The best of several: the machine is never quite idle. CPU time, of all threads, tells what was worked.
    private static string Best(Action work)
    {
        double best = double.MaxValue, cpu = double.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            TimeSpan before = Environment.CpuUsage.UserTime;
            var watch = Stopwatch.StartNew();
            work();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            cpu = Math.Min(cpu, (Environment.CpuUsage.UserTime - before).TotalMilliseconds);
        }

        return $"{best,7:F0} ms, {cpu,7:F0} ms of processor time";
    }
}
