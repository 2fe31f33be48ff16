using System.Globalization;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Cli;

public class CommandLineTests
{
    [Fact]
    public void Record_and_a_strict_build_and_a_second_build_that_writes_nothing()
    {
        using var site = new SiteFolder();
        CommandLine.Result unrecorded = CommandLine.Run(site.Root, "build", "--strict");
        Assert.Equal(1, unrecorded.ExitCode);
        Assert.Contains("digest record", unrecorded.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.Output));

        Assert.Equal(0, CommandLine.Run(site.Root, "record").ExitCode);
        CommandLine.Result first = CommandLine.Run(site.Root, "build", "--strict");
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("2 dumps, 4 listings, 3 papers, 2 digests", first.Output, StringComparison.Ordinal);
        CommandLine.Result second = CommandLine.Run(site.Root, "build", "--strict");
        Assert.Contains(" 0 files written, ", second.Output, StringComparison.Ordinal);
        Assert.Contains("nothing new", CommandLine.Run(site.Root, "record").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_changed_is_recorded_and_published_with_the_day_of_the_change()
    {
        using var site = new SiteFolder();
        Assert.Equal(0, CommandLine.Run(site.Root, "record").ExitCode);
        site["content/themes.yml"] = site["content/themes.yml"].Replace("title: Theory", "title: The theory", StringComparison.Ordinal);
        string from = Today();
        Assert.Equal(0, CommandLine.Run(site.Root, "record").ExitCode);
        string to = Today();
        Assert.Equal(0, CommandLine.Run(site.Root, "build", "--strict").ExitCode);
        Assert.Contains(new[] { from, to }, day => site["site/papers/feed.json"].Contains($"\"date_modified\":\"{day}T00:00:00Z\"", StringComparison.Ordinal));
        Assert.Equal(0, CommandLine.Run(site.Root, "build", "--as-of", "2025-12-24").ExitCode);
        Assert.DoesNotContain(new[] { from, to }, day => site["site/papers/feed.json"].Contains(day, StringComparison.Ordinal));

#pragma warning disable RS0030 // The program asks what day it is: so must who checks it.
        static string Today() => DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
#pragma warning restore RS0030
    }

    [Fact]
    public void An_error_leaves_the_published_site_as_it_was()
    {
        using var site = new SiteFolder();
        Assert.Equal(0, CommandLine.Run(site.Root, "build").ExitCode);
        string before = site["site/index.html"];
        site["content/themes.yml"] += "nonsense: true\n";
        site["content/site.yml"] = site["content/site.yml"].Replace("Tiny digest", "Changed", StringComparison.Ordinal);
        CommandLine.Result broken = CommandLine.Run(site.Root, "build");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("content/themes.yml(", broken.Error, StringComparison.Ordinal);
        Assert.Equal(before, site["site/index.html"]);
    }

    [Fact]
    public void Language_and_time_zone_of_the_machine_change_no_byte()
    {
        using var site = new SiteFolder();
        Assert.Equal(0, CommandLine.Run(site.Root, "build").ExitCode);
        CommandLine.Result other = CommandLine.Run(
            site.Root,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["LANG"] = "tr_TR.UTF-8", ["TZ"] = "Pacific/Kiritimati" },
            "build");
        Assert.Contains(" 0 files written, ", other.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bild")]
    [InlineData("build", "--as-of", "yesterday")]
    [InlineData("build", "--base-url", "ftp://x/")]
    [InlineData("explain", "dump", "no-such-dump")]
    [InlineData("explain", "paper", "no-such-paper")]
    [InlineData("explain", "theme", "no-such-theme")]
    [InlineData("explain", "tag", "no-such-tag")]
    [InlineData("explain", "url", "/no/such/page/")]
    [InlineData("suggest", "no-such-thing")]
    public void Wrong_usage_ends_with_2_and_says_how(params string[] arguments)
    {
        using var site = new SiteFolder();
        CommandLine.Result result = CommandLine.Run(site.Root, arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("digest: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chekc", "`digest` has no command `chekc`; did you mean `check`?\nTry `digest --help`.\n")]
    [InlineData("build --outptu x", "`digest build` has no option `--outptu`; did you mean `--output`?\nTry `digest build --help`.\n")]
    [InlineData("build x", "`x` is one word too many for `digest build`\nTry `digest build --help`.\n")]
    [InlineData("explain papr x", "`digest explain` has no command `papr`; did you mean `paper`?\nTry `digest explain --help`.\n")]
    [InlineData("new", "`digest new` alone does nothing; known here: `note`, `page`, `site`, `template`, `theme`\nTry `digest new --help`.\n")]
    [InlineData("diff site", "`digest diff` takes <old> <new>\nTry `digest diff --help`.\n")]
    [InlineData("record --redirect /a/", "`--redirect` takes <old> <new>\nTry `digest record --help`.\n")]
    public void A_slip_on_the_command_line_is_told_once_with_what_was_meant_and_where_to_read_on(string line, string told)
    {
        CommandLine.Result result = CommandLine.Run(Path.GetTempPath(), line.Split(' '));
        Assert.Equal((2, "", "digest: " + told), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void Explain_shows_the_evidence()
    {
        using var site = new SiteFolder();
        Assert.Contains("2025-11-03", CommandLine.Run(site.Root, "explain", "dump", "11-03").Output, StringComparison.Ordinal);
        string paper = CommandLine.Run(site.Root, "explain", "paper", "grokking").Output;
        Assert.Contains("generalization error", paper, StringComparison.Ordinal);
        Assert.Contains("theory", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_suggest_and_stats_answer()
    {
        using var site = new SiteFolder();
        CommandLine.Result url = CommandLine.Run(site.Root, "explain", "url", "/papers/a-bound-for-grokking/");
        Assert.Equal(0, url.ExitCode);
        Assert.Contains("templates/partials/head.hbs", url.Output, StringComparison.Ordinal);
        Assert.Contains("Papers under Other: 1", CommandLine.Run(site.Root, "suggest").Output, StringComparison.Ordinal);
        Assert.Contains("3 papers, 2 digests", CommandLine.Run(site.Root, "stats").Output, StringComparison.Ordinal);
        CommandLine.Result check = CommandLine.Run(site.Root, "check");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("suggestion DS701", check.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("suggestion", CommandLine.Run(site.Root, "build").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_verb_and_version_is_a_number()
    {
        string help = CommandLine.Run(Repository.Root, "--help").Output;
        string[] verbs = ["build", "check", "record", "explain", "suggest", "stats", "serve", "clean", "new", "import", "enrich"];
        Assert.All(verbs, verb => Assert.Contains("  " + verb, help, StringComparison.Ordinal));
        Assert.Matches(@"^\d+\.\d+\.\d+", CommandLine.Run(Repository.Root, "--version").Output);
    }

    [Theory]
    [Provokes("DS614")]
    [InlineData(".")]
    [InlineData("content")]
    [InlineData("templates/assets")]
    [InlineData("..")]
    public void The_output_folder_is_never_among_the_sources(string output)
    {
        using var site = new SiteFolder();
        CommandLine.Result result = CommandLine.Run(site.Root, "build", "--output", output);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error DS614", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(site.Root, output, "index.html")));
    }

    [Fact]
    [Provokes("DS309")]
    public void A_ledger_that_cannot_be_written_is_told()
    {
        using var site = new SiteFolder();
        Directory.CreateDirectory(Path.Combine(site.Root, "content", ".ledger.tsv.digest-new"));
        CommandLine.Result result = CommandLine.Run(site.Root, "record");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("content/ledger.tsv: error DS309", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_dump_shows_the_evidence_behind_a_recorded_date()
    {
        string text = CommandLine.Run(Repository.Root, "explain", "dump", "content/dumps/002_28a6b3889ae63771.txt").Output;
        Assert.Contains("Captured 2026-01-07 (the year is inferred", text, StringComparison.Ordinal);
        Assert.Contains("is printed with Dec 22, 2025", text, StringComparison.Ordinal);
        Assert.Contains("the ledger pins 2026-01-07", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_deletes_what_builds_wrote_and_nothing_else()
    {
        using var site = new SiteFolder();
        site["site/CNAME"] = "digest.example.net";
        Assert.Equal(0, CommandLine.Run(site.Root, "build").ExitCode);
        Assert.Equal(0, CommandLine.Run(site.Root, "clean").ExitCode);
        Assert.Equal(["CNAME"], Directory.GetFileSystemEntries(site.Output).Select(Path.GetFileName));
    }
}
