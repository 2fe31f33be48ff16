using System.Runtime.CompilerServices;
using DigestSite.Explaining;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Explaining;

/// <summary>The base site with more said of its papers, in words.</summary>
public class ExplanationTests
{
    [Fact]
    public void A_paper()
    {
        using var site = Curated();
        BuiltSite built = site.Build();
        Verify(site, PaperExplanation.Of(built.Compiled!, "robustness-under-distribution-shift") + "\n\n" + PaperExplanation.Of(built.Compiled!, "a-bound-for-grokking"));
    }

    [Fact]
    public void A_dump()
    {
        using var site = Curated();
        Verify(site, DumpExplanation.Of(site.Build().Compiled!, "11-03")!);
    }

    [Fact]
    public void A_dump_that_is_skipped()
    {
        using var site = Curated();
        site["content/dumps.yml"] = "dumps:\n  2025-11-03.txt:\n    skip: true\n";
        Verify(site, DumpExplanation.Of(site.Build().Compiled!, "content/dumps/2025-11-03.txt")!);
    }

    [Fact]
    public void A_theme()
    {
        using var site = Curated();
        CompiledContent compiled = site.Build().Compiled!;
        Verify(site, ThemeExplanation.Of(compiled, "theory") + "\n\n" + ThemeExplanation.Of(compiled, "robustness") + "\n\n" + ThemeExplanation.Of(compiled, "other"));
        Assert.Null(ThemeExplanation.Of(compiled, "robust"));
    }

    [Fact]
    public void A_tag()
    {
        using var site = Curated();
        CompiledContent compiled = site.Build().Compiled!;
        Verify(site, TagExplanation.Of(compiled, "grokking") + "\n\n" + TagExplanation.Of(compiled, "learning"));
        Assert.Null(TagExplanation.Of(compiled, "grok"));
    }

    [Fact]
    public void The_archive_in_numbers()
    {
        using var site = Curated();
        Verify(site, Statistics.Of(site.Build().Compiled!));
    }

    [Fact]
    public void What_to_do_next()
    {
        using var site = new SiteFolder();
        site["content/themes.yml"] = site["content/themes.yml"].Replace("threshold: 3", "threshold: 9", StringComparison.Ordinal);
        site["content/dumps/2025-11-03.txt"] = site["content/dumps/2025-11-03.txt"].Replace("Robustness under Distribution Shift", "Robustnes under Distribution Shift", StringComparison.Ordinal);
        CompiledContent compiled = site.Build().Compiled!;
        Verify(site, SuggestionList.Of(compiled, null)!);
        Assert.Null(SuggestionList.Of(compiled, "nothing-like-it"));
        Assert.Contains("a-bound-for-grokking", SuggestionList.Of(compiled, "grokking"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cooking-with-b-neural-b-networks-salt")]
    [InlineData("Cooking with <b>Neural</b> \"Networks\" & Salt")]
    [InlineData("cooking")]
    [InlineData("2501.08325")]
    [InlineData("arXiv:2501.08325v3")]
    [InlineData("title:a soup of the past")]
    [InlineData("A Soup of the  Past")]
    public void A_paper_is_found_by_whatever_it_is_or_was_called(string name)
    {
        using var site = Curated();
        site["content/papers.yml"] = "papers:\n  cooking-with-b-neural-b-networks-salt:\n    arxiv: \"2501.08325\"\n    hide: At its authors' request.\n";
        site["content/notes/2025-11-03.md"] = "---\n---\nText.\n";
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!) + "alias\tcooking-with-b-neural-b-networks-salt\ttitle:a soup of the past\n";
        string text = PaperExplanation.Of(site.Build().Compiled!, name)!;
        Assert.Contains("Hidden     At its authors' request.", text, StringComparison.Ordinal);
        Assert.Contains("arXiv      2501.08325, from papers.yml", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_that_became_an_alias_is_found_by_its_old_address()
    {
        using var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        site["content/papers.yml"] = "papers:\n  a-bound-for-grokking:\n    aliases: [Cooking with <b>Neural</b> \"Networks\" & Salt]\n";
        string text = PaperExplanation.Of(site.Build().Compiled!, "cooking-with-b-neural-b-networks-salt")!;
        Assert.StartsWith("A Bound for Grokking", text, StringComparison.Ordinal);
        Assert.Contains("/papers/cooking-with-b-neural-b-networks-salt/ leads here", text, StringComparison.Ordinal);
        Assert.Contains("papers.yml calls `Cooking with <b>Neural</b> \"Networks\" & Salt` an alias", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sh", "it could be: ")]
    [InlineData("a-bound-for-groking", "did you mean `a-bound-for-grokking`?")]
    public void A_name_that_fits_nothing_or_several_is_answered(string name, string expected)
    {
        string[] names = ["a-bound-for-grokking", "shift", "sharp"];
        Assert.StartsWith(expected, Names.Nearest(names, name), StringComparison.Ordinal);
    }

    // Two overrides, an implied tag and a recorded ledger, so that there is something to say.
    private static SiteFolder Curated()
    {
        var site = new SiteFolder();
        site["content/tags.yml"] += "    implies: [learning]\n  - { id: learning, title: Learning, description: All of it. }\n  - { id: shift, title: Shift, description: Moving data., match: [distribution shift] }\n";
        site["content/papers.yml"] += "    title: A Tight Bound for Grokking\n  robustness-under-distribution-shift:\n    theme: theory\n    tags: { add: [grokking], remove: [shift] }\n    aliases: [Robust Models]\n";
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        return site;
    }

    private static void Verify(SiteFolder site, string text, [CallerMemberName] string test = "") =>
        Snapshot.Verify(text.Replace(site.Root + "/", "", StringComparison.Ordinal) + "\n", Repository.File("tests", "DigestSite.Tests", "Explaining", test + ".verified.txt"));
}
