using System.Text.RegularExpressions;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Cli;

namespace DigestSite.Tests.Sites;

/// <summary>A published site through all that editors do to it: whatever was published answers, or the ledger says that it is gone.</summary>
public sealed partial class LifeOfASiteTests : IDisposable
{
    private const string Merged = "cooking-with-b-neural-b-networks-salt";

    private readonly SiteFolder _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void No_published_address_is_lost_whatever_editors_do()
    {
        _site["content/dumps/2025-03-18.txt"] = _site["content/dumps/2025-03-11.txt"].Replace("Mar 11", "Mar 18", StringComparison.Ordinal)
            .Replace("\nRobustness under Distribution Shift\n", "\nRobust Ferns, Seen Once\n", StringComparison.Ordinal);
        Assert.Equal(0, Run("record").ExitCode);
        Publish();
        string[] entries = [.. Entries()];
        RenameATheme(entries);
        MergeTwoPapers(entries);
        ChangeATitle();
        DropADump();
        HideAPaper();
    }

    private void RenameATheme(string[] entries)
    {
        Edit("content/themes.yml", "id: theory", "id: bounds");
        CommandLine.Result failed = Fails("DS306", "content/ledger.tsv(", "`/themes/theory/` was published");
        Obey(failed, ("/themes/theory/", "/themes/bounds/"));
        Assert.Contains("url=/digest/themes/bounds/", _site["site/themes/theory/index.html"], StringComparison.Ordinal);
        Assert.Equal(_site["site/themes/bounds/feed.xml"], _site["site/themes/theory/feed.xml"]);
        Assert.Equal(_site["site/themes/bounds/papers.bib"], _site["site/themes/theory/papers.bib"]);
        Assert.Equal(entries, Entries());
    }

    private void MergeTwoPapers(string[] entries)
    {
        Edit("content/papers.yml", "    pin: true\n", $"    pin: true\n    aliases: [{Merged}]\n");
        Fails("DS305", "content/ledger.tsv: ", "not in the ledger yet");
        Assert.Equal(0, Run("record").ExitCode);
        Publish();
        Assert.Contains("url=/digest/papers/a-bound-for-grokking/", _site[$"site/papers/{Merged}/index.html"], StringComparison.Ordinal);
        Assert.Equal(_site["site/api/papers/a-bound-for-grokking.json"], _site[$"site/api/papers/{Merged}.json"]);
        Assert.Equal(entries.Length - 1, Entries().Count);
        Assert.Empty(Entries().Except(entries));
    }

    private void ChangeATitle()
    {
        string[] entries = [.. Entries()];
        Edit("content/papers.yml", "    pin: true\n", "    pin: true\n    title: A Better Bound for Grokking\n");
        Fails("DS305", "content/ledger.tsv: ", "1 changed entry (a-bound-for-grokking)");
        Assert.Equal(0, Run("record").ExitCode);
        Publish();
        Assert.Contains("A Better Bound for Grokking", _site["site/papers/a-bound-for-grokking/index.html"], StringComparison.Ordinal);
        Assert.Equal(entries, Entries());
    }

    private void DropADump()
    {
        string[] entries = [.. Entries()];
        File.Delete(Path.Combine(_site.Root, "content/dumps/2025-03-18.txt"));
        CommandLine.Result failed = Fails("DS306", "content/ledger.tsv(", "`/digests/2025-03-18/` was published");
        Assert.Contains("warning DS334: the capture `2025-03-18.txt` is recorded", failed.Error.Replace("error DS334", "warning DS334", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("`digest record --retire /papers/robust-ferns-seen-once/`", failed.Error, StringComparison.Ordinal);

        // DS334 says to take its line away.
        string ledger = _site["content/ledger.tsv"];
        _site["content/ledger.tsv"] = string.Join('\n', ledger.Split('\n').Where(l => !l.StartsWith("dump\t2025-03-18.txt", StringComparison.Ordinal)));
        Obey(Run("build", "--strict"), ("/digests/2025-03-18/", "/digests/"), ("/papers/robust-ferns-seen-once/", null));
        Assert.Contains("url=/digest/digests/", _site["site/digests/2025-03-18/index.html"], StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_site.Output, "api/digests/2025-03-18.json")));
        Assert.False(Directory.Exists(Path.Combine(_site.Output, "papers/robust-ferns-seen-once")));

        // The digest's and that of the paper that no other capture has.
        string[] gone = [.. entries.Except(Entries(), StringComparer.Ordinal)];
        Assert.Equal(2, gone.Length);
        Assert.Single(gone, e => e.EndsWith(":digest/2025-03-18", StringComparison.Ordinal));
        Assert.Empty(Entries().Except(entries, StringComparer.Ordinal));
    }

    private void HideAPaper()
    {
        string[] entries = [.. Entries()];
        _site["content/papers.yml"] += "\n  robustness-under-distribution-shift:\n    hide: At its authors' request.\n";
        Edit("content/papers.yml", "see [the other paper](/papers/robustness-under-distribution-shift/)", "see elsewhere");
        Fails("DS305", "content/ledger.tsv: ", "changed");
        Assert.Equal(0, Run("record").ExitCode);
        Publish();
        Assert.Contains("At its authors&#39; request.", _site["site/papers/robustness-under-distribution-shift/index.html"], StringComparison.Ordinal);
        Assert.Equal(entries.Length - 1, Entries().Count);
        Assert.Empty(Entries().Except(entries));
    }

    private CommandLine.Result Run(params string[] verb) => CommandLine.Run(_site.Root, verb);

    // The published site stays the old one.
    private CommandLine.Result Fails(string id, string place, string what)
    {
        string before = _site["site/api/build.json"];
        CommandLine.Result failed = Run("build", "--strict");
        Assert.Equal((1, before), (failed.ExitCode, _site["site/api/build.json"]));
        Assert.Contains(failed.Error.Split('\n'), l => l.StartsWith(place, StringComparison.Ordinal) && l.Contains($" error {id}: ", StringComparison.Ordinal) && l.Contains(what, StringComparison.Ordinal));
        return failed;
    }

    // Types what the messages name, the new address filled in where one is given, and builds.
    private void Obey(CommandLine.Result failed, params (string Old, string? New)[] choices)
    {
        var commands = new List<string> { "record" };
        foreach (Match way in WayOut().Matches(failed.Error))
        {
            (string Old, string? New)? choice = choices.Where(c => c.Old == way.Groups["old"].Value).Select(c => ((string, string?)?)c).FirstOrDefault();
            commands.AddRange(choice?.New is { } to ? ["--redirect", way.Groups["old"].Value, to] : ["--retire", way.Groups["gone"].Value]);
        }

        CommandLine.Result recorded = Run([.. commands]);
        Assert.True(recorded.ExitCode == 0, recorded.Error);
        Publish();
    }

    private void Publish()
    {
        CommandLine.Result built = Run("build", "--strict");
        Assert.True(built.ExitCode == 0, built.Error);
        var ledger = LedgerFile.Read(new SourceText("content/ledger.tsv", _site["content/ledger.tsv"]), new());
        HashSet<SitePath> gone = [.. ledger.Urls.Values.Where(u => u.State == UrlState.Retired).Select(u => u.Path)];

        // The API file of a paper goes with its page.
        gone.UnionWith(gone.Select(Routes.ApiOfPaper).OfType<SitePath>().ToArray());
        foreach (SitePath path in ledger.Urls.Keys.Concat(ledger.Implied))
        {
            bool isTakenDown = path.ToString().StartsWith("api/papers/robustness-under", StringComparison.Ordinal) && _site["content/papers.yml"].Contains("hide:", StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(_site.Output, path.FilePath)) != (gone.Contains(path) || isTakenDown), $"/{path}");
        }
    }

    private void Edit(string file, string from, string to)
    {
        Assert.Contains(from, _site[file], StringComparison.Ordinal);
        _site[file] = _site[file].Replace(from, to, StringComparison.Ordinal);
    }

    private List<string> Entries() =>
    [
        .. Directory.GetFiles(Path.Combine(_site.Output, "papers/archive")).Append(Path.Combine(_site.Output, "papers/atom.xml")).Append(Path.Combine(_site.Output, "atom.xml"))
            .SelectMany(f => EntryId().Matches(File.ReadAllText(f)).Select(m => m.Groups["id"].Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("`digest record --redirect (?<old>\\S+) NEW`.*`digest record --retire (?<gone>\\S+)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex WayOut();

    [GeneratedRegex("<id>(?<id>tag:[^<]+)</id>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex EntryId();
}
