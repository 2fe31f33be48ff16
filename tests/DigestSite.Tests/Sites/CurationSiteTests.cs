using System.Text;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Cli;

namespace DigestSite.Tests.Sites;

/// <summary>What editors say of single papers and digests, seen on the whole site.</summary>
public class CurationSiteTests
{
    private const string Robust = "papers/robustness-under-distribution-shift/";

    [Fact]
    public void A_hidden_paper_leaves_a_tombstone_and_no_other_trace()
    {
        using var site = Recorded();
        site["content/papers.yml"] = "papers:\n  robustness-under-distribution-shift:\n    hide: At its authors' request.\n";
        site["content/notes/2025-11-03.md"] = "---\n---\nText.\n";
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        BuiltSite built = site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
        string tombstone = Text(built, Robust);
        Assert.Contains("At its authors&#39; request.", tombstone, StringComparison.Ordinal);
        Assert.Contains("noindex", tombstone, StringComparison.Ordinal);
        foreach (OutputFile file in built.Files)
        {
            string text = Encoding.UTF8.GetString(file.Bytes.Span);
            Assert.DoesNotContain("Robustness under Distribution", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("robust training helps", text, StringComparison.Ordinal);
            Assert.True(file.Path.ToString() == Robust || !text.Contains("robustness-under", StringComparison.Ordinal), file.Path.ToString());
        }

        Assert.DoesNotContain(built.Files, f => f.Path.ToString().Contains("api/papers/robustness", StringComparison.Ordinal));
        Assert.Contains(built.Recorded!.Papers.Keys, s => s.ToString() == "robustness-under-distribution-shift");
    }

    [Fact]
    public void A_paper_merged_into_another_leaves_its_address_behind()
    {
        using var site = Recorded();
        site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    aliases: [Cooking with <b>Neural</b> \"Networks\" & Salt]\n";
        BuiltSite built = site.Build();
        Assert.DoesNotContain(site.Diagnostics.InOrder(), d => d.Severity == DigestSite.Diagnostics.Severity.Error);
        Assert.Contains("url=/digest/papers/a-bound-for-grokking/", Text(built, "papers/cooking-with-b-neural-b-networks-salt/"), StringComparison.Ordinal);
        Assert.Equal(Text(built, "api/papers/a-bound-for-grokking.json"), Text(built, "api/papers/cooking-with-b-neural-b-networks-salt.json"));
        Assert.Contains("Where it was listed", Text(built, "papers/a-bound-for-grokking/"), StringComparison.Ordinal);
        Assert.Contains("/digest/digests/2025-03-11/", Text(built, "papers/a-bound-for-grokking/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("url\t/papers/cooking-with-b-neural-b-networks-salt/\tredirect\t/papers/a-bound-for-grokking/\n", "papers/cooking-with-b-neural-b-networks-salt/")]
    [InlineData("url\t/papers/soup/\tredirect\t/papers/cooking-with-b-neural-b-networks-salt/\n", "papers/soup/")]
    public void What_led_to_a_paper_leads_on_when_that_is_merged(string line, string address)
    {
        using var site = Recorded();
        site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    aliases: [cooking-with-b-neural-b-networks-salt]\n";
        site["content/ledger.tsv"] += line;
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        BuiltSite built = site.Build();
        Assert.Equal("", site.DiagnosticText);
        Assert.Contains("url=/digest/papers/a-bound-for-grokking/", Text(built, address), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pick_by_another_name_of_the_paper_means_the_paper()
    {
        using var site = Recorded();
        site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    arxiv: '2507.00001'\n    aliases: [Cooking with <b>Neural</b> \"Networks\" & Salt]\n";
        site["content/notes/2025-11-03.md"] = "---\npicks:\n  - { paper: cooking-with-b-neural-b-networks-salt, note: Old name. }\n  - { paper: 2507.00001v2, note: By id. }\n---\n";
        BuiltSite built = site.Build();
        Assert.Contains("Old name.", Text(built, "digests/2025-11-03/"), StringComparison.Ordinal);
        Assert.Equal("DS045 4", Assert.Single(site.Diagnostics.InOrder().Where(d => d.Id == "DS045").Select(d => $"{d.Id} {d.Span.Line}")));
    }

    [Fact]
    public void A_note_of_later_is_proven_before_its_day()
    {
        using var site = Recorded();
        site["content/notes/2025-11-03.md"] = "---\npublish_after: 2026-01-01\n---\nSee [it](/nowhere/).\n";
        Assert.Equal(0, CommandLine.Run(site.Root, "build").ExitCode);
        Assert.Contains("content/notes/2025-11-03.md(4,10): error DS510", CommandLine.Run(site.Root, "check").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_acknowledgement_stays_needed_when_another_warning_turns_up()
    {
        using var site = Recorded();
        site["templates/assets/unused.txt"] = "x";
        site["content/acknowledged.yml"] = "acknowledged:\n  - { id: DS431, file: assets/unused.txt, reason: For a friend. }\n";
        site["content/tags.yml"] += "  - { id: optics, title: Optics, description: Light., match: [lens] }\n";
        site.Build(strict: true);
        Assert.Equal(["DS305", "DS328"], site.Diagnostics.InOrder().Where(d => d.Acknowledged is null).Select(d => d.Id));
    }

    [Fact]
    public void A_title_is_corrected_everywhere_and_the_address_stays()
    {
        using var site = Recorded();
        site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    title: A Tight Bound for Grokking\n";
        BuiltSite built = site.Build();
        Assert.Contains("<h1>A Tight Bound for Grokking</h1>", Text(built, "papers/a-bound-for-grokking/"), StringComparison.Ordinal);
        Assert.DoesNotContain(built.Files, f => Encoding.UTF8.GetString(f.Bytes.Span).Contains("A Bound for", StringComparison.Ordinal));
        Assert.Contains(site.Diagnostics.InOrder(), d => d.Id == "DS305" && d.Message.Contains("1 changed entry", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tag_brings_what_it_implies_unless_an_editor_removes_that()
    {
        using var site = new SiteFolder();
        site["content/tags.yml"] += """
            implies: [dynamics]
              - id: dynamics
                title: Dynamics
                description: How training goes.
                implies: [learning]
              - { id: learning, title: Learning, description: All of it. }

            """.Insert(0, "    ");
        site.DeleteCuration();
        Assert.Equal(["grokking", "dynamics", "learning"], Tags(site.Build()));
        site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    tags: { remove: [dynamics] }\n";
        Assert.Equal(["grokking"], Tags(site.Build()));

        static IEnumerable<string> Tags(BuiltSite built) =>
            built.Compiled!.Site.Archive.Papers.Single(p => p.Slug.ToString() == "a-bound-for-grokking").Tags.Select(t => t.Id);
    }

    [Fact]
    public void A_scheduled_note_waits_for_its_day_and_a_draft_for_its_option()
    {
        using var site = new SiteFolder();
        site["content/notes/2025-11-03.md"] = "---\npublish_after: 2025-11-05\n---\nWords of the editors.\n";
        Assert.DoesNotContain("Words of", Digest(site.Build()), StringComparison.Ordinal);
        Assert.Contains("Words of", Digest(site.Build(o => o with { AsOf = new DateOnly(2025, 11, 5) })), StringComparison.Ordinal);
        site["content/notes/2025-11-03.md"] = "---\ndraft: true\n---\nWords of the editors.\n";
        Assert.DoesNotContain("Words of", Digest(site.Build(o => o with { AsOf = new DateOnly(2026, 11, 5) })), StringComparison.Ordinal);
        Assert.Contains("Words of", Digest(site.Build(o => o with { IncludeDrafts = true })), StringComparison.Ordinal);

        static string Digest(BuiltSite built) => Text(built, "digests/2025-11-03/");
    }

    [Fact]
    public void The_feed_has_the_editors_words_with_absolute_links()
    {
        using var site = new SiteFolder();
        string feed = Text(site.Build(), "feed.xml");
        Assert.Contains("<em>one</em> of them again. See <a href=\"https://tiny.github.io/digest/themes/robustness/\">robustness</a>", feed, StringComparison.Ordinal);
        Assert.Contains("It says &quot;why&quot; the gap closes so late.", feed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/notes/2025-11-03.md", "---\n---\nSee [it](/nowhere/).\n", "content/notes/2025-11-03.md(3,10): error DS510")]
    [InlineData("content/papers.yml", "papers:\n  a-bound-for-grokking:\n    note: See [it](/nowhere/).\n", "content/papers.yml(3,20): error DS510")]
    [InlineData("content/pages/more.md", "---\ntitle: a\ndescription: b\n---\n\nSee [it](/nowhere/).\n", "content/pages/more.md(6,10): error DS510")]
    public void A_wrong_link_of_an_editor_is_told_where_it_was_written(string file, string text, string expected)
    {
        using var site = new SiteFolder();
        site[file] = text;
        site.Build();
        Assert.Contains(expected, site.DiagnosticText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://tiny.github.io/digest/")]
    [InlineData("https://tiny.org/")]
    public void A_wrong_link_of_a_template_is_told_where_the_template_has_it(string baseUrl)
    {
        using var site = new SiteFolder();
        site["templates/not-found.hbs"] = site["templates/not-found.hbs"].Replace("{{site.base}}themes/", "{{site.base}}theme/", StringComparison.Ordinal);
        site.Build(o => o with { BaseUrl = Samples.Base(baseUrl) });
        Assert.Contains("templates/not-found.hbs(13,31): error DS510", site.DiagnosticText, StringComparison.Ordinal);
        Assert.Contains("`{{site.base}}themes/`", site.DiagnosticText, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_editors_answer_for_are_not_judged()
    {
        using var site = Recorded();
        site["content/pages/about.md"] += "\nSee <http://old.tiny.org/a>.\n";
        site.Build();
        Assert.Equal(["DS524"], site.Diagnostics.InOrder().Select(d => d.Id));
        site["content/site.yml"] += "external_links:\n  exclude: [\"http://old.tiny.org/*\"]\n";
        site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
    }

    private static SiteFolder Recorded()
    {
        var site = new SiteFolder();
        site.DeleteCuration();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        return site;
    }

    private static string Text(BuiltSite built, string path) => Encoding.UTF8.GetString(built.Files.Single(f => f.Path.ToString() == path).Bytes.Span);
}
