using System.Globalization;
using System.Text;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Sites;

public class GoldenSiteTests
{
    [Fact]
    public void The_base_site_is_built_to_the_byte()
    {
        using var site = new SiteFolder();
        var text = new StringBuilder();
        foreach (OutputFile file in site.Build().Files.Where(f => f.Path != Routes.ApiBuild && !f.Path.ToString().StartsWith("assets/", StringComparison.Ordinal)))
        {
            text.Append("==== ").Append(file.Path.FilePath).Append('\n').Append(Encoding.UTF8.GetString(file.Bytes.Span)).Append('\n');
        }

        Snapshot.Verify(text.ToString(), Repository.File("tests", "DigestSite.Tests", "Sites", "golden.verified.txt"));
    }

    [Fact]
    public void A_recorded_site_builds_without_a_word()
    {
        using var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
    }

    [Fact]
    [Provokes("DS305")]
    public void An_unrecorded_site_is_a_warning_and_under_strict_an_error()
    {
        using var site = new SiteFolder();
        site.Build();
        Assert.Equal(["DS305"], site.Diagnostics.InOrder().Select(d => d.Id));
        Assert.False(site.Diagnostics.HasErrors);
        site.Build(strict: true);
        Assert.True(site.Diagnostics.HasErrors);
    }

    [Fact]
    public void Addresses_that_an_abstract_mentions_are_its_authors_and_never_stop_a_build()
    {
        using var site = new SiteFolder();
        string dump = site["content/dumps/2025-11-03.txt"];
        site["content/dumps/2025-11-03.txt"] = dump.Replace(
            "https://github.com/tiny/shift", "http://OLD.tiny.org/a%2520b https://tiny.github.io/digest/nowhere/ http://localhost/x", StringComparison.Ordinal);
        site.Build();
        Assert.Equal(["DS305"], site.Diagnostics.InOrder().Select(d => d.Id));
    }

    [Fact]
    [Provokes("DS300")]
    public void A_site_without_dumps_is_told_what_to_add()
    {
        using var site = new SiteFolder();
        Directory.Delete(Path.Combine(site.Root, "content", "dumps"), recursive: true);
        site.Build();
        Assert.StartsWith("content/dumps: error DS300: there is no dump", site.DiagnosticText, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_dump_added_later_moves_no_feed_entry()
    {
        using var site = new SiteFolder();
        File.Move(Path.Combine(site.Root, "content/dumps/2025-03-11.txt"), Path.Combine(site.Root, "older"));
        BuiltSite before = site.Build();
        site["content/ledger.tsv"] = LedgerFile.Print(before.Recorded!);
        site["content/dumps/2025-03-11.txt"] = site["older"];
        Assert.Equal(Feed(before), Feed(site.Build()));

        static string Feed(BuiltSite built) => Encoding.UTF8.GetString(built.Files.Single(f => f.Path == Routes.ThemeFeed("robustness")).Bytes.Span);
    }

    [Fact]
    public void A_recorded_feed_may_move_to_another_and_serves_a_copy_of_it()
    {
        using var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!) + "url\t/rss.xml\tredirect\t/feed.xml\n";
        BuiltSite built = site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
        Assert.Equal(built.Files.Single(f => f.Path == Routes.Feed).Bytes.ToArray(), built.Files.Single(f => f.Path.ToString() == "rss.xml").Bytes.ToArray());
    }

    [Theory]
    [InlineData("url\t/loop/\tredirect\t/loop/\n")]
    [InlineData("url\t/old.json\tredirect\t/feed.xml\n")]
    [InlineData("url\t/old/\tredirect\t/nowhere/\n")]
    public void A_redirect_that_leads_nowhere_is_an_error(string line)
    {
        using var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!) + line;
        site.Build();
        Assert.Contains(": error DS", site.DiagnosticText, StringComparison.Ordinal);
        Assert.Contains(line.Split('\t')[1], site.DiagnosticText, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("DS004", "DS115", "DS116")]
    public void Files_that_cannot_be_dumps_are_told_one_by_one()
    {
        using var site = new SiteFolder();
        Directory.CreateDirectory(Path.Combine(site.Root, "content/dumps/folder.txt"));
        site["content/dumps/tab\there.txt"] = "x";
        site["content/dumps/page.html"] = "x";
        Directory.CreateDirectory(Path.Combine(site.Root, "content/dumps/folder"));
        site.Build();
        Assert.Equal(
            ["DS116 folder", "DS004 folder.txt", "DS119 page.html", "DS115 tab\there.txt"],
            site.Diagnostics.InOrder().Where(d => d.Span.Line == 0).Select(d => $"{d.Id} {Path.GetFileName(d.Span.FileName)}"));
    }

    [Fact]
    public void A_dump_that_is_broken_or_skipped_makes_no_noise_about_its_papers()
    {
        using var site = new SiteFolder();
        site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    theme: robustness\n";
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        string dump = site["content/dumps/2025-11-03.txt"];
        site["content/dumps/2025-11-03.txt"] = "";
        site.Build();
        Assert.Equal(["DS101"], site.Diagnostics.InOrder().Select(d => d.Id));
        site["content/dumps/2025-11-03.txt"] = dump;
        site["content/dumps.yml"] = "dumps:\n  2025-11-03.txt:\n    skip: true\n";
        site.Build();
        Assert.DoesNotContain(site.Diagnostics.InOrder(), d => d.Id is not "DS306");
    }

    [Fact]
    public void A_recorded_address_may_be_redirected_but_not_dropped()
    {
        using var site = new SiteFolder();
        site["content/pages/about-us.md"] = "---\ntitle: About us\ndescription: An old page.\n---\nText.\n";
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        File.Delete(Path.Combine(site.Root, "content", "pages", "about-us.md"));
        site.Build();
        Assert.Equal(["DS306"], site.Diagnostics.InOrder().Select(d => d.Id));

        site["content/ledger.tsv"] = site["content/ledger.tsv"].Replace("/about-us/\tlive", "/about-us/\tredirect\t/about/", StringComparison.Ordinal);
        BuiltSite built = site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
        string page = Encoding.UTF8.GetString(built.Files.Single(f => f.Path.ToString() == "about-us/").Bytes.Span);
        Assert.Contains("content=\"0; url=/digest/about/\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("about-us", Encoding.UTF8.GetString(built.Files.Single(f => f.Path == Routes.Sitemap).Bytes.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_culture_does_not_reach_the_bytes(string culture)
    {
        using var site = new SiteFolder();
        BuiltSite invariant = site.Build();
        BuiltSite other = null!;
        var thread = new Thread(() =>
        {
            // It flows to the tasks that this thread starts, and to no other test.
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            other = site.Build();
        });
        thread.Start();
        thread.Join();
        AssertSameBytes(invariant, other);
    }

    [Theory]
    [InlineData("https://tiny.github.io/digest/")]
    [InlineData("https://digest.example.net/")]
    public void Every_link_resolves_under_a_path_and_at_a_root(string baseUrl)
    {
        using var site = new SiteFolder();
        BuiltSite built = site.Build(o => o with { BaseUrl = Samples.Base(baseUrl) });
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
        Assert.True(built.Links!.Links > 100);
    }

    [Fact]
    public void A_day_later_the_bytes_are_the_same()
    {
        using var site = new SiteFolder();
        BuiltSite later = site.Build(o => o with { AsOf = new DateOnly(2025, 11, 4) });
        AssertSameBytes(WithoutTrends(site.Build()), WithoutTrends(later));
    }

    // The page and the file that tell the day.
    private static BuiltSite WithoutTrends(BuiltSite site) => site with { Files = [.. site.Files.Where(f => f.Path != Routes.Trending && f.Path != Routes.ApiBuild)] };

    internal static void AssertSameBytes(BuiltSite expected, BuiltSite actual)
    {
        Assert.Equal(expected.Files.Select(f => f.Path), actual.Files.Select(f => f.Path));
        foreach ((OutputFile left, OutputFile right) in expected.Files.Zip(actual.Files))
        {
            Assert.True(left.Bytes.Span.SequenceEqual(right.Bytes.Span), left.Path.ToString());
        }
    }
}
