using DigestSite.Papers;

namespace DigestSite.Feeds.Api;

/// <summary>The static API: the archive as JSON files, described by schemas/api/*.schema.json.</summary>
internal static class StaticApi
{
    /// <summary>The version that every object at the top of a file carries; <c>papers.json</c> is a bare array and has none.</summary>
    public const int Version = 1;

    public static IEnumerable<PlannedFile> Plan(SiteModel site)
    {
        Archive archive = site.Archive;
        BaseUrl baseUrl = site.Settings.BaseUrl;
        return
        [
            new(Routes.ApiPapers, "content/papers.yml", () => ApiJson.Lines(archive.Papers.Select(p => Listed(p, baseUrl)), ApiJson.Default.ListedPaper)) { Turn = RenderTurn.First },
            new(Routes.ApiDigests, "content/dumps.yml", () => ApiJson.Document(Digests(archive, baseUrl), ApiJson.Default.DigestList)),
            new(Routes.ApiThemes, "content/themes.yml", () => ApiJson.Document(Themes(archive, baseUrl), ApiJson.Default.ThemeList)),
            .. archive.Digests.Select(d => new PlannedFile(
                Routes.ApiDigest(d.Date), d.Captures[0].Dump.Source.Name, () => ApiJson.Document(Document(d, baseUrl), ApiJson.Default.DigestDocument))),
            .. archive.Papers.Select(p => new PlannedFile(
                Routes.ApiPaper(p.Slug), p.Appearances[0].Capture.Dump.Source.Name, () => ApiJson.Document(Document(p, site), ApiJson.Default.PaperDocument))),
        ];
    }

    /// <summary>Plans the file that says what the site was built from.</summary>
    /// <param name="pages">How many pages it has.</param>
    public static PlannedFile PlanBuild(SiteModel site, BuildInputs inputs, DateTime? builtAt, int pages) => new(Routes.ApiBuild, "content/site.yml", () => ApiJson.Document(
        new BuildRecord
        {
            Version = Version,
            Generator = site.Generator,
            Url = site.Settings.BaseUrl.ToString(),
            AsOf = site.Archive.AsOf,
            BuiltAt = builtAt,
            Inputs = inputs,
            Captures = site.Archive.Digests.Sum(d => d.Captures.Count),
            Digests = site.Archive.Digests.Count,
            Papers = site.Archive.Papers.Count,
            Pages = pages,
        },
        ApiJson.Default.BuildRecord));

    private static ListedPaper Listed(Paper paper, BaseUrl baseUrl) => new()
    {
        Id = paper.Slug.ToString(),
        Title = paper.Title,
        Url = baseUrl.Absolute(Routes.Paper(paper.Slug)),
        ArxivId = paper.Arxiv?.ToString(),
        PublishedAt = paper.Published,
        Authors = paper.Authors,
        AuthorsCount = paper.AuthorCount,
        Organization = paper.Organization is { } o ? new() { Name = o.Name, Slug = o.Slug.ToString() } : null,
        NumComments = paper.Comments,
        Upvotes = paper.Upvotes,
        Code = paper.Code is { } code ? new() { Url = code.Url.AbsoluteUri, Stars = code.Stars } : null,
        ProjectPage = paper.ProjectPage?.AbsoluteUri,
        Keywords = Known(paper.Keywords),
        Categories = Known(paper.Details?.Categories ?? []),
        ArxivComment = paper.Details?.Comment,
        JournalReference = paper.Details?.JournalReference,
        Doi = paper.Details?.Doi,
        Theme = paper.Theme.Id,
        Tags = [.. paper.Tags.Select(t => t.Id)],
        Digests = [.. paper.Appearances.Select(a => a.Capture.Date).Distinct()],
        Links = paper.Links,
        Sources = [.. paper.Appearances.Select(a => Source(a.Capture.Dump, a.Listing))],
        Metadata = Known([.. paper.Metadata.Select(m => Source(m.Dump, m.Listing))]),
    };

    private static T[]? Known<T>(EquatableArray<T> values) => values.Count == 0 ? null : [.. values];

    private static PaperDocument Document(Paper paper, SiteModel site) =>
        new(
            Listed(paper, site.Settings.BaseUrl),
            Version,
            paper.Abstract,
            paper.AbstractChoice is { } source ? Source(source.Dump, source.Listing) : null,
            [.. site.RelatedTo(paper.Slug).Select(r => r.Paper.Slug.ToString())]);

    private static PaperSource Source(Dump dump, Listing listing) => new() { Dump = dump.Name, Line = listing.TitleLine };

    private static DigestList Digests(Archive archive, BaseUrl baseUrl) => new()
    {
        Version = Version,
        Digests =
        [
            .. archive.Digests.Select(d => new ListedDigest
            {
                Date = d.Date,
                DateIsInferred = d.IsInferred,
                Url = baseUrl.Absolute(Routes.Digest(d.Date)),
                ApiUrl = baseUrl.Absolute(Routes.ApiDigest(d.Date)),
                PapersCount = d.Papers.Count,
                Themes = [.. ThemeGroup.Of(d).Select(g => new ThemeCount { Theme = g.Theme.Id, Title = g.Theme.Title, PapersCount = g.Papers.Count })],
            }),
        ],
    };

    private static DigestDocument Document(Digest digest, BaseUrl baseUrl) => new()
    {
        Version = Version,
        Date = digest.Date,
        DateIsInferred = digest.IsInferred,
        Url = baseUrl.Absolute(Routes.Digest(digest.Date)),
        Captures = [.. digest.Captures.Select(c => c.Name)],
        Themes =
        [
            .. ThemeGroup.Of(digest).Select(g => new ThemePapers
            {
                Theme = g.Theme.Id,
                Title = g.Theme.Title,
                Papers = [.. g.Papers.Select(p => p.Slug.ToString())],
            }),
        ],
    };

    private static ThemeList Themes(Archive archive, BaseUrl baseUrl)
    {
        var byTheme = archive.Papers.CountBy(p => p.Theme.Id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var byTag = archive.Papers.SelectMany(p => p.Tags).CountBy(t => t.Id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new()
        {
            Version = Version,
            Themes =
            [
                .. archive.Themes.Select(t => new ListedTheme
                {
                    Id = t.Id,
                    Title = t.Title,
                    Description = t.Description,
                    Url = baseUrl.Absolute(Routes.Theme(t.Id)),
                    FeedUrl = baseUrl.Absolute(Routes.ThemeFeed(t.Id)),
                    PapersCount = byTheme.GetValueOrDefault(t.Id),
                }),
            ],
            Tags =
            [
                .. archive.Tags.Select(t => new ListedTag
                {
                    Id = t.Id,
                    Title = t.Title,
                    Description = t.Description,
                    Url = baseUrl.Absolute(Routes.Tag(t.Id)),
                    PapersCount = byTag.GetValueOrDefault(t.Id),
                }),
            ],
        };
    }
}
