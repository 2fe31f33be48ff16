using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;

namespace DigestSite.Curation.Suggesting;

/// <summary>Tells editors where a word of theirs would help most. Nothing here is wrong.</summary>
internal static class CurationSuggestions
{
    /// <summary>Suggests to settle papers without a theme or with a narrow margin, and to merge papers that look like one.</summary>
    /// <param name="papers">All papers, those taken down too: they may be listed again under another title.</param>
    /// <param name="unmatched">The phrases that no paper has.</param>
    public static void Report(Content content, IReadOnlyList<CuratedPaper> papers, IEnumerable<Phrase> unmatched, Ledger ledger, DiagnosticBag diagnostics)
    {
        foreach (CuratedPaper curated in papers.Where(IsOpen))
        {
            ReportTheme(curated, content.Themes, diagnostics);
        }

        foreach (LikeTitles alike in LikeTitles.Among([.. papers.Select(p => p.Paper)]))
        {
            PaperLine line = AliasLine(alike, papers, ledger);
            diagnostics.Add(Catalog.LooksLikeOne.At(TitleOf(alike.Second), alike.Second.Title, alike.First.Title, alike.How, $"`{line.Text}` {line.Where}"));
        }

        foreach (Phrase phrase in unmatched)
        {
            diagnostics.Add(Catalog.UnmatchedPhrase.At(phrase.Span, phrase));
        }
    }

    /// <summary>Whether readers see the paper and no editor has given its theme.</summary>
    public static bool IsOpen(CuratedPaper curated) => curated.Edited is not { HiddenBecause: not null } and not { Theme: not null };

    /// <summary>What gives the paper a theme, whatever its phrases say.</summary>
    public static PaperLine ThemeLine(CuratedPaper curated, string theme) => PaperLine.Of(curated, $"theme: {theme}");

    /// <summary>What makes one paper of two: the one whose address will stay gets the other as an alias.</summary>
    public static PaperLine AliasLine(LikeTitles alike, IReadOnlyList<CuratedPaper> papers, Ledger ledger)
    {
        bool isFirstRecorded = ledger.Papers.ContainsKey(alike.First.Slug);
        bool isSecondRecorded = ledger.Papers.ContainsKey(alike.Second.Slug);

        // What is not recorded has the address of its newest title.
        bool isFirst = isFirstRecorded || (!isSecondRecorded && Work.NewestFirst.Compare(alike.First.Appearances[0], alike.Second.Appearances[0]) < 0);
        (Paper stays, Paper goes) = isFirst ? (alike.First, alike.Second) : (alike.Second, alike.First);
        CuratedPaper curated = papers.First(p => p.Paper.Slug == stays.Slug);
        return curated.Edited is { Aliases.Count: > 0 } edited
            ? new($"- {goes.Slug}", string.Create(CultureInfo.InvariantCulture, $"to the `aliases:` of `{edited.Key}` (line {edited.Aliases[0].Span.Line})"))
            : PaperLine.Of(curated, $"aliases: [{goes.Slug}]");
    }

    private static void ReportTheme(CuratedPaper curated, ThemeRules themes, DiagnosticBag diagnostics)
    {
        Paper paper = curated.Paper;
        var margin = Margin.Of(curated.Phrases);
        if (margin.Best is null)
        {
            string nearest = margin.Second is { } next ? $"the nearest is `{next.Theme.Id}` with {Points(next.Score)}" : "no theme has any of its phrases";
            diagnostics.Add(Catalog.PaperInOther.At(TitleOf(paper), paper.Title, themes.Threshold, nearest, paper.Slug));
        }
        else if (margin.IsNarrow)
        {
            diagnostics.Add(Catalog.NarrowMargin.At(
                TitleOf(paper), paper.Title, margin.Best.Theme.Id, Points(margin.Best.Score), margin.Second!.Theme.Id, margin.Second.Score, paper.Slug));
        }
    }

    private static string Points(int score) => string.Create(CultureInfo.InvariantCulture, $"{score} point{(score == 1 ? "" : "s")}");

    private static SourceSpan TitleOf(Paper paper)
    {
        Appearance newest = paper.Appearances[0];
        return newest.Capture.Dump.TitleOf(newest.Listing);
    }
}
