using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Papers;

public class LedgerTests
{
    private const string Text =
        "# What this site has published, kept by `digest record`. Slugs, identities and addresses here never change.\n" +
        "alias\tgrokking-twice\ttitle:grokking, twice\n" +
        "authority\tdigest.example.org,2025\n" +
        "digest\t2025-03-11\t2025-04-01\t0123456789abcdef\n" +
        "dump\ta.txt\t2025-03-11\tlate\n" +
        "paper\tgrokking-twice\tarxiv:2301.12643\t2025-03-11\t2025-03-11\t0123456789ab\n" +
        "url\t/\tlive\n" +
        "url\t/old/\tredirect\t/\n" +
        "url\t/papers/gone/\tretired\n";

    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void What_is_read_is_printed_back()
    {
        Assert.Equal(Text, LedgerFile.Print(Read(Text)));
        Assert.Empty(_diagnostics.InOrder());
    }

    [Theory]
    [Provokes("DS303")]
    [InlineData("paper\tonly-a-slug")]
    [InlineData("dump\ta.txt\t2025-02-30")]
    [InlineData("dump\tc.txt\t2025-02-28\tlater")]
    [InlineData("dump\tc.txt\t2025-02-28\tlate\tlate")]
    [InlineData("url\tno-slash/\tlive")]
    [InlineData("url\t/../x/\tlive")]
    [InlineData("alias\tnobody\ttitle:x")]
    [InlineData("authority\telsewhere.example.org,2026")]
    [InlineData("authority\t")]
    [InlineData("digest\t2025-03-11\t2025-04-01\t0123456789abcdef")]
    [InlineData("digest\t2025-03-12\t2025-04-01")]
    [InlineData("digest\t2025-03-12\t2025-04-31\t0123456789abcdef")]
    [InlineData("<<<<<<< HEAD")]
    public void A_line_that_is_no_record_is_reported_and_left_out(string line)
    {
        Read(Text + line + "\n");
        Diagnostic error = Assert.Single(_diagnostics.InOrder());
        Assert.Equal(("DS303", line), (error.Id, error.Span.LineText));
    }

    [Fact]
    [Provokes("DS304")]
    public void An_identity_recorded_for_two_papers_is_reported_at_the_second()
    {
        Read(Text + "paper\tother\tarxiv:2301.12643\t2025-03-11\t2025-03-11\t0123456789ab\n");
        Diagnostic error = Assert.Single(_diagnostics.InOrder());
        Assert.Equal(("DS304", 10), (error.Id, error.Span.Line));
        Assert.Contains("grokking-twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorded_slug_survives_a_new_title_and_a_learned_id()
    {
        Ledger first = Read("paper\tearly-title\ttitle:early title\t2025-03-11\t2025-03-11\t0123456789ab\nalias\tearly-title\tarxiv:2301.00001\n");
        var works = new WorkMerger(first, _ => null, _diagnostics).Merge(TinyCaptures.Read("""
            a.txt 2025-03-11 | Early title
            b.txt 2025-11-03 | Better title @2301.00001
            """));
        Work work = Assert.Single(works);
        Assert.Equal(("early-title", "title:early title"), (SlugAssignment.Assign(works, first)[0].Slug.ToString(), work.Identity.ToString()));
    }

    [Fact]
    public void A_new_title_with_the_slug_of_a_recorded_paper_is_a_paper_of_its_own()
    {
        Assert.True(ArxivId.TryParse("2301.00001", out ArxivId? id));
        Ledger first = Read("paper\ta-title\ttitle:a title!\t2025-03-11\t2025-03-11\t0123456789ab\n");
        var works = new WorkMerger(first, slug => slug.ToString() == "a-title" ? id : null, _diagnostics).Merge(TinyCaptures.Read("""
            a.txt 2025-03-11 | A title!
            b.txt 2025-11-03 | A title?
            """));
        Assert.Equal([id, null], works.Select(w => w.Arxiv));
        Assert.Equal(["a-title", "title:a title?"], [SlugAssignment.Assign(works, first)[0].Slug.ToString(), works[1].Identity.ToString()]);
    }

    [Fact]
    public void Of_two_new_titles_with_one_slug_an_editors_id_is_for_the_one_that_gets_it()
    {
        Assert.True(ArxivId.TryParse("2301.00001", out ArxivId? id));
        var works = new WorkMerger(Ledger.Empty, slug => slug.ToString() == "a-title" ? id : null, _diagnostics).Merge(TinyCaptures.Read("""
            b.txt 2025-11-03 | A title?
            a.txt 2025-03-11 | A title!
            """));
        Assert.Equal([id, null], works.Select(w => w.Arxiv));
        Assert.Equal("a-title", SlugAssignment.Assign(works, Ledger.Empty)[0].Slug.ToString());
    }

    [Theory]
    [InlineData("arxiv:2301.00001", "title:early title")]
    [InlineData("title:early title", "arxiv:2301.00001")]
    public void An_editor_may_correct_a_recorded_arxiv_id_and_the_slug_stays(string identity, string alias)
    {
        Assert.True(ArxivId.TryParse("2301.00002", out ArxivId? id));
        Ledger first = Read($"paper\tearly-title\t{identity}\t2025-03-11\t2025-03-11\t0123456789ab\nalias\tearly-title\t{alias}\n");
        Work work = Assert.Single(new WorkMerger(first, _ => id, _diagnostics).Merge(TinyCaptures.Read("a.txt 2025-03-11 | Early title")));
        Assert.Equal((id, "early-title", identity), (work.Arxiv, work.Recorded?.Slug.ToString(), work.Identity.ToString()));
    }

    [Fact]
    public void A_recorded_title_that_names_two_papers_stays_with_the_listing_that_has_no_id()
    {
        Ledger first = Read("paper\tsame-title\ttitle:same title\t2025-03-11\t2025-03-11\t0123456789ab\n");
        var works = new WorkMerger(first, _ => null, _diagnostics).Merge(TinyCaptures.Read("""
            a.txt 2025-03-11 | Same title
            b.txt 2025-11-03 | Same title @2301.00001 | Same title @2302.00002
            """));
        Assert.Equal("same-title", SlugAssignment.Assign(works, first).Single(s => s.Work.Arxiv is null).Slug.ToString());
        Assert.Equal(3, SlugAssignment.Assign(works, first).Select(s => s.Slug).Distinct().Count());
    }

    [Fact]
    public void Recording_twice_is_recording_once()
    {
        Archive archive = Samples.Archive();
        Capture[] captures = [.. archive.Digests.SelectMany(d => d.Captures)];
        Ledger once = Recording.Record(Ledger.Empty, archive, captures, [Routes.Home, Routes.Theme("theory", 2)], archive.AsOf);
        Ledger reread = Read(LedgerFile.Print(once));
        Assert.Empty(_diagnostics.InOrder());
        Assert.Equal("", Recording.Difference(reread, Recording.Record(reread, archive, captures, [Routes.Home], archive.AsOf)));
        Assert.Contains("4 papers (", Recording.Difference(Ledger.Empty, once), StringComparison.Ordinal);
        Assert.False(once.Urls.ContainsKey(Routes.Theme("theory", 2)));
    }

    [Fact]
    public void A_changed_entry_moves_its_date_of_change_and_nothing_else()
    {
        Archive archive = Samples.Archive();
        Ledger before = Recording.Record(Ledger.Empty, archive, [], [], archive.AsOf);
        Archive edited = archive with
        {
            Papers = archive.Papers.Select(p => p.Arxiv is null ? p : p with { Theme = Samples.Theory }).ToEquatableArray(),
        };
        var day = new DateOnly(2025, 12, 24);
        Ledger after = Recording.Record(before, edited, [], [], day);
        RecordedPaper changed = Assert.Single(after.Papers.Values, p => p != before.Papers[p.Slug]);
        Assert.Equal(day, changed.Changed);
        Assert.Equal(before.Papers[changed.Slug] with { Changed = changed.Changed, Fingerprint = changed.Fingerprint }, changed);
    }

    [Fact]
    public void A_ledger_of_before_digests_and_authority_were_recorded_is_read_and_keeps_every_date()
    {
        Archive archive = Samples.Archive() with { AsOf = new DateOnly(2025, 12, 24) };
        Paper grokking = archive.Papers.Single(p => p.Arxiv is not null);

        Ledger old = Read($"paper\tgrokking-twice\tarxiv:2301.12643\t2025-03-11\t2025-03-11\t{Fingerprint.Of(grokking)}\n");
        Ledger now = Recording.Record(old, archive, [], [], archive.AsOf, "digest.example.org,2025");
        Assert.Empty(_diagnostics.InOrder());
        Assert.Equal(new DateOnly(2025, 3, 11), now.Papers[grokking.Slug].Changed);
        Assert.Equal(archive.Digests.Select(d => (d.Date, d.Date)).Order(), now.Digests.Values.Select(d => (d.Date, d.Changed)).Order());
        Assert.Equal("digest.example.org,2025", now.Authority?.Text);
        string difference = Recording.Difference(old, now);
        Assert.Contains("2 digests (2025-03-11, …), 1 feed authority (digest.example.org,2025)", difference, StringComparison.Ordinal);
        Assert.DoesNotContain("changed entr", difference, StringComparison.Ordinal);

        Ledger edited = Recording.Record(Read("paper\tgrokking-twice\tarxiv:2301.12643\t2025-03-11\t2025-03-11\t0123456789ab\n"), archive, [], [], archive.AsOf);
        Assert.Equal(archive.AsOf, edited.Papers[grokking.Slug].Changed);
    }

    [Fact]
    public void A_change_recorded_as_of_an_earlier_day_is_not_older_than_the_one_before()
    {
        Archive archive = Samples.Archive();
        Ledger before = Recording.Record(Ledger.Empty, archive, [], [], archive.AsOf);
        Ledger later = Recording.Record(before, Edited(archive, "One"), [], [], new DateOnly(2025, 12, 24));
        Ledger earlier = Recording.Record(later, Edited(archive, "Two"), [], [], archive.AsOf);
        Assert.Equal(later.Digests.Values.Select(d => d.Changed), earlier.Digests.Values.Select(d => d.Changed));
        Assert.Contains(new DateOnly(2025, 12, 24), earlier.Papers.Values.Select(p => p.Changed));
        Assert.Equal(later.Papers.Values.Select(p => p.Changed), earlier.Papers.Values.Select(p => p.Changed));
    }

    [Fact]
    public void An_authority_is_recorded_with_the_first_paper_and_never_replaced()
    {
        Archive archive = Samples.Archive();
        Assert.Null(Recording.Record(Ledger.Empty, archive with { Papers = [], Digests = [] }, [], [], archive.AsOf, "one.example.org,2025").Authority);
        Ledger one = Recording.Record(Ledger.Empty, archive, [], [], archive.AsOf, "one.example.org,2025");
        Assert.Equal("one.example.org,2025", one.Authority?.Text);
        Assert.Equal("one.example.org,2025", Recording.Record(one, archive, [], [], archive.AsOf, "two.example.org,2026").Authority?.Text);
    }

    [Fact]
    [Provokes("DS306", "DS307", "DS308")]
    public void Addresses_that_vanish_return_or_lead_nowhere_are_errors()
    {
        Ledger ledger = Read(Text);
        AddressProof.Check(ledger, new HashSet<SitePath> { new("papers/gone/") }, _diagnostics);
        Assert.Equal(
            ["DS306 paper", "DS306 url\t/\tlive", "DS308 url\t/old/\tredirect\t/", "DS307 url\t/papers/gone/\tretired"],
            _diagnostics.InOrder().Select(d => $"{d.Id} {(d.Span.Line == 6 ? "paper" : d.Span.LineText)}"));
    }

    [Fact]
    public void A_retired_paper_page_takes_its_api_file_with_it()
    {
        AddressProof.Check(
            Read("paper\tx\ttitle:x\t2025-03-11\t2025-03-11\t0123456789ab\nurl\t/papers/x/\tretired\n"), new HashSet<SitePath>(), _diagnostics);
        Assert.Empty(_diagnostics.InOrder());
    }

    private static Archive Edited(Archive archive, string title) => archive with
    {
        Papers = archive.Papers.Select(p => p.Arxiv is null ? p : p with { Title = title }).ToEquatableArray(),
        Digests = archive.Digests.Select(d => d with { Papers = d.Papers.Select(p => p.Arxiv is null ? p : p with { Title = title }).ToEquatableArray() }).ToEquatableArray(),
    };

    private Ledger Read(string text) => LedgerFile.Read(new SourceText("content/ledger.tsv", text), _diagnostics);
}
