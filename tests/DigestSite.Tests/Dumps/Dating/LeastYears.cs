using DigestSite.Papers;

namespace DigestSite.Tests.Dumps.Dating;

/// <summary>The definition, without any cleverness: of all years for all dumps that satisfy every rule, the least of each.</summary>
internal static class LeastYears
{
    // Where a year is free it comes out at the start of the first range; what follows from that alone is still in it.
    private static readonly int[] Years = [.. Enumerable.Range(1904, 8), .. Enumerable.Range(2019, 10)];

    /// <summary>As <see cref="Dated.AllDates"/>, without the dumps that nothing dates.</summary>
    public static string Of(IReadOnlyList<Dump> dumps)
    {
        var least = new int?[dumps.Count];
        foreach (int[] years in Assignments(dumps).Where(years => Satisfies(dumps, years)))
        {
            for (int i = 0; i < years.Length; i++)
            {
                least[i] = Math.Min(least[i] ?? int.MaxValue, years[i]);
            }
        }

        return string.Join(", ", dumps.Select((dump, i) => (dump, year: least[i])).Where(d => d.year > 1911).Select(d => $"{d.dump.Name} {Routes.Iso(d.dump.Date!.Value.In(d.year!.Value)!.Value)}"));
    }

    private static IEnumerable<int[]> Assignments(IReadOnlyList<Dump> dumps)
    {
        IEnumerable<int[]> assignments = [[]];
        foreach (Dump dump in dumps)
        {
            int[] possible = [.. Years.Where(year => Satisfies([dump], [year]))];
            assignments = assignments.SelectMany(_ => possible, (years, year) => (int[])[.. years, year]);
        }

        return assignments;
    }

    private static bool Satisfies(IReadOnlyList<Dump> dumps, int[] years)
    {
        var published = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        for (int i = 0; i < dumps.Count; i++)
        {
            foreach (Listing listing in dumps[i].Listings.Where(l => l.Published is not null))
            {
                // One world, one date: where a paper has a year left out, it is that of its page.
                if (listing.Published!.Value.In(listing.Published.Value.Year ?? years[i]) is not { } date
                    || listing.Published.Value.Year == years[i]
                    || !published.TryAdd(Title(listing), date) && published[Title(listing)] != date)
                {
                    return false;
                }
            }
        }

        return dumps.Select((dump, i) => dump.Date!.Value.In(years[i]) is { } date && dump.Listings.All(l => NotBefore(l, published) <= date)).All(fits => fits);
    }

    private static DateOnly NotBefore(Listing listing, Dictionary<string, DateOnly> published)
    {
        DateOnly day = published.GetValueOrDefault(Title(listing));
        DateOnly month = listing.Title.Split(" [") is [_, var id] && ArxivId.TryParse(id.TrimEnd(']'), out ArxivId? arxiv) ? arxiv.Month : default;
        DateOnly later = day > month ? day : month;
        return later == default ? later : later.AddDays(-1);
    }

    private static string Title(Listing listing) => listing.Title.Split(" [")[0];
}
