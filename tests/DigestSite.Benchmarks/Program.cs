using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DigestSite.Benchmarks;

// `-- corpus FOLDER PAPERS` lays out a content folder to time the built program on; anything else goes to BenchmarkDotNet.
if (args is ["corpus", var folder, var papers])
{
    Corpus.Write(folder, int.Parse(papers, CultureInfo.InvariantCulture));
    Console.WriteLine($"{folder}: a content folder of {papers} papers");
    return;
}

IConfig config = DefaultConfig.Instance.AddJob(
    Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithLaunchCount(1).WithWarmupCount(2).WithIterationCount(5));
BenchmarkSwitcher.FromAssembly(typeof(BuildBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
