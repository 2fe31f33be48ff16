using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;

namespace DigestSite;

/// <summary>Makes the archive: listings merged into papers, curation applied, grouped by theme and date.</summary>
internal sealed class ArchiveCompiler(Content content, Ledger ledger, DiagnosticBag diagnostics)
{
    private readonly Themer _themer = new(content.Themes, content.Tags);

    public Archive Compile(IReadOnlyList<Capture> captures, DateOnly asOf)
    {
        var works = new WorkMerger(ledger, content.ArxivOf, diagnostics).Merge(captures);
        var slugs = SlugAssignment.Assign(works, ledger);
        var papers = new Paper[slugs.Count];
        Parallel.For(0, slugs.Count, i => papers[i] = ToPaper(slugs[i].Work, slugs[i].Slug));
        return new Archive
        {
            Digests = DigestsOf(captures, papers),
            Papers = papers
                .OrderByDescending(p => p.FirstListed)
                .ThenBy(p => p.Appearances[^1].Capture.Name, StringComparer.Ordinal)
                .ThenBy(p => p.Appearances[^1].Listing.TitleLine)
                .ThenBy(p => p.Slug)
                .ToEquatableArray(),
            Themes = content.Themes.All.ToEquatableArray(),
            Tags = content.Tags.Rules.Select(r => r.Tag).ToEquatableArray(),
            AsOf = asOf,
        };
    }

    private Paper ToPaper(Work work, Slug slug)
    {
        var fields = new PaperFields(work, diagnostics);
        ThemedText themed = _themer.Score(fields.Title, fields.Abstract);
        PaperOverride? edited = content.Papers.For(slug, work.Arxiv);
        return new Paper
        {
            Slug = slug,
            Identity = work.Identity,
            Title = fields.Title,
            Abstract = fields.Abstract,
            Arxiv = work.Arxiv,
            Published = fields.Published(),
            AuthorCount = fields.AuthorCount(),
            Organization = fields.Organization(),
            Comments = fields.Comments,
            Upvotes = fields.Upvotes,
            Theme = edited?.Theme ?? themed.Theme,
            IsThemeGiven = edited?.Theme is not null,
            Scores = themed.Scores,
            Tags = edited?.TagsOver(themed.Tags) ?? themed.Tags,
            Appearances = work.Appearances,
            FirstListed = work.Recorded?.FirstListed ?? work.Appearances[^1].Capture.Date,
            Changed = work.Recorded?.Changed ?? work.Appearances[^1].Capture.Date,
            Links = AbstractLinks.In(fields.Abstract),
        };
    }

    private static EquatableArray<Digest> DigestsOf(IReadOnlyList<Capture> captures, IReadOnlyList<Paper> papers)
    {
        ILookup<DateOnly, (Paper Paper, Appearance Place)> places = papers
            .SelectMany(p => p.Appearances.Select(a => (Paper: p, Place: a)))
            .ToLookup(p => p.Place.Capture.Date);
        return captures
            .GroupBy(c => c.Date)
            .OrderByDescending(g => g.Key)
            .Select(day => new Digest
            {
                Date = day.Key,
                IsInferred = day.Any(c => c.IsInferred),
                Captures = day.OrderBy(c => c.Name, StringComparer.Ordinal).ToEquatableArray(),
                Papers = places[day.Key]
                    .OrderBy(p => p.Place.Capture.Name, StringComparer.Ordinal)
                    .ThenBy(p => p.Place.Listing.TitleLine)
                    .Select(p => p.Paper)
                    .DistinctBy(p => p.Slug)
                    .ToEquatableArray(),
            })
            .ToEquatableArray();
    }
}
