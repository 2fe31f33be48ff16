using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DigestSite.Benchmarks;

// What to measure; anything else goes to BenchmarkDotNet:
//   passes [PAPERS...]              what each pass of a build costs, alone, as the corpus grows
//   readers                         the throughput of reading captures
//   text                            the throughput of making text readable
//   relate CONTENT [SAMPLE]         what related papers cost, how well they and the map keep themes together, and those of a few papers
// What to measure on:
//   corpus FOLDER PAPERS            a content folder of any size
//   rig CORPUS FOLDER [tags]        a content folder over a corpus that other generators build too (rig.sh runs them all)
//   rig-check CORPUS SITE           whether a site has that corpus's papers letter for letter
//   snapshot FILE MIB [CONTENT]     arXiv metadata, with the titles of that content folder now and then
switch (args)
{
    case ["corpus", var folder, var papers]:
        Corpus.Write(folder, int.Parse(papers, CultureInfo.InvariantCulture));
        Console.WriteLine($"{folder}: a content folder of {papers} papers");
        return;

    case ["passes", .. var sizes]:
        PassBenchmark.Print(sizes is [] ? PassBenchmark.DefaultSizes : [.. sizes.Select(s => int.Parse(s, CultureInfo.InvariantCulture))]);
        return;

    case ["rig", var corpus, var folder, .. [] or ["tags"]]:
        RigLayout.Write(corpus, folder, withTags: args.Length == 4);
        Console.WriteLine($"{folder}: a content folder over {corpus}");
        return;

    case ["rig-check", var corpus, var site]:
        Environment.ExitCode = RigCheck.Print(corpus, site) ? 0 : 1;
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
