using System.IO.Compression;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Enriching;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Cli;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Enriching;

public sealed class EnrichmentTests : IDisposable
{
    private const string Shift = "Robustness under\n  Distribution Shift";
    private const string Bound = "A BOUND for Grokking";
    private const string Cooking = "Cooking with <b>Neural</b> \"Networks\" & Salt";
    private const string ShiftDay = "Sun, 6 Oct 2024 17:59:59 GMT";
    private const string BoundDay = "Tue, 29 Jul 2025 02:00:00 GMT";
    private const string CookingDay = "Wed, 5 Mar 2025 02:00:00 GMT";

    private readonly SiteFolder _site = new();

    public EnrichmentTests() => _site["content/ledger.tsv"] = LedgerFile.Print(_site.Build().Recorded!);

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Ids_are_proposed_in_papers_yml_with_the_reason_beside_them()
    {
        string before = _site["content/papers.yml"];
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay, 3), Snapshot.Line("2507.21700", Bound, BoundDay, 2), Snapshot.Line("2503.01234", Cooking, CookingDay), Snapshot.Line("2503.01235", "Other"));
        CommandLine.Result result = Enrich();
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("\n3 papers without an arXiv id, looked for in 4 records: 3 proposed, 0 left to you, 0 not found\n", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("content/papers.yml(3):     arxiv: \"2507.21700\"  # proposed by enrich: same title, published 2025-07-29\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            before.Replace("  a-bound-for-grokking:\n", "  a-bound-for-grokking:\n    arxiv: \"2507.21700\"  # proposed by enrich: same title, published 2025-07-29\n", StringComparison.Ordinal)
            + "  cooking-with-b-neural-b-networks-salt:\n    arxiv: \"2503.01234\"  # proposed by enrich: same title, there since 2025-03-05, nothing else to compare\n"
            + "  robustness-under-distribution-shift:\n    arxiv: \"2410.04321\"  # proposed by enrich: same title, published 2024-10-06, 3 authors\n",
            _site["content/papers.yml"]);
        Assert.Empty(Directory.GetFiles(Path.Combine(_site.Root, "content"), ".*"));
    }

    [Fact]
    public void A_second_run_changes_nothing()
    {
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay, 3));
        Assert.Equal(0, Enrich().ExitCode);
        string once = _site["content/papers.yml"];
        CommandLine.Result again = Enrich();
        Assert.Equal((0, "2 papers without an arXiv id, looked for in 1 record: 0 proposed, 0 left to you, 2 not found\nNothing is new.\n"), (again.ExitCode, again.Output));
        Assert.Equal(once, _site["content/papers.yml"]);
    }

    [Fact]
    public void A_dry_run_shows_what_would_be_written_and_writes_nothing()
    {
        string before = _site["content/papers.yml"];
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay, 3));
        CommandLine.Result result = Enrich("--dry-run");
        Assert.Contains("content/papers.yml(9):     arxiv: \"2410.04321\"  #", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written.\n", result.Output, StringComparison.Ordinal);
        Assert.Equal((0, before), (result.ExitCode, _site["content/papers.yml"]));
    }

    [Fact]
    public void What_was_published_keeps_its_address_and_its_feed_id()
    {
        BuiltSite before = _site.Build();
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay, 3), Snapshot.Line("2507.21700", Bound, BoundDay), Snapshot.Line("2503.01234", Cooking, CookingDay));
        Assert.Equal(0, Enrich().ExitCode);
        BuiltSite after = _site.Build();
        Assert.All(after.Compiled!.Papers, p => Assert.NotNull(p.Paper.Arxiv));
        Assert.Equal(before.Compiled!.Papers.Select(p => (p.Paper.Slug, p.Paper.Identity)), after.Compiled.Papers.Select(p => (p.Paper.Slug, p.Paper.Identity)));
        Assert.Equal(before.Files.Select(f => f.Path), after.Files.Select(f => f.Path));
        Assert.Equal(FeedIds(before), FeedIds(after));
        _site["content/ledger.tsv"] = LedgerFile.Print(after.Recorded!);
        _site.Build(strict: true);
        Assert.Equal("", _site.DiagnosticText);
        Assert.Contains("\nalias\ta-bound-for-grokking\tarxiv:2507.21700\n", _site["content/ledger.tsv"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_stay()
    {
        string path = Path.Combine(_site.Root, "content", "papers.yml");
        string before = _site["content/papers.yml"].ReplaceLineEndings("\r\n");
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
        File.Delete(Path.Combine(_site.Root, "content", "papers.yml"));
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay));
        Assert.Equal(0, Enrich().ExitCode);
        Assert.StartsWith("# yaml-language-server: $schema=../schemas/papers.schema.json\npapers:\n  robustness-under-distribution-shift:\n    arxiv: \"2410.04321\"  #", _site["content/papers.yml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_only_an_editor_or_an_older_listing_gives_is_looked_for_too()
    {
        _site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    title: The right title\n";
        WriteSnapshot(Snapshot.Line("2507.21700", "The Right Title", BoundDay));
        Assert.Single(Plan()!.Ids);
        WriteSnapshot(Snapshot.Line("2507.21700", Bound, BoundDay));
        Assert.Single(Plan()!.Ids);
    }

    [Fact]
    public void A_paper_taken_down_is_not_looked_for()
    {
        _site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    hide: Removed at the authors' request.\n";
        WriteSnapshot(Snapshot.Line("2507.21700", Bound, BoundDay));
        Assert.Equal((2, 0, 0), Plan() is { } plan ? (plan.Wanted, plan.Ids.Count, plan.Told) : default);
    }

    [Fact]
    [Provokes("DS343")]
    public void Several_papers_of_one_title_are_told_with_all_ids()
    {
        WriteSnapshot(Snapshot.Line("2507.21700", Bound, BoundDay), Snapshot.Line("1901.00001", Bound), Snapshot.Line("2507.21700", Bound, BoundDay));
        Diagnostic told = Told("DS343");
        Assert.Equal("arXiv has several papers of this title: 1901.00001, 2507.21700 of 2025-07-29", told.Message);
    }

    [Theory]
    [Provokes("DS344")]
    [InlineData("2410.04321", ShiftDay, 4, "it has 4 authors, and this paper 3")]
    [InlineData("2410.04321", "Thu, 10 Oct 2024 01:00:00 GMT", 3, "it was published 2024-10-10, and this paper 2024-10-06")]
    [InlineData("2511.00001", null, 0, "it was published no sooner than 2025-11-01, and this paper was listed 2025-03-11 already")]
    public void What_both_know_and_differs_in_is_told_and_not_written(string id, string? created, int authors, string against)
    {
        WriteSnapshot(Snapshot.Line(id, Shift, created, authors));
        Diagnostic told = Told("DS344");
        Assert.Equal($"arXiv's {id} has this title, but {against}", told.Message);
        Assert.Equal("Robustness under Distribution Shift", told.Span.LineText);
    }

    [Fact]
    public void A_paper_listed_before_it_was_published_is_another()
    {
        WriteSnapshot(Snapshot.Line("2503.01234", Cooking, "Thu, 13 Mar 2025 01:00:00 GMT"));
        Assert.Equal("arXiv's 2503.01234 has this title, but it was published 2025-03-13, and this paper was listed 2025-03-11 already", Told("DS344").Message);
    }

    [Theory]
    [Provokes("DS345")]
    [InlineData("papers:\n  robustness-under-distribution-shift:\n    arxiv: \"2410.04321\"\n")]
    [InlineData("papers:\n  robustness-under-distribution-shift:\n    title: Robust\n    aliases: [\"2410.04321\"]\n")]
    public void The_id_of_another_paper_is_told(string papers)
    {
        _site["content/papers.yml"] = papers;
        WriteSnapshot(Snapshot.Line("2410.04321", Cooking));
        Assert.Equal("arXiv's 2410.04321 has this title, but it is the id of `robustness-under-distribution-shift`", Told("DS345").Message);
    }

    [Fact]
    public void One_id_that_two_papers_could_have_is_told_of_both()
    {
        _site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    title: One title\n  cooking-with-b-neural-b-networks-salt:\n    title: One title\n";
        WriteSnapshot(Snapshot.Line("2410.04321", "One title"));
        EnrichmentPlan plan = Plan()!;
        Assert.Equal((0, 2), (plan.Ids.Count, plan.Told));
        Assert.All(_diagnostics.InOrder(), d => Assert.Equal("DS345", d.Id));
    }

    [Fact]
    [Provokes("DS346")]
    public void A_paper_whose_address_an_id_would_change_is_told()
    {
        _site["content/dumps/2025-11-10.txt"] = "Nov 10\n\nCooking with b-Neural-b: networks, salt\n\n" + _site["content/dumps/2025-11-03.txt"].Split("\n\n")[^2].Split('\n')[0] + "\n\nA Bound for Grokking?\n\nText.\n\n  • 2 authors\n·\nAug 6\n";
        WriteSnapshot(Snapshot.Line("2508.01234", "A Bound for Grokking?", "Wed, 6 Aug 2025 02:00:00 GMT"));
        Assert.Equal("arXiv's 2508.01234 has this title, but the paper's address is not recorded and would change", Told("DS346").Message);
        _site["content/ledger.tsv"] = LedgerFile.Print(_site.Build().Recorded!);
        Assert.Single(Plan()!.Ids);
    }

    [Fact]
    [Provokes("DS348")]
    public void A_file_that_an_editor_changed_meanwhile_is_left_alone()
    {
        WriteSnapshot(Snapshot.Line("2410.04321", Shift, ShiftDay));
        var enrichment = new Enrichment(Options, _diagnostics);
        EnrichmentPlan plan = enrichment.Plan(m => m.Read(SnapshotPath))!;
        _site["content/papers.yml"] += "# mine\n";
        string mine = _site["content/papers.yml"];
        Assert.False(enrichment.Write(plan));
        Assert.Equal(("DS348", "papers.yml"), _diagnostics.InOrder() is [var told] ? (told.Id, Path.GetFileName(told.Span.FileName)) : default);
        Assert.Equal(mine, _site["content/papers.yml"]);
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
        Assert.True(_diagnostics.HasErrors);
    }

    [Theory]
    [InlineData(3, 1, 0)]
    [InlineData(2, 0, 1)]
    public void An_answer_of_the_api_is_as_good(int authors, int proposed, int told)
    {
        _site["arxiv.jsonl"] = $"""
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
        EnrichmentPlan? plan = new Enrichment(Options, _diagnostics).Plan(m => m.Scan(stream, "standard input"));
        Assert.Equal("2410.04321", Assert.Single(plan!.Ids).Arxiv.ToString());
    }

    [Theory]
    [InlineData("missing.json", "error DS004: the file cannot be read: there is no such file")]
    [InlineData("content", "error DS004: the file cannot be read: it is a folder")]
    [InlineData("archive.zip", "error DS340: this is no arXiv metadata: it is a zip archive\n  = unpack it on the way: `unzip -p archive.zip | digest enrich --arxiv -`")]
    [InlineData("page.html", "page.html(1,1): error DS340: this is no arXiv metadata: no line is")]
    public void What_cannot_be_read_is_told_with_the_way_out(string file, string told)
    {
        _site["archive.zip"] = "PK\u0003\u0004";
        _site["page.html"] = "<html>\n</html>\n";
        CommandLine.Result result = CommandLine.Run(_site.Root, "enrich", "--arxiv", file);
        Assert.Equal((1, "Nothing was written.\n"), (result.ExitCode, result.Output));
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_with_errors_is_told_before_anything_is_read()
    {
        _site["content/papers.yml"] = "papers:\n  nobody:\n    pin: true\n";
        Assert.Null(Plan());
        Assert.Equal(["DS320"], _diagnostics.InOrder().Select(d => d.Id));
    }

    [Fact]
    public void Without_a_file_or_with_an_empty_name_the_usage_is_told()
    {
        Assert.Equal(2, CommandLine.Run(_site.Root, "enrich").ExitCode);
        Assert.Equal(2, CommandLine.Run(_site.Root, "enrich", "--arxiv", "").ExitCode);
    }

    private DiagnosticBag _diagnostics = new();

    private string SnapshotPath => Path.Combine(_site.Root, "arxiv.jsonl");

    private BuildOptions Options => new() { Content = Path.Combine(_site.Root, "content"), Templates = Path.Combine(_site.Root, "templates") };

    private void WriteSnapshot(params string[] lines) => _site["arxiv.jsonl"] = string.Join('\n', lines);

    private CommandLine.Result Enrich(params string[] more) => CommandLine.Run(_site.Root, ["enrich", "--arxiv", "arxiv.jsonl", .. more]);

    private EnrichmentPlan? Plan()
    {
        _diagnostics = new();
        return new Enrichment(Options, _diagnostics).Plan(m => m.Read(SnapshotPath));
    }

    // The one paper that is told, nothing proposed.
    private Diagnostic Told(string id)
    {
        EnrichmentPlan plan = Plan()!;
        Assert.Equal((0, 1), (plan.Ids.Count, plan.Told));
        Assert.Null(plan.Papers);
        Diagnostic told = Assert.Single(_diagnostics.InOrder());
        Assert.Equal(id, told.Id);
        Assert.True(told.Span.Line > 0);
        return told;
    }

    private static IEnumerable<string> FeedIds(BuiltSite site) => site.Files
        .Where(f => f.Path.ToString().EndsWith("feed.xml", StringComparison.Ordinal))
        .SelectMany(f => Encoding.UTF8.GetString(f.Bytes.Span).Split("<guid").Skip(1).Select(g => $"{f.Path} {g[..g.IndexOf("</guid>", StringComparison.Ordinal)]}"));
}
