using System.Diagnostics;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Relating;

namespace DigestSite.Benchmarks;

/// <summary>What related papers cost on a content folder, and how good they are.</summary>
internal static class RelateBenchmark
{
    private const int Runs = 5;

    /// <summary>Prints times, how often related papers share a theme against chance, and the related papers of some.</summary>
    /// <param name="sample">How many papers to print, spread evenly over the slugs.</param>
    public static void Print(string content, int sample)
    {
        var options = new BuildOptions { Content = content, Templates = "templates", Generator = "DigestSite" };
        CompiledContent compiled = new SiteBuilder(options, new DiagnosticBag()).Compile() ?? throw new InvalidOperationException($"{content} cannot be compiled");
        IReadOnlyList<Paper> papers = compiled.Site.Archive.Papers;
        IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> related = PaperRelations.Of(papers);
        PrintTimes(papers);
        PrintThemes(papers, related);
        PrintMap(papers, related);
        PrintSample(papers, related, sample);
    }

    private static void PrintTimes(IReadOnlyList<Paper> papers)
    {
        for (int run = 0; run < Runs; run++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            PaperRelations.Of(papers);
            Console.WriteLine($"{papers.Count} papers: {watch.Elapsed.TotalMilliseconds:F0} ms, {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:F0} ms of processor time");
        }
    }

    private static void PrintThemes(IReadOnlyList<Paper> papers, IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> related)
    {
        int all = related.Values.Sum(r => r.Count);
        int same = papers.Sum(p => related.GetValueOrDefault(p.Slug).Count(r => r.Paper.Theme == p.Theme));
        double chance = papers.CountBy(p => p.Theme).Sum(t => (double)t.Value * (t.Value - 1)) / papers.Count / Math.Max(1, papers.Count - 1);
        Console.WriteLine($"{all} related papers, {papers.Count - related.Count} papers without; of one theme {(double)same / Math.Max(1, all):P1}, by chance {chance:P1}");
        int[] scores = [.. related.Values.SelectMany(r => r.Select(x => x.Score)).Order()];
        Console.WriteLine($"scores: {string.Join(", ", Enumerable.Range(0, 11).Where(_ => scores.Length > 0).Select(i => scores[i * (scores.Length - 1) / 10]))}");
    }

    private static void PrintMap(IReadOnlyList<Paper> papers, IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> related)
    {
        const int Near = 5;
        var watch = Stopwatch.StartNew();
        IReadOnlyDictionary<Slug, MapPoint> places = PaperMap.Of(papers, related);
        watch.Stop();
        Paper[] some = [.. papers.Take(1000)];
        double same = some.Average(p => papers
            .Where(q => q != p)
            .OrderBy(q => Square(places[p.Slug].X - places[q.Slug].X) + Square(places[p.Slug].Y - places[q.Slug].Y))
            .Take(Near)
            .Count(q => q.Theme == p.Theme) / (double)Near);
        Console.WriteLine($"map of {papers.Count}: {watch.Elapsed.TotalMilliseconds:F0} ms; of the {Near} nearest, {same:P1} are of one theme");
    }

    private static double Square(double number) => number * number;

    private static void PrintSample(IReadOnlyList<Paper> papers, IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> related, int sample)
    {
        Paper[] ordered = [.. papers.OrderBy(p => p.Slug)];
        for (int i = 0; i < sample; i++)
        {
            Paper paper = ordered[(int)((2L * i + 1) * ordered.Length / (2 * sample))];
            Console.WriteLine($"\n# {paper.Title} [{paper.Theme.Id}]");
            foreach (RelatedPaper other in related.GetValueOrDefault(paper.Slug))
            {
                Console.WriteLine($"  {other.Score,5} {(other.Paper.Theme == paper.Theme ? "=" : " ")} {other.Paper.Title} :: {string.Join(", ", other.Terms)}");
            }
        }
    }
}
