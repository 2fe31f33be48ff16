using System.IO.Compression;
using System.Text;
using DigestSite.Enriching;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Cli;

namespace DigestSite.Tests.Enriching;

public sealed class EnrichmentTests : OfEnrichedSite
{
    [Fact]
    public void Ids_are_proposed_in_papers_yml_with_the_reason_beside_them()
    {
        string before = Site["content/papers.yml"];
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay, 3), Snapshot.Line("2507.21700", Bound, BoundDay, 2), Snapshot.Line("2503.01234", Cooking, CookingDay), Snapshot.Line("2503.01235", "Other"));
        CommandLine.Result result = Enrich();
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("\n3 papers without an arXiv id, looked for in 4 records: 3 proposed, 0 left to you, 0 not found\n", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("content/papers.yml(3):     arxiv: \"2507.21700\"  # proposed by enrich: same title, published 2025-07-29\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            before.Replace("  a-bound-for-grokking:\n", "  a-bound-for-grokking:\n    arxiv: \"2507.21700\"  # proposed by enrich: same title, published 2025-07-29\n", StringComparison.Ordinal)
            + "  cooking-with-b-neural-b-networks-salt:\n    arxiv: \"2503.01234\"  # proposed by enrich: same title, there since 2025-03-05, nothing else to compare\n"
            + "  robustness-under-distribution-shift:\n    arxiv: \"2410.04321\"  # proposed by enrich: same title, published 2024-10-06, 3 authors\n",
            Site["content/papers.yml"]);
        Assert.Empty(Directory.GetFiles(Path.Combine(Site.Root, "content"), ".*"));
    }

    [Fact]
    public void A_second_run_changes_nothing()
    {
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay, 3));
        Assert.Equal(0, Enrich().ExitCode);
        string once = Site["content/papers.yml"];
        CommandLine.Result again = Enrich();
        Assert.Equal((0, "2 papers without an arXiv id, looked for in 1 record: 0 proposed, 0 left to you, 2 not found\nNothing is new.\n"), (again.ExitCode, again.Output));
        Assert.Equal(once, Site["content/papers.yml"]);
    }

    [Fact]
    public void A_dry_run_shows_what_would_be_written_and_writes_nothing()
    {
        string before = Site["content/papers.yml"];
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay, 3));
        CommandLine.Result result = Enrich("--dry-run");
        Assert.Contains("content/papers.yml(9):     arxiv: \"2410.04321\"  #", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written.\n", result.Output, StringComparison.Ordinal);
        Assert.Equal((0, before), (result.ExitCode, Site["content/papers.yml"]));
    }

    [Fact]
    public void What_was_published_keeps_its_address_and_its_feed_id()
    {
        BuiltSite before = Site.Build();
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay, 3), Snapshot.Line("2507.21700", Bound, BoundDay), Snapshot.Line("2503.01234", Cooking, CookingDay));
        Assert.Equal(0, Enrich().ExitCode);
        BuiltSite after = Site.Build();
        Assert.All(after.Compiled!.Papers, p => Assert.NotNull(p.Paper.Arxiv));
        Assert.Equal(before.Compiled!.Papers.Select(p => (p.Paper.Slug, p.Paper.Identity)), after.Compiled.Papers.Select(p => (p.Paper.Slug, p.Paper.Identity)));
        Assert.Equal(before.Files.Select(f => f.Path), after.Files.Select(f => f.Path));
        Assert.Equal(FeedIds(before), FeedIds(after));
        Site["content/ledger.tsv"] = LedgerFile.Print(after.Recorded!);
        Site.Build(strict: true);
        Assert.Equal("", Site.DiagnosticText);
        Assert.Contains("\nalias\ta-bound-for-grokking\tarxiv:2507.21700\n", Site["content/ledger.tsv"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_stay()
    {
        string path = Path.Combine(Site.Root, "content", "papers.yml");
        string before = Site["content/papers.yml"].ReplaceLineEndings("\r\n");
        File.WriteAllText(path, before, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay));
        Assert.Equal(0, Enrich().ExitCode);
        byte[] after = File.ReadAllBytes(path);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(before)], after[..(Encoding.UTF8.GetByteCount(before) + 3)]);
        Assert.EndsWith("# proposed by enrich: same title, published 2024-10-06\r\n", Encoding.UTF8.GetString(after), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_file_one_is_begun()
    {
        File.Delete(Path.Combine(Site.Root, "content", "papers.yml"));
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay));
        Assert.Equal(0, Enrich().ExitCode);
        Assert.StartsWith("# yaml-language-server: $schema=../schemas/papers.schema.json\npapers:\n  robustness-under-distribution-shift:\n    arxiv: \"2410.04321\"  #", Site["content/papers.yml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_only_an_editor_or_an_older_listing_gives_is_looked_for_too()
    {
        Site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    title: The right title\n";
        WriteSnapshot(Snapshot.Line("2507.21700", "The Right Title", BoundDay));
        Assert.Single(Plan()!.Ids);
        WriteSnapshot(Snapshot.Line("2507.21700", Bound, BoundDay));
        Assert.Single(Plan()!.Ids);
    }

    [Fact]
    public void A_paper_taken_down_is_not_looked_for()
    {
        Site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    hide: Removed at the authors' request.\n";
        WriteSnapshot(Snapshot.Line("2507.21700", Bound, BoundDay));
        Assert.Equal((2, 0, 0), Plan() is { } plan ? (plan.Wanted, plan.Ids.Count, plan.Told) : default);
    }

    [Fact]
    [Provokes("DS348")]
    public void A_file_that_an_editor_changed_meanwhile_is_left_alone()
    {
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay));
        var enrichment = new Enrichment(Options, Diagnostics);
        EnrichmentPlan plan = enrichment.Plan(m => m.Read(SnapshotPath))!;
        Site["content/papers.yml"] += "# mine\n";
        string mine = Site["content/papers.yml"];
        Assert.False(enrichment.Write(plan));
        Assert.Equal(("DS348", "papers.yml"), Diagnostics.InOrder() is [var told] ? (told.Id, Path.GetFileName(told.Span.FileName)) : default);
        Assert.Equal(mine, Site["content/papers.yml"]);
    }

    [Fact]
    public void A_packed_snapshot_is_unpacked_on_the_way()
    {
        using (var packed = new GZipStream(File.Create(SnapshotPath), CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(Snapshot.Line("2410.04321", Shift, ShiftDay) + "\n"));
        }

        Assert.Single(Plan()!.Ids);
        File.WriteAllBytes(SnapshotPath, File.ReadAllBytes(SnapshotPath)[..30]);
        Assert.Null(Plan());
        Assert.True(Diagnostics.HasErrors);
    }

    [Theory]
    [InlineData(3, 1, 0)]
    [InlineData(2, 0, 1)]
    public void An_answer_of_the_api_is_as_good(int authors, int proposed, int told)
    {
        Site["arxiv.jsonl"] = $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
              <id>https://arxiv.org/api/1</id>
              <title>arXiv Query: search_query=all:shift&amp;id_list=&amp;start=0&amp;max_results=1</title>
              <entry>
                <id>http://arxiv.org/abs/2410.04321v2</id>
                <title>Robustness under
              Distribution Shift</title>
                <summary>We study how models behave under distribution shift.</summary>
                <published>2024-10-06T17:59:59Z</published>
                {string.Concat(Enumerable.Range(1, authors).Select(i => FormattableString.Invariant($"<author><name>Author {i}</name></author>")))}
              </entry>
            </feed>

            """;
        EnrichmentPlan plan = Plan()!;
        Assert.Equal((1, proposed, told), (plan.Records, plan.Ids.Count, plan.Told));
        Assert.All(plan.Ids, i => Assert.Equal("proposed by enrich: same title, published 2024-10-06, 3 authors", i.Comment));
    }

    [Fact]
    public void A_snapshot_may_come_as_a_stream()
    {
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(Snapshot.Line("2410.04321", Shift, ShiftDay)));
        EnrichmentPlan? plan = new Enrichment(Options, Diagnostics).Plan(m => m.Scan(stream, "standard input"));
        Assert.Equal("2410.04321", Assert.Single(plan!.Ids).Arxiv.ToString());
    }

    [Theory]
    [InlineData("missing.json", "error DS004: the file cannot be read: there is no such file")]
    [InlineData("content", "error DS004: the file cannot be read: it is a folder")]
    [InlineData("archive.zip", "error DS340: this is no arXiv metadata: it is a zip archive\n  = unpack it on the way: `unzip -p archive.zip | digest enrich --arxiv -`")]
    [InlineData("page.html", "page.html(1,1): error DS340: this is no arXiv metadata: no line is")]
    public void What_cannot_be_read_is_told_with_the_way_out(string file, string told)
    {
        Site["archive.zip"] = "PK\u0003\u0004";
        Site["page.html"] = "<html>\n</html>\n";
        CommandLine.Result result = CommandLine.Run(Site.Root, "enrich", "--arxiv", file);
        Assert.Equal((1, "Nothing was written.\n"), (result.ExitCode, result.Output));
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ASite_with_errors_is_told_before_anything_is_read()
    {
        Site["content/papers.yml"] = "papers:\n  nobody:\n    pin: true\n";
        Assert.Null(Plan());
        Assert.Equal(["DS320"], Diagnostics.InOrder().Select(d => d.Id));
    }

    [Fact]
    public void Without_a_file_or_with_an_empty_name_the_usage_is_told()
    {
        Assert.Equal(2, CommandLine.Run(Site.Root, "enrich").ExitCode);
        Assert.Equal(2, CommandLine.Run(Site.Root, "enrich", "--arxiv", "").ExitCode);
    }

    private static IEnumerable<string> FeedIds(BuiltSite site) => site.Files
        .Where(f => f.Path.ToString().EndsWith("feed.xml", StringComparison.Ordinal))
        .SelectMany(f => Encoding.UTF8.GetString(f.Bytes.Span).Split("<guid").Skip(1).Select(g => $"{f.Path} {g[..g.IndexOf("</guid>", StringComparison.Ordinal)]}"));
}
