using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Curation.Suggesting;

public class CurationSuggestionTests
{
    [Fact]
    [Provokes("DS701")]
    public void A_paper_without_a_theme_is_told_at_its_newest_title()
    {
        using var site = new SiteFolder();
        Diagnostic other = Assert.Single(Suggestions(site), d => d.Id == "DS701");
        Assert.Equal(("2025-03-11.txt", 15), (Path.GetFileName(other.Span.FileName), other.Span.Line));
        Assert.StartsWith("Cooking with", other.Span.LineText, StringComparison.Ordinal);
        Assert.Contains("reaches 3 points, no theme has any of its phrases", other.Message, StringComparison.Ordinal);
        Assert.Contains("`digest suggest cooking-with-b-neural-b-networks-salt`", other.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("DS702")]
    public void A_narrow_margin_is_told_until_an_editor_decides()
    {
        using var site = new SiteFolder();
        Assert.DoesNotContain(Suggestions(site), d => d.Id == "DS702");
        site["content/themes.yml"] = site["content/themes.yml"].Replace("robust*", "{ phrase: robust*, title: 1, abstract: 1 }\n      - { phrase: memorize, title: 4, abstract: 4 }", StringComparison.Ordinal)
            .Replace("[bound, ", "[{ phrase: bound, title: 3, abstract: 1 }, ", StringComparison.Ordinal);
        Diagnostic narrow = Assert.Single(Suggestions(site), d => d.Id == "DS702");
        Assert.Equal(("2025-11-03.txt", "A Bound for Grokking"), (Path.GetFileName(narrow.Span.FileName), narrow.Span.LineText));
        Assert.Contains("is under `theory` with 5 points, and `robustness` has 4", narrow.Message, StringComparison.Ordinal);
        site["content/papers.yml"] += "    theme: robustness\n";
        Assert.DoesNotContain(Suggestions(site), d => d.Id == "DS702");
    }

    [Theory]
    [Provokes("DS703")]
    [InlineData(false, "robustness-under-distributoin-shift", "robustness-under-distribution-shift")]
    [InlineData(true, "robustness-under-distribution-shift", "robustness-under-distributoin-shift")]
    public void Two_papers_that_look_like_one_become_one_by_the_line_that_is_shown(bool isRecorded, string stays, string goes)
    {
        using var site = new SiteFolder();
        site.DeleteCuration();
        if (isRecorded)
        {
            site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        }

        string dump = site["content/dumps/2025-11-03.txt"];
        site["content/dumps/2025-11-03.txt"] = dump.Replace("Robustness under Distribution Shift", "Robustness under Dataset Shift", StringComparison.Ordinal);
        Assert.DoesNotContain(Suggestions(site), d => d.Id == "DS703");
        site["content/dumps/2025-11-03.txt"] = dump.Replace("Robustness under Distribution Shift", "Robustness under Distributoin Shift", StringComparison.Ordinal);
        Diagnostic alike = Assert.Single(Suggestions(site), d => d.Id == "DS703");
        Assert.Equal("Robustness under Distributoin Shift", alike.Span.LineText);
        Assert.Equal($"if they are one paper, add to content/papers.yml `{stays}: {{ aliases: [{goes}] }}` under `papers:`", alike.WayOut);
        site["content/papers.yml"] = $"papers:\n  {stays}: {{ aliases: [{goes}] }}\n";
        Assert.DoesNotContain(Suggestions(site), d => d.Id == "DS703");
        Assert.Equal(2, Assert.Single(site.Build().Compiled!.Papers, p => p.Paper.Slug.ToString() == stays).Paper.Appearances.Count);
    }

    [Fact]
    public void A_suggestion_fails_nothing_and_a_build_says_none()
    {
        using var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
        var diagnostics = new DiagnosticBag(strict: true);
        new SiteBuilder(Options(site), diagnostics) { WithSuggestions = true }.Build();
        Assert.False(diagnostics.HasErrors);
        Assert.All(diagnostics.InOrder(), d => Assert.Equal(Severity.Suggestion, d.Severity));
        Assert.NotEmpty(diagnostics.InOrder());
    }

    [Fact]
    public void A_hidden_paper_is_suggested_nothing()
    {
        using var site = new SiteFolder();
        site["content/papers.yml"] = "papers:\n  cooking-with-b-neural-b-networks-salt: { hide: Gone. }\n";
        Assert.Empty(Suggestions(site));
    }

    private static IEnumerable<Diagnostic> Suggestions(SiteFolder site)
    {
        var diagnostics = new DiagnosticBag();
        new SiteBuilder(Options(site), diagnostics) { WithSuggestions = true }.Compile();
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.InOrder()));
        return diagnostics.InOrder().Where(d => d.Severity == Severity.Suggestion);
    }

    private static BuildOptions Options(SiteFolder site) => new() { Content = Path.Combine(site.Root, "content"), Templates = Path.Combine(site.Root, "templates") };
}
