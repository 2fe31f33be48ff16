using System.Diagnostics;
using System.Globalization;
using System.Text;
using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Enriching;
using DigestSite.Papers;

namespace DigestSite.Benchmarks;

/// <summary>
/// How fast each form of a capture is read, beside the plain cost of parsing the same bytes: one table, in MB a second of processor time, the
/// collector's included, so that a busy machine spoils it less. Not by BenchmarkDotNet, which shows times of single methods.
/// </summary>
internal static class ReaderBenchmarks
{
    private const int Captures = 100;
    private const int PapersEach = 60;
    private const int SnapshotMebibytes = 256;
    private const int WantedTitlesCount = 200;

    private static readonly TimeSpan TimeForEach = TimeSpan.FromSeconds(4);

    public static void Print()
    {
        Console.WriteLine("| form | MB | read, MB/s | plain, MB/s | read : plain | allocated, bytes a byte | plain is |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
        Row("text", CaptureForms.Text, DumpFormat.Text, PlainCost.Lines, "decoding, splitting lines");
        Row("daily-papers JSON", CaptureForms.DailyPapers, DumpFormat.DailyPapers, b => PlainCost.Json(b), "Utf8JsonReader");
        Row("saved HTML", CaptureForms.WebPage, DumpFormat.WebPage, PlainCost.Html, "decoding, AngleSharp's DOM");
        Row("arXiv Atom", CaptureForms.Arxiv, DumpFormat.Arxiv, PlainCost.Xml, "XmlReader");
        Row("Markdown", CaptureForms.Markdown, DumpFormat.Markdown, PlainCost.Lines, "decoding, splitting lines");
        Snapshot();
    }

    private static void Row(string name, Func<IReadOnlyList<SamplePaper>, string> print, DumpFormat format, Func<byte[], int> plain, string plainName)
    {
        var seeds = Seeds.Read();
        var state = new Sequence(20251103);
        byte[][] files =
        [
            .. Enumerable.Range(0, Captures).Select(c => Encoding.UTF8.GetBytes(print([.. Enumerable.Range(0, PapersEach).Select(i => SamplePaper.Make((c * PapersEach) + i, seeds, state))]))),
        ];
        Write(name, files.Sum(f => (long)f.Length), Best(() => files.Sum(f => Listings(f, format))), Best(() => files.Sum(plain)), plainName);
    }

    private static int Listings(byte[] bytes, DumpFormat format)
    {
        var diagnostics = new DiagnosticBag();
        SourceText source = DumpFile.Decode("2025-11-03", bytes, diagnostics)!;
        Dump dump = DumpReader.Read("2025-11-03", source, diagnostics)!;
        return dump.Format == format && dump.Listings.Count == PapersEach && diagnostics.InOrder().Count == 0
            ? dump.Listings.Count
            : throw new InvalidOperationException($"{dump.Listings.Count} listings of {dump.Format}: {string.Join('\n', diagnostics.InOrder().Take(3))}");
    }

    private static void Snapshot()
    {
        var stream = new MemoryStream();
        string[] titles = SnapshotCorpus.TitlesOf(Path.Combine(Corpus.RepositoryRoot(), "content"));
        SnapshotCorpus.Write(stream, SnapshotMebibytes, titles);
        byte[] bytes = stream.ToArray();
        CuratedPaper[] papers = [.. titles.Distinct(StringComparer.Ordinal).Take(WantedTitlesCount).Select(t => new CuratedPaper(Wanted(t), null!, null))];
        (double Seconds, double Allocated) scan = Best(() => Scan(bytes, papers));
        Write("arXiv snapshot", bytes.Length, scan, Best(() => PlainCost.LineFeeds(bytes)), "counting line feeds");
        Write("arXiv snapshot", bytes.Length, scan, Best(() => PlainCost.JsonLines(bytes)), "Utf8JsonReader, each line");
    }

    private static int Scan(byte[] bytes, CuratedPaper[] papers)
    {
        var wanted = new WantedTitles(papers);
        var scan = new SnapshotScan("snapshot", wanted, new DiagnosticBag());
        scan.Read(new ByteLines(new MemoryStream(bytes)));
        return wanted.Papers.Any(p => wanted.FoundOf(p).Count == 0) ? throw new InvalidOperationException("a title was not found") : scan.Records;
    }

    private static Paper Wanted(string title) => new()
    {
        Slug = Slug.FromTitle(title),
        Identity = Identity.OfTitle(title),
        Title = title,
        Theme = new Theme(Theme.OtherId, "Other", "", 0),
        Appearances = [],
        Changed = default,
        FirstListed = default,
    };

    // The best run is the one that least was in the way of.
    private static (double Seconds, double Allocated) Best(Func<int> run)
    {
        (double Seconds, double Allocated) best = (double.MaxValue, 0);
        long begin = Stopwatch.GetTimestamp();
        for (int runs = 0; runs < 5 || Stopwatch.GetElapsedTime(begin) < TimeForEach; runs++)
        {
            GC.Collect();
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan start = Environment.CpuUsage.TotalTime;
            GC.KeepAlive(run());
            double seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            best = seconds < best.Seconds ? (seconds, GC.GetAllocatedBytesForCurrentThread() - allocated) : best;
        }

        return best;
    }

    private static void Write(string name, long bytes, (double Seconds, double Allocated) read, (double Seconds, double Allocated) plain, string plainName) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {bytes / 1e6:N1} | {bytes / 1e6 / read.Seconds:N0} | {bytes / 1e6 / plain.Seconds:N0} | {plain.Seconds / read.Seconds:P0} | {read.Allocated / bytes:N4} | {plainName} |"));
}
