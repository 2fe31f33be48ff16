using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DigestSite.Benchmarks;

// `-- corpus FOLDER PAPERS` lays out a content folder to time the built program on, `-- snapshot FILE MIB [CONTENT]` arXiv metadata for it
// (with the titles of that content folder now and then), `-- relate CONTENT [SAMPLE]` prints what related papers cost, how well they and
// the map keep themes together, and those of a few papers; `-- feeds CONTENT` prints what feeds cost a build; `-- readers` prints the throughput of reading, `-- text` that of making text readable; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["corpus", var folder, var papers]:
        Corpus.Write(folder, int.Parse(papers, CultureInfo.InvariantCulture));
        Console.WriteLine($"{folder}: a content folder of {papers} papers");
        return;

    case ["snapshot", var file, var mebibytes, .. var content]:
        using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20))
        {
            SnapshotCorpus.Write(stream, int.Parse(mebibytes, CultureInfo.InvariantCulture), [.. content.SelectMany(SnapshotCorpus.TitlesOf)]);
        }

        Console.WriteLine($"{file}: {mebibytes} MiB of arXiv metadata");
        return;

    case ["relate", var folder, .. var number]:
        RelateBenchmark.Print(folder, number is [var sample] ? int.Parse(sample, CultureInfo.InvariantCulture) : 0);
        return;

    case ["feeds", var folder]:
        FeedBenchmark.Print(folder);
        return;

    case ["readers"]:
        ReaderBenchmarks.Print();
        return;

    case ["text"]:
        TextBenchmarks.Print();
        return;
}

IConfig config = DefaultConfig.Instance.AddJob(
    Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithLaunchCount(1).WithWarmupCount(2).WithIterationCount(5));
BenchmarkSwitcher.FromAssembly(typeof(BuildBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
