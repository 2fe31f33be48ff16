using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Cli;

namespace DigestSite.Tests.Sites;

/// <summary><c>digest record --redirect OLD NEW</c> and <c>--retire URL</c>: the editors' way out when an address would vanish.</summary>
public class ReroutingTests
{
    [Theory]
    [InlineData("/imprint/", "/about/")]
    [InlineData("imprint", "about")]
    [InlineData("/digest/imprint/", "/digest/about/index.html")]
    [InlineData("https://tiny.github.io/digest/imprint/", "https://tiny.github.io/digest/about/#contact")]
    public void A_page_that_is_gone_leads_on_however_its_address_is_typed(string old, string @new)
    {
        using SiteFolder site = WithImprintGone();
        Assert.Equal("", Recorded(site, Reroute.Redirect(old, @new)));
        Assert.Contains("\nurl\t/imprint/\tredirect\t/about/\n", site["content/ledger.tsv"], StringComparison.Ordinal);
        string page = Text(site.Build(strict: true), "imprint/");
        Assert.Equal("", site.DiagnosticText);
        Assert.Contains("<link rel=\"canonical\" property=\"og:url\" href=\"https://tiny.github.io/digest/about/\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"0; url=/digest/about/\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/digest/about/\">Go to where it is now</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_page_stands_in_no_list_index_or_feed()
    {
        using SiteFolder site = WithImprintGone();
        Recorded(site, Reroute.Redirect("/imprint/", "/about/"));
        Assert.All(site.Build().Files.Where(f => f.Path.ToString() != "imprint/"), f => Assert.DoesNotContain("imprint", Encoding.UTF8.GetString(f.Bytes.Span), StringComparison.Ordinal));
    }

    [Fact]
    [Provokes("DS306")]
    public void What_stands_below_a_page_goes_with_it_and_is_told_so()
    {
        using SiteFolder site = RenamedTheme();
        site.Build();
        Assert.Equal(
            ["/themes/theory/", "/themes/theory/atom.xml", "/themes/theory/feed.json", "/themes/theory/feed.xml", "/themes/theory/papers.bib"],
            site.Diagnostics.InOrder().Where(d => d.Id == "DS306").Select(d => d.Span.LineText!.Split('\t')[1]));
        Assert.Contains("`digest record --redirect /themes/theory/ NEW`; or that it is gone for good: `digest record --retire /themes/theory/`", site.DiagnosticText, StringComparison.Ordinal);
        Assert.Contains("say where its page went: this goes with `/themes/theory/`", site.DiagnosticText, StringComparison.Ordinal);

        Assert.Equal("", Recorded(site, Reroute.Redirect("/themes/theory/", "/themes/bounds/")));
        BuiltSite built = site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
        foreach (string file in (string[])["atom.xml", "feed.json", "feed.xml", "papers.bib"])
        {
            Assert.Equal(Text(built, "themes/bounds/" + file), Text(built, "themes/theory/" + file));
        }
    }

    [Fact]
    public void What_has_nothing_of_its_kind_to_go_to_is_retired_with_its_page_unless_it_is_sent_elsewhere()
    {
        using SiteFolder site = RenamedTheme();
        Assert.Equal("", Recorded(site, Reroute.Redirect("/themes/theory/", "/themes/"), Reroute.Redirect("/themes/theory/feed.xml", "/themes/bounds/feed.xml")));
        Assert.Equal(
            ["/themes/theory/ redirect /themes/", "/themes/theory/atom.xml retired", "/themes/theory/feed.json retired", "/themes/theory/feed.xml redirect /themes/bounds/feed.xml", "/themes/theory/papers.bib retired"],
            Lines(site, "/themes/theory/"));
        site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
    }

    [Fact]
    public void A_digest_takes_its_api_file_with_it()
    {
        using SiteFolder site = WithImprintGone();
        site["content/ledger.tsv"] += "url\t/api/digests/2025-01-01.json\tlive\nurl\t/digests/2025-01-01/\tlive\nurl\t/digests/2025-01-01/index.md\tlive\n";
        Assert.Equal("", Recorded(site, Reroute.Retire("/imprint/"), Reroute.Redirect("/digests/2025-01-01/", "/digests/2025-03-11/")));
        Assert.Equal(
            ["/api/digests/2025-01-01.json redirect /api/digests/2025-03-11.json", "/digests/2025-01-01/ redirect /digests/2025-03-11/", "/digests/2025-01-01/index.md redirect /digests/2025-03-11/index.md"],
            Lines(site, "/api/digests/2025-01-01", "/digests/2025-01-01"));
    }

    [Fact]
    public void A_paper_takes_its_api_file_with_it_without_a_line_of_its_own()
    {
        using SiteFolder site = WithImprintGone();
        site["content/ledger.tsv"] += "paper\tlost\ttitle:lost\t2025-03-11\t2025-03-11\t0123456789abcdef\n";
        Assert.Equal("", Recorded(site, Reroute.Retire("/imprint/"), Reroute.Redirect("/papers/lost/", "/papers/a-bound-for-grokking/")));
        Assert.Equal(["/papers/lost/ redirect /papers/a-bound-for-grokking/"], Lines(site, "/papers/lost", "/api/papers/lost"));
        BuiltSite built = site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
        Assert.Equal(Text(built, "api/papers/a-bound-for-grokking.json"), Text(built, "api/papers/lost.json"));
    }

    [Fact]
    public void Chains_lead_to_their_end_at_once()
    {
        using SiteFolder site = WithImprintGone();
        site["content/ledger.tsv"] += "url\t/first/\tredirect\t/second/\nurl\t/second/\tlive\nurl\t/third/\tredirect\t/about/\n";
        Assert.Equal("", Recorded(site, Reroute.Redirect("/imprint/", "/second/"), Reroute.Redirect("/second/", "/third/")));
        Assert.Equal(["/first/ redirect /about/", "/imprint/ redirect /about/", "/second/ redirect /about/"], Lines(site, "/first/", "/second/", "/imprint/"));

        // What led to a place that is gone for good is gone too.
        site["content/ledger.tsv"] += "url\t/fourth/\tredirect\t/fifth/\nurl\t/fifth/\tlive\n";
        Assert.Equal("", Recorded(site, Reroute.Retire("/fifth/")));
        Assert.Equal(["/fifth/ retired", "/fourth/ retired"], Lines(site, "/fourth/", "/fifth/"));
    }

    [Theory]
    [Provokes("DS350", "DS351", "DS352", "DS353")]
    [InlineData("DS350", "/imprimt/", "/about/", "/imprimt/", "did you mean `/imprint/`?")]
    [InlineData("DS350", "https://elsewhere.example.org/imprint/", "/about/", "https://elsewhere.example.org/imprint/", "")]
    [InlineData("DS350", "/themes/theory/page/2/", null, "/themes/theory/page/2/", "")]
    [InlineData("DS351", "/papers/a-bound-for-grokking/", null, "/papers/a-bound-for-grokking/", "digest explain url /papers/a-bound-for-grokking/")]
    [InlineData("DS351", "/", "/about/", "/", "")]
    [InlineData("DS351", "/papers/cooking-with-b-neural-b-networks-salt/", null, "/papers/cooking-with-b-neural-b-networks-salt/", "remove the alias first")]
    [InlineData("DS352", "/imprint/", "/abaut/", "/abaut/", "did you mean `/about/`?")]
    [InlineData("DS352", "/imprint/", "/retired/", "/retired/", "")]
    [InlineData("DS352", "/imprint/", "/imprint/", "/imprint/", "--retire")]
    [InlineData("DS352", "/imprint/", "https://elsewhere.example.org/", "https://elsewhere.example.org/", "begins with https://tiny.github.io/digest/")]
    [InlineData("DS352", "/imprint/", "../../etc/passwd", "../../etc/passwd", "give a path")]
    [InlineData("DS352", "/imprint/", "/feed.xml", "/feed.xml", "name a page for a page")]
    [InlineData("DS352", "/old.xml", "/about/", "/about/", "programs that ask for a file cannot read a page")]
    [InlineData("DS352", "/old.xml", "/feed.json", "/feed.json", "a file of the same kind")]
    [InlineData("DS352", "/api/papers/old.json", "/api/papers.json", "/api/papers.json", "a file of the same kind")]
    [InlineData("DS352", "/old.xml", "/sitemap.xml", "/sitemap.xml", "a file of the same kind")]
    [InlineData("DS353", "/old.xml", "/feed.xml", "/imprint/", "say once where it went")]
    public void What_cannot_be_is_refused_where_it_was_typed(string id, string old, string? @new, string at, string wayOut)
    {
        using SiteFolder site = WithImprintGone();
        site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    aliases: [cooking-with-b-neural-b-networks-salt]\n";
        site["content/ledger.tsv"] += "url\t/retired/\tretired\nurl\t/old.xml\tlive\nurl\t/api/papers/old.json\tlive\n";
        string before = site["content/ledger.tsv"];
        Reroute[] others = id == "DS353" ? [Reroute.Retire("/imprint/"), Reroute.Retire("imprint/")] : [];
        Recorded(site, [@new is null ? Reroute.Retire(old) : Reroute.Redirect(old, @new), .. others]);
        Diagnostic fault = Assert.Single(site.Diagnostics.InOrder(), d => d.Severity == Severity.Error && d.Span.FileName.StartsWith("--", StringComparison.Ordinal));
        Assert.Equal((id, at.Trim('/')), (fault.Id, fault.Span.LineText!.Substring(fault.Span.Column - 1, fault.Span.Length).Trim('/')));
        Assert.Contains(wayOut, fault.WayOut, StringComparison.Ordinal);
        Assert.Equal(before, site["content/ledger.tsv"]);
    }

    [Fact]
    public void Redirects_that_lead_to_each_other_are_refused()
    {
        using SiteFolder site = WithImprintGone();
        site["content/ledger.tsv"] += "url\t/other/\tlive\n";
        string told = Recorded(site, Reroute.Redirect("/imprint/", "/other/"), Reroute.Redirect("/other/", "/imprint/"));
        Assert.Contains("`/imprint/` cannot lead to `/other/`, which is a redirect that leads back", told, StringComparison.Ordinal);
        Assert.Contains("`/other/` cannot lead to `/imprint/`, which is a redirect that leads back", told, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_writes_all_or_nothing_and_says_what()
    {
        using SiteFolder site = RenamedTheme();
        string before = site["content/ledger.tsv"];
        CommandLine.Result half = CommandLine.Run(site.Root, "record", "--redirect", "/themes/theory/", "/themes/bounds/", "--retire", "/nowhere/");
        Assert.Equal((1, before), (half.ExitCode, site["content/ledger.tsv"]));
        Assert.Contains("--retire(1,1): error DS350: `/nowhere/` was never published", half.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was recorded.", half.Output, StringComparison.Ordinal);

        CommandLine.Result other = CommandLine.Run(site.Root, "record", "--redirect", "/themes/theory/feed.xml", "/themes/bounds/feed.xml");
        Assert.Equal((1, before), (other.ExitCode, site["content/ledger.tsv"]));
        Assert.Contains("`/themes/theory/` was published, but this build does not make it", other.Error, StringComparison.Ordinal);

        CommandLine.Result odd = CommandLine.Run(site.Root, "record", "--redirect", "/themes/theory/");
        Assert.Equal((2, before), (odd.ExitCode, site["content/ledger.tsv"]));

        CommandLine.Result whole = CommandLine.Run(site.Root, "record", "--redirect", "/themes/theory/", "/themes/bounds/");
        Assert.Equal((0, ""), (whole.ExitCode, whole.Error));
        Assert.Contains("5 redirected addresses (/themes/theory/, …)", whole.Output, StringComparison.Ordinal);
        Assert.Contains("\n  /themes/theory/feed.xml leads to /themes/bounds/feed.xml\n", whole.Output, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run(site.Root, "build", "--strict").ExitCode);
        Assert.Contains("nothing new", CommandLine.Run(site.Root, "record").Output, StringComparison.Ordinal);

        // A second thought: a redirect may be led elsewhere, and be retired.
        Assert.Equal(0, CommandLine.Run(site.Root, "record", "--redirect", "/themes/theory/", "/themes/").ExitCode);
        Assert.Equal("/themes/theory/ redirect /themes/", Lines(site, "/themes/theory/")[0]);
        Assert.Equal(0, CommandLine.Run(site.Root, "record", "--retire", "/themes/theory/").ExitCode);
        Assert.Equal("/themes/theory/ retired", Lines(site, "/themes/theory/")[0]);
    }

    private static SiteFolder WithImprintGone()
    {
        var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!) + "url\t/imprint/\tlive\n";
        return site;
    }

    private static SiteFolder RenamedTheme()
    {
        var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        site["content/themes.yml"] = site["content/themes.yml"].Replace("id: theory", "id: bounds", StringComparison.Ordinal);
        return site;
    }

    // Records as the verb does, and returns what went wrong.
    private static string Recorded(SiteFolder site, params Reroute[] reroutes)
    {
        BuiltSite built = site.Build(reroutes: reroutes);
        if (!site.Diagnostics.HasErrors)
        {
            site["content/ledger.tsv"] = LedgerFile.Print(built.Recorded!);
        }

        return site.DiagnosticText;
    }

    private static string[] Lines(SiteFolder site, params string[] starts) =>
    [
        .. site["content/ledger.tsv"].Split('\n')
            .Where(l => Array.Exists(starts, s => l.StartsWith("url\t" + s, StringComparison.Ordinal)))
            .Select(l => l[4..].Replace('\t', ' ')),
    ];

    private static string Text(BuiltSite built, string path) => Encoding.UTF8.GetString(built.Files.Single(f => f.Path.ToString() == path).Bytes.Span);
}
