using DigestSite.Curation.Suggesting;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;

namespace DigestSite.Curation;

/// <summary>Finds what editors wrote that has no effect.</summary>
internal static class IdleCuration
{
    /// <summary>Reports themes none of whose phrases any paper has, tags that no paper carries, and overrides that say what was so without them.</summary>
    /// <param name="papers">All papers, those taken down too.</param>
    /// <param name="unmatched">The phrases that no paper has.</param>
    public static void Report(
        Content content, IReadOnlyList<CuratedPaper> papers, IEnumerable<Phrase> unmatched, Ledger ledger, DiagnosticBag diagnostics)
    {
        HashSet<SourceSpan> idle = [.. unmatched.Select(p => p.Span)];
        foreach (ThemeRule rule in content.Themes.Rules.Where(r => r.Match.All(m => idle.Contains(m.Phrase.Span)) && !papers.Any(p => p.Paper.Theme == r.Theme)))
        {
            diagnostics.Add(Catalog.IdleTheme.At(rule.Span, rule.Theme.Id));
        }

        HashSet<Tag> carried = [.. papers.SelectMany(p => p.Paper.Tags)];
        foreach (TagRule rule in content.Tags.Rules.Where(r => !carried.Contains(r.Tag)))
        {
            diagnostics.Add(Catalog.UnusedTag.At(rule.Span, rule.Tag.Id));
        }

        foreach (CuratedPaper paper in papers.Where(p => p.Edited is not null))
        {
            ReportIdle(paper, paper.Edited!, content.Tags, diagnostics);
            ReportIdleAliases(paper, paper.Edited!, ledger, diagnostics);
        }
    }

    private static void ReportIdleAliases(CuratedPaper curated, PaperOverride edited, Ledger ledger, DiagnosticBag diagnostics)
    {
        Listing[] listings = [.. curated.Paper.Appearances.Select(a => a.Listing)];
        foreach (var alias in edited.Aliases)
        {
            bool isOwnName = alias.Value.Arxiv is { } id ? id == curated.Paper.Arxiv : alias.Value.Slug == curated.Paper.Slug;
            if (isOwnName || (!listings.Any(l => Names(alias.Value, l)) && alias.Value.Of(edited.Key).Recorded(ledger) is null))
            {
                diagnostics.Add(Catalog.OverrideChangesNothing.At(
                    alias.Span, edited.Key, isOwnName ? $"`{alias.Value}` is its own name" : $"nothing is listed as `{alias.Value}`"));
            }
        }
    }

    private static bool Names(PaperAlias alias, Listing listing) =>
        alias.Arxiv is { } id ? listing.Arxiv == id
        : alias.Slug is { } slug ? Slug.FromTitle(listing.Title) == slug
        : Identity.OfTitle(TitleKey.Of(listing)) == alias.Title;

    private static void ReportIdle(CuratedPaper curated, PaperOverride edited, TagRules tags, DiagnosticBag diagnostics)
    {
        Paper paper = curated.Paper;
        if (edited.IsEmpty)
        {
            Report(edited.Span, "nothing is said of it");
        }

        // Where the lead is narrow an editor may confirm what the phrases say.
        if (edited.Theme is { } theme && theme.Value == curated.Phrases.Theme && !Margin.Of(curated.Phrases).IsNarrow)
        {
            Report(theme.Span, $"its phrases alone put it under `{theme.Value.Id}`");
        }

        if (edited.Title is { } title && title.Value == paper.Appearances[0].Listing.Title)
        {
            Report(title.Span, "its newest listing has this title");
        }

        if (edited.Key.Arxiv is not null && edited.Given is { } given)
        {
            Report(given.Span, "its arXiv id is the key already");
        }

        EquatableArray<Tag> assigned = tags.WithImplied(curated.Phrases.Tags, [.. edited.TagsRemove.Select(t => t.Value)]);
        foreach (var tag in edited.TagsAdd.Where(t => assigned.Contains(t.Value)))
        {
            Report(tag.Span, $"its phrases alone give it `{tag.Value.Id}`");
        }

        EquatableArray<Tag> carried = tags.WithImplied(curated.Phrases.Tags.Concat(edited.TagsAdd.Select(t => t.Value)));
        foreach (var tag in edited.TagsRemove.Where(t => !carried.Contains(t.Value)))
        {
            Report(tag.Span, $"nothing gives it `{tag.Value.Id}`");
        }

        void Report(SourceSpan span, string reason) => diagnostics.Add(Catalog.OverrideChangesNothing.At(span, edited.Key, reason));
    }
}
