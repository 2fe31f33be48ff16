using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>The shape of sources.yml: what `digest collect` asks for.</summary>
internal static class SourcesFile
{
    // arXiv asks for three seconds: https://info.arxiv.org/help/api/tou.html
    private const int ArxivPause = 3;
    private const int DailyPapersPause = 1;

    // Three weekdays without a paper were no holiday so far.
    private const int DefaultStaleAfter = 3;
    private const int DailyPapersRevisit = 2;

    // A submission of Friday is announced on Monday, one that is moderated days later.
    private const int ArxivRevisit = 7;

    // Of one request: https://info.arxiv.org/help/api/user-manual.html#3112-start-and-max_results-paging
    private const int MostResults = 2000;
    private const int DefaultResults = 200;

    private static readonly Uri DailyPapersAddress = new("https://huggingface.co/api/daily_papers");
    private static readonly Uri ArxivAddress = new("https://export.arxiv.org/api/query");

    private static readonly Key<Uri> Url = Key.Optional("url", Shapes.WebAddress, "the address of the API, where it is another than the public one");

    private static readonly Key<DateOnly> Since = Key.Required("since", Shapes.Date, "the first day that is collected, such as `2025-11-03`");

    private static readonly Key<Located<int>> StaleAfter = Key.Optional("stale_after", Shapes.Located(Shapes.Number(1, 250)), "after how many weekdays without a new paper collecting fails, so that somebody looks");

    private static readonly Key<int> Revisit = Key.Optional("revisit", Shapes.Number(0, 60), "for how many days after a day it is asked again, since its list may still grow");

    private static readonly Key<int> Pause = Key.Optional("pause", Shapes.Number(0, 60), "seconds between two requests");

    private static readonly Key<DailyPapersSource> DailyPapers = Key.Optional(
        "daily_papers",
        new MapShape<DailyPapersSource>([Since, Url, StaleAfter, Revisit, Pause], ReadDailyPapers),
        "the daily-papers API: a digest each weekday");

    private static readonly Key<Located<string>> Id = Key.Required("id", Shapes.Located(Shapes.Id), "what its files are named after, such as `grokking`");

    private static readonly Key<string> Search = Key.Required("search", Shapes.Text, "what arXiv is to search for, such as `cat:cs.LG AND abs:grokking`");

    private static readonly Key<bool> As = Key.Optional(
        "as",
        Shapes.Parsed("`metadata` or `digest`", "write `metadata` for what is to be known of papers, `digest` for a digest each weekday", (string text, out bool isDigest) =>
        {
            isDigest = text == "digest";
            return text is "metadata" or "digest";
        }, ScalarSchema.Matching("metadata|digest")),
        "`metadata` (what is not said), which says more of papers that the site has, or `digest`: a digest each weekday");

    private static readonly Key<int> MaxResults = Key.Optional("max_results", Shapes.Number(1, MostResults), "how many papers an answer, for a weekday or a month, holds at most");

    private static readonly Key<EquatableArray<ArxivQuery>> Queries = Key.Optional(
        "queries",
        Shapes.ListOf(new MapShape<ArxivQuery>([Id, Search, Since, As, MaxResults, StaleAfter], ReadQuery)),
        "what arXiv is asked for");

    private static readonly Key<bool> Papers = Key.Optional("papers", Shapes.Flag, "`true` asks arXiv for the metadata of every paper of the site that has an arXiv id");

    private static readonly Key<ArxivSource> Arxiv = Key.Optional(
        "arxiv",
        new MapShape<ArxivSource>([Url, Queries, Papers, Revisit, Pause], ReadArxiv),
        "the arXiv API");

    public static MapShape<Sources> Shape { get; } = new([DailyPapers, Arxiv], ReadAll);

    private static DailyPapersSource ReadDailyPapers(KeyValues values) => new()
    {
        Url = values.Of(Url, DailyPapersAddress),
        Since = values.Of(Since),
        StaleAfter = values.Find(StaleAfter)?.Value ?? DefaultStaleAfter,
        Revisit = values.Of(Revisit, DailyPapersRevisit),
        Pause = values.Of(Pause, DailyPapersPause),
        Span = values.Span,
    };

    private static ArxivQuery ReadQuery(KeyValues values) => new()
    {
        Id = values.Of(Id).Value,
        Search = values.Of(Search),
        IsDigest = values.Of(As, false),
        Since = values.Of(Since),
        MaxResults = values.Of(MaxResults, DefaultResults),
        StaleAfter = values.Find(StaleAfter)?.Value,
        Span = values.Of(Id).Span,
    };

    private static ArxivSource ReadArxiv(KeyValues values)
    {
        EquatableArray<ArxivQuery> queries = values.Of(Queries, []);
        DistinctIds.Check(queries.Select(q => new Located<string>(q.Id, q.Span)), "query", values.Diagnostics);
        return new()
        {
            Url = values.Of(Url, ArxivAddress),
            Queries = queries,
            Papers = values.Of(Papers, false),
            Revisit = values.Of(Revisit, ArxivRevisit),
            Pause = values.Of(Pause, ArxivPause),
            Span = values.Span,
        };
    }

    private static Sources ReadAll(KeyValues values)
    {
        var sources = new Sources(values.Find(DailyPapers), values.Find(Arxiv));
        if (sources.DailyPapers is null && sources.Arxiv is not ({ Papers: true } or { Queries.Count: > 0 }))
        {
            values.Diagnostics.Add(Catalog.NothingToCollect.At(values.Span));
        }

        return sources;
    }
}
