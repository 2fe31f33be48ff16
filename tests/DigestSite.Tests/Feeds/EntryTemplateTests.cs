using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Scaffolding;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Feeds;

/// <summary>Editors' own templates of feed entries.</summary>
public class EntryTemplateTests
{
    private const string Paper = "templates/feeds/paper.hbs";
    private const string Digest = "templates/feeds/digest.hbs";

    [Fact]
    public void An_own_template_makes_the_entries_and_the_other_stays_built_in()
    {
        using SiteFolder site = Bare();
        site[Paper] = "<h1>{{title}}</h1><p>{{#if abstract}}{{abstract}}{{/if}} <a href=\"{{base}}about/\">About</a>, <a href=\"../../themes/\">all</a>, <a href=\"#Main\">this</a></p>";
        BuiltSite built = site.Build();
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
        string feed = Text(built, "themes/theory/feed.xml");
        Assert.Contains("<![CDATA[<h2>A Bound for Grokking</h2>\n<p>We prove a bound", feed, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://tiny.github.io/digest/about/\">About</a>, <a href=\"https://tiny.github.io/digest/themes/\">all</a>", feed, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://tiny.github.io/digest/papers/a-bound-for-grokking/#Main\">this</a>", feed, StringComparison.Ordinal);
        Assert.Contains("<h3><a href=\"https://tiny.github.io/digest/themes/theory/\">Theory</a></h3>", Text(built, "feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_templates_can_be_begun_from_and_lose_nothing()
    {
        foreach (string name in (string[])["feeds/paper.hbs", "feeds/digest.hbs"])
        {
            var diagnostics = new DiagnosticBag();
            NewFile? copy = NewTemplate.Of(name, diagnostics);
            Assert.Equal(name, copy?.Path);
            using SiteFolder site = Bare();
            Dictionary<string, string> before = Feeds(site.Build());
            site["templates/" + name] = Encoding.UTF8.GetString(copy!.Bytes.Span);
            Assert.Equal(before, Feeds(site.Build()));
            Assert.Equal(["DS305"], site.Diagnostics.InOrder().Select(d => d.Id));
        }
    }

    [Theory]
    [InlineData("DS411", "titel", "<p>{{titel}}</p>")]
    [InlineData("DS407", "{{#if note}}", "{{#if note}}x")]
    [InlineData("DS416", "{{{abstract}}}", "{{{abstract}}}")]
    [InlineData("DS411", "page.title", "\n<p>{{page.title}}</p>")]
    public void A_fault_is_told_at_its_place(string id, string pointed, string template)
    {
        using SiteFolder site = Bare();
        site[Paper] = template;
        site.Build();
        Diagnostic fault = Assert.Single(site.Diagnostics.InOrder(), d => d.Severity == Severity.Error);
        Assert.Equal((id, Path.Combine(site.Root, Paper)), (fault.Id, fault.Span.FileName));
        Assert.StartsWith(fault.Span.LineText![(fault.Span.Column - 1)..][..fault.Span.Length], pointed, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("DS650", "DS651", "DS652")]
    [InlineData("DS650", "<script", "<p>x</p>\n<script>let a = '<img>';</script><script></script>", "with all that is in it")]
    [InlineData("DS650", "<iframe", "<iframe src=\"{{href}}\"></iframe>", "with all that is in it")]
    [InlineData("DS650", "<img", "<p>x <img src=\"{{base}}a.png\" alt=\"{{title}}\"></p>", "`alt` text stays")]
    [InlineData("DS650", "<table", "<table><tr><td>{{title}}</td></tr></table>\n<table></table>", "what is in it stays")]
    [InlineData("DS650", "<form", "<form action=\"{{href}}\"><b>x</b></form>", "what is in it stays")]
    [InlineData("DS651", "class", "<div class=\"{{title}}\"><p class=\"b\">x</p></div>", "`class`")]
    [InlineData("DS651", "style", "<ul>\n<li style=\"color: red\">x</li></ul>", "`style`")]
    [InlineData("DS651", "onclick", "{{#if note}}<p>x</p>{{/if}}<a rel=\"noopener\" href=\"{{href}}\" onclick=\"x()\">x</a>", "`onclick`")]
    [InlineData("DS652", "href", "<a href=\"javascript:x()\">x</a>", "its words stay")]
    [InlineData("DS652", "href", "<p>{{#each tags}}<a href='data:text/html,{{title}}'>x</a>{{/each}}</p>", "its words stay")]
    public void What_is_taken_away_is_told_once_at_its_first_place(string id, string pointed, string template, string words)
    {
        using SiteFolder site = Bare();
        site[Paper] = template;
        site.Build();
        Diagnostic warning = Assert.Single(site.Diagnostics.InOrder(), d => d.Id != "DS305");
        Assert.Equal((id, Severity.Warning, Path.Combine(site.Root, Paper)), (warning.Id, warning.Severity, warning.Span.FileName));
        Assert.Equal(pointed, warning.Span.LineText!.Substring(warning.Span.Column - 1, warning.Span.Length));
        Assert.Contains(words, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_partial_of_an_entry_loses_is_told_in_the_partial_and_what_pages_use_is_not()
    {
        using SiteFolder site = Bare();
        site["templates/partials/mark.hbs"] = "<p>\n<mark>x</mark></p>";
        site[Digest] = "{{> mark}}<div><section><span>{{date}}</span></section></div>";
        site["templates/not-found.hbs"] = "{{> head}}<body><table class=\"x\"></table>{{> footer}}";
        site.Build();
        Diagnostic warning = Assert.Single(site.Diagnostics.InOrder(), d => d.Id != "DS305");
        Assert.Equal(("DS650", Path.Combine(site.Root, "templates/partials/mark.hbs"), 2, 1), (warning.Id, warning.Span.FileName, warning.Span.Line, warning.Span.Column));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_told_at_its_place_in_the_template()
    {
        using SiteFolder site = Bare();
        site[Digest] = "<p>x</p>\n<p><a href=\"{{base}}nowhere/\">x</a></p>";
        site.Build();
        Diagnostic fault = Assert.Single(site.Diagnostics.InOrder(), d => d.Severity == Severity.Error);
        Assert.Equal(("DS510", Path.Combine(site.Root, Digest), 2), (fault.Id, fault.Span.FileName, fault.Span.Line));
    }

    [Fact]
    public void A_template_changes_entries_but_no_date_of_change()
    {
        using SiteFolder site = Bare();
        BuiltSite before = site.Build();
        site["content/ledger.tsv"] = DigestSite.Papers.Permanence.LedgerFile.Print(before.Recorded!);
        site[Paper] = "<p>{{title}}</p>";
        site[Digest] = "<p>{{date}}</p>";
        BuiltSite after = site.Build(o => o with { AsOf = new DateOnly(2026, 1, 1) });
        Assert.Equal("", site.DiagnosticText);
        Assert.Equal(DigestSite.Papers.Permanence.LedgerFile.Print(before.Recorded!), DigestSite.Papers.Permanence.LedgerFile.Print(after.Recorded!));
    }

    private static SiteFolder Bare()
    {
        var site = new SiteFolder();
        Directory.Delete(Path.Combine(site.Root, "templates"), recursive: true);
        return site;
    }

    private static Dictionary<string, string> Feeds(BuiltSite built) =>
        built.Files.Where(f => FeedStrings.IsFeed(f.Path.ToString())).ToDictionary(f => f.Path.ToString(), f => Text(built, f.Path.ToString()), StringComparer.Ordinal);

    private static string Text(BuiltSite built, string path) => Encoding.UTF8.GetString(built.Files.Single(f => f.Path.ToString() == path).Bytes.Span);
}
