using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;

namespace DigestSite.Benchmarks;

/// <summary>
/// What each pass of a build costs, alone, on corpora of several sizes: one table. Measured within one process that has run it all before,
/// so the compiler's time at start-up is in none of it; the least of several rounds, of fewer the larger the corpus. Corpora and sites lie in the
/// folder for temporary files: set TMPDIR to one in memory to keep the disk out of it.
/// </summary>
internal static class PassBenchmark
{
    public static readonly int[] DefaultSizes = [222, 1_000, 10_000];

    private const int WarmUpPapers = 222;
    private const int WarmUpRounds = 8;

    /// <summary>Measures all passes at each size and prints what they cost.</summary>
    /// <param name="sizes">How many papers each corpus has.</param>
    public static void Print(IReadOnlyList<int> sizes)
    {
        Measure(WarmUpPapers, WarmUpRounds);
        int[] ordered = [.. sizes.Distinct().Order()];
        PassTable.Write(Console.Out, [.. ordered.Select(s => (s, Measure(s, Rounds(s))))]);
    }

    // A large corpus takes seconds a round, and what disturbs a machine disturbs a smaller part of it.
    private static int Rounds(int papers) => papers switch
    {
        < 1_000 => 20,
        < 5_000 => 10,
        < 50_000 => 4,
        _ => 1,
    };

    private static PassCosts Measure(int papers, int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("digest-passes-").FullName;
        try
        {
            Corpus.Write(folder, papers);
            var options = new BuildOptions { Content = folder, Templates = Path.Combine(Corpus.RepositoryRoot(), "templates") };
            // As of a site that is published: with a ledger.
            BuiltSite built = Built(options, new DiagnosticBag());
            int files = built.Files.Count;
            File.WriteAllText(Path.Combine(folder, SiteBuilder.LedgerName), LedgerFile.Print(built.Recorded!));
            built = null!;
            var costs = new PassCosts();
            for (int round = 0; round < rounds; round++)
            {
                // Nothing is deleted meanwhile: on ext4, files that are made just after others were deleted cost more.
                int made = new PassRound(options, costs).Run(Path.Combine(folder, $"site-{round}"));
                costs.Begin("whole, in memory");
                int whole = Built(options, new DiagnosticBag()).Files.Count;
                costs.End();
                if (made != files || whole != files)
                {
                    throw new InvalidOperationException($"a build makes {files} files, its passes here {made}: PassRound no longer does what SiteBuilder does");
                }
            }

            return costs;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BuiltSite Built(BuildOptions options, DiagnosticBag diagnostics)
    {
        BuiltSite site = new SiteBuilder(options, diagnostics).Build();
        return diagnostics.HasErrors ? throw new InvalidOperationException(string.Join('\n', diagnostics.InOrder().Take(5))) : site;
    }
}
