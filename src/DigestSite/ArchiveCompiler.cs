using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;

namespace DigestSite;

/// <summary>The archive and how it came about.</summary>
/// <param name="Papers">All papers, those taken down too, oldest first.</param>
/// <param name="UnmatchedPhrases">Phrases that no paper has, in the order of the files.</param>
internal sealed record CompiledArchive(Archive Archive, IReadOnlyList<CuratedPaper> Papers, IReadOnlyList<Phrase> UnmatchedPhrases);

/// <summary>Makes the archive: listings merged into papers, curation applied, grouped by theme and date.</summary>
internal sealed class ArchiveCompiler(Content content, Ledger ledger, Metadata metadata, DiagnosticBag diagnostics)
{
    private readonly Themer _themer = new(content.Themes, content.Tags);

    /// <summary>No date of change is later.</summary>
    public DateOnly LatestChange { get; init; } = DateOnly.MaxValue;

    /// <summary>Compiles all of it.</summary>
    /// <param name="notes">The notes that readers are to see.</param>
    public CompiledArchive Compile(IReadOnlyList<Capture> captures, IEnumerable<NoteSource> notes, DateOnly asOf)
    {
        IReadOnlyList<Alias> aliases = content.Aliases();
        var works = new WorkMerger(ledger, content.ArxivOf, diagnostics, aliases, metadata).Merge(captures);
        var slugs = SlugAssignment.Assign(works, ledger);
        var curated = new CuratedPaper[slugs.Count];
        Parallel.For(0, slugs.Count, i => curated[i] = Curate(slugs[i].Work, slugs[i].Slug));
        Paper[] visible = [.. curated.Where(c => c.Edited?.HiddenBecause is null).Select(c => c.Paper)];
        var digests = new DigestCompiler(content, ledger, diagnostics) { LatestChange = LatestChange }.Compile(captures, curated, notes, asOf);
        var archive = new Archive
        {
            Digests = digests,
            Papers = visible
                .OrderByDescending(p => p.FirstListed)
                .ThenBy(p => p.Appearances[^1].Capture.Name, StringComparer.Ordinal)
                .ThenBy(p => p.Appearances[^1].Listing.Place)
                .ThenBy(p => p.Slug)
                .ToEquatableArray(),
            Hidden = curated
                .Where(c => c.Edited?.HiddenBecause is not null)
                .Select(c => new HiddenPaper(c.Paper, c.Edited!.HiddenBecause!))
                .OrderBy(h => h.Paper.Slug)
                .ToEquatableArray(),
            Moved = Moved(aliases, curated),
            Themes = content.Themes.All.ToEquatableArray(),
            Tags = content.Tags.Rules.Select(r => r.Tag).ToEquatableArray(),
            ArchivedDocuments = ledger.ArchivedDocuments,
            FeedLimit = content.Settings.FeedLimit,
            AsOf = asOf,
        };
        return new(archive, curated, _themer.Unmatched());
    }

    private CuratedPaper Curate(Work work, Slug slug)
    {
        PaperOverride? edited = content.Papers.For(slug, work.Arxiv);
        var fields = new PaperFields(work, diagnostics);
        string title = edited?.Title?.Value ?? fields.Title;
        DateOnly firstListed = FirstListed(work);
        Appearance[] first = [.. work.Appearances.Where(a => a.Capture.Date == firstListed)];
        ThemedText themed = _themer.Score(title, fields.Abstract?.Text);
        var paper = new Paper
        {
            Slug = slug,
            Identity = work.Identity,
            Title = title,
            Abstract = fields.Abstract?.Text,
            AbstractChoice = fields.Abstract,
            Arxiv = work.Arxiv,
            Published = fields.Published(),
            Authors = fields.Authors,
            AuthorCount = fields.AuthorCount(),
            Organization = fields.Organization(),
            Comments = fields.Comments,
            Upvotes = fields.Upvotes,
            Code = fields.Code,
            ProjectPage = fields.ProjectPage,
            Keywords = fields.Keywords,
            Details = fields.Details,
            Metadata = work.Metadata,
            Theme = edited?.Theme?.Value ?? themed.Theme,
            IsThemeGiven = edited?.Theme is not null,
            Scores = themed.Scores,
            Tags = TagsOf(edited, themed.Tags),
            Appearances = work.Appearances,
            FirstListed = firstListed,
            IsLate = first.Length > 0 && Array.TrueForAll(first, IsLate),
            Changed = work.Recorded is { } recorded ? DigestCompiler.Earlier(recorded.Changed, LatestChange) : firstListed,
            ArchivedIn = work.Recorded?.ArchivedIn,
            Links = AbstractLinks.In(fields.Abstract?.Text),
            Note = edited?.Note?.Value,
            ExtraLinks = edited?.Links ?? [],
            IsPinned = edited?.IsPinned ?? false,
        };
        return new(paper, themed, edited);
    }

    // An old capture that comes late takes no news away from a newer one.
    private DateOnly FirstListed(Work work) =>
        work.Recorded?.FirstListed ?? (work.Appearances.LastOrDefault(a => !IsLate(a)) ?? work.Oldest).Capture.Date;

    private bool IsLate(Appearance place) => ledger.IsLate(place.Capture.Name, place.Capture.Date);

    private EquatableArray<Tag> TagsOf(PaperOverride? edited, EquatableArray<Tag> assigned)
    {
        if (edited is null)
        {
            return assigned.Count == 0 ? [] : content.Tags.WithImplied(assigned);
        }

        Tag[] removed = [.. edited.TagsRemove.Select(t => t.Value)];
        return content.Tags.WithImplied(assigned.Concat(edited.TagsAdd.Select(t => t.Value)), removed);
    }

    private EquatableArray<MovedPaper> Moved(IReadOnlyList<Alias> aliases, CuratedPaper[] curated)
    {
        if (aliases.Count == 0)
        {
            return [];
        }

        Dictionary<Slug, Paper> bySlug = curated.ToDictionary(c => c.Paper.Slug, c => c.Paper);
        ILookup<ArxivId?, Paper> byArxiv = curated.ToLookup(c => c.Paper.Arxiv, c => c.Paper);
        return aliases
            .Select(a => (From: a.Recorded(ledger), To: a.OfSlug is { } slug ? bySlug.GetValueOrDefault(slug) : byArxiv[a.OfArxiv].FirstOrDefault()))
            .Where(m => m is { From: not null, To: not null } && m.From.Slug != m.To.Slug && !bySlug.ContainsKey(m.From.Slug))
            .Select(m => new MovedPaper(m.From!.Slug, m.To!.Slug, m.From.Span))
            .DistinctBy(m => m.From)
            .OrderBy(m => m.From)
            .ToEquatableArray();
    }
}
