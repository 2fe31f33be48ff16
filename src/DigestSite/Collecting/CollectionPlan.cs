using System.Globalization;
using DigestSite.Curation;
using DigestSite.Papers;

namespace DigestSite.Collecting;

/// <summary>What is due today.</summary>
/// <param name="hasFile">Whether the content folder has a file, by its path below it.</param>
/// <param name="since">Where to begin instead of the days that sources.yml gives; null for these.</param>
internal sealed class CollectionPlan(Sources sources, CollectedState state, Func<string, bool> hasFile, DateOnly? since, DateOnly today)
{
    public const string DailyPapersName = "daily_papers";

    // The most that the source gives in one answer; the longest day so far had half of it.
    private const int DailyPapersLimit = 100;

    // No source has papers of an earlier year.
    private static readonly DateOnly FirstDay = new(1991, 1, 1);

    // As many as make an address that every server takes.
    private const int IdsAtOnce = 100;

    /// <summary>Days and months, the newest first: if time runs out, it is the old ones that wait.</summary>
    public IEnumerable<Wanted> Due() => Days().Concat((sources.Arxiv?.Queries ?? []).SelectMany(Windows)).OfType<Wanted>();

    /// <summary>Metadata for papers by their ids.</summary>
    /// <param name="unknown">The ids that no metadata is of.</param>
    public IEnumerable<Wanted> DueIds(IEnumerable<ArxivId> unknown)
    {
        if (sources.Arxiv is not { Papers: true } arxiv)
        {
            yield break;
        }

        int number = 1;
        foreach (ArxivId[] ids in unknown.Where(i => !state.Missing.TryGetValue(i, out DateOnly first) || today <= first.AddDays(arxiv.Revisit)).Order().Chunk(IdsAtOnce))
        {
            string file = FileOf(number);
            while (hasFile(file))
            {
                file = FileOf(++number);
            }

            number++;
            yield return new()
            {
                Address = With(arxiv.Url, ("id_list", string.Join(',', ids.Select(i => i.ToString()))), ("max_results", Number(IdsAtOnce))),
                File = file,
                Source = "arxiv papers",
                Span = arxiv.Span,
                Format = DumpFormat.Arxiv,
                Pause = TimeSpan.FromSeconds(arxiv.Pause),
                SettledFrom = today,
                Limit = IdsAtOnce,
                Ids = ids.ToEquatableArray(),
            };
        }

        string FileOf(int n) => $"metadata/collected-{Routes.Iso(today)}{(n == 1 ? "" : "-" + Number(n))}.xml";
    }

    private IEnumerable<Wanted?> Days() => sources.DailyPapers is not { } source ? [] : Weekdays.Back(today, Earliest(since ?? source.Since)).Select(day => IfDue(day >= (since ?? source.Since), new()
    {
        Address = With(source.Url, ("date", Routes.Iso(day)), ("limit", Number(DailyPapersLimit))),
        File = DailyPapersFile(day),
        Source = DailyPapersName,
        Span = source.Span,
        Format = DumpFormat.DailyPapers,
        Pause = TimeSpan.FromSeconds(source.Pause),
        SettledFrom = day.AddDays(source.Revisit),
        Day = day,
        Limit = DailyPapersLimit,
    }));

    /// <summary>The file of a day of daily papers.</summary>
    public static string DailyPapersFile(DateOnly day) => $"dumps/{Routes.Iso(day)}.json";

    private IEnumerable<Wanted?> Windows(ArxivQuery query)
    {
        DateOnly first = since ?? query.Since;
        return query.IsDigest
            ? Weekdays.Back(today, Earliest(first)).Select(day => IfDue(day >= first, Window(query, Weekdays.Before(day).AddDays(1), day, $"dumps/{Routes.Iso(day)}-{query.Id}.xml") with { Day = day }))
            : Months(Earliest(first)).Select(month => IfDue(month.AddMonths(1) > first, Window(query, month, month.AddMonths(1).AddDays(-1), $"metadata/{query.Id}-{month.Year:D4}-{month.Month:D2}.xml")));
    }

    // What was submitted from one day to another: https://info.arxiv.org/help/api/user-manual.html#query_details
    private Wanted Window(ArxivQuery query, DateOnly first, DateOnly last, string file)
    {
        ArxivSource arxiv = sources.Arxiv!;
        string search = $"({query.Search}) AND submittedDate:[{Compact(first)}0000 TO {Compact(last)}2359]";
        return new()
        {
            Address = With(arxiv.Url, ("search_query", search), ("max_results", Number(query.MaxResults)), ("sortBy", "submittedDate"), ("sortOrder", "descending")),
            File = file,
            Source = "arxiv " + query.Id,
            Span = query.Span,
            Format = DumpFormat.Arxiv,
            Pause = TimeSpan.FromSeconds(arxiv.Pause),
            SettledFrom = last.AddDays(arxiv.Revisit),
            Limit = query.MaxResults,
        };
    }

    private IEnumerable<DateOnly> Months(DateOnly first)
    {
        for (var month = new DateOnly(today.Year, today.Month, 1); month.AddMonths(1) > first; month = month.AddMonths(-1))
        {
            yield return month;
        }
    }

    // What an earlier run began with is open, however old it is.
    private DateOnly Earliest(DateOnly first) => first > FirstDay && state.Asked.Values.Any(a => !a.IsSettled) ? FirstDay : first;

    // Null when it is settled, or before the first day and not open. A file without a line was settled long ago, or is an editor's own.
    private Wanted? IfDue(bool isIncluded, Wanted wanted)
    {
        AskedBefore? before = state.Asked.GetValueOrDefault(wanted.Address.AbsoluteUri);
        bool isThere = hasFile(wanted.File);
        bool isSettled = before is null ? !isIncluded || (isThere && today >= wanted.SettledFrom) : before.IsSettled && (isThere || since is null || !isIncluded);
        return isSettled ? null : wanted with { Validators = isThere ? before : null };
    }

    private static Uri With(Uri address, params ReadOnlySpan<(string Name, string Value)> query)
    {
        string text = address.GetLeftPart(UriPartial.Query);
        foreach ((string name, string value) in query)
        {
            text += $"{(text.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
        }

        return new(text);
    }

    private static string Compact(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
