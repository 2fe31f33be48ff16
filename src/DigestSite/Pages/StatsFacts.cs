using System.Globalization;
using DigestSite.Papers;
using DigestSite.Pictures;

namespace DigestSite.Pages;

/// <summary>The archive in numbers, each with its words. What is not known of any paper is not mentioned.</summary>
internal static class StatsFacts
{
    private const int Named = 3;

    public static FactPart[] Of(Archive archive, SiteFrame frame)
    {
        EquatableArray<Paper> papers = archive.Papers;
        return papers.Count == 0 ? [] :
        [
            new("Papers", Words.Number(papers.Count), null),
            .. Digests(archive, frame),
            .. Publication(papers),
            .. Known("Came back", papers, p => Tally.DigestsOf(p) > 1, "are in more than one digest"),
            .. Themes(archive, frame),
            .. Organizations(papers),
            .. Authors(papers),
            .. Known("Code", papers, p => p.Code is not null, "name a repository"),
            .. Known("arXiv", papers, p => p.Arxiv is not null, "have a known arXiv id"),
            .. papers.All(p => p.Abstract is not null) ? [] : Known("Abstracts", papers, p => p.Abstract is not null, "have one"),
        ];
    }

    private static IEnumerable<FactPart> Digests(Archive archive, SiteFrame frame)
    {
        Digest newest = archive.Digests[0];
        Digest oldest = archive.Digests[^1];
        string dates = newest == oldest ? $"1, of {Words.Day(newest.Date)}" : $"{Words.Number(archive.Digests.Count)}, from {Words.Day(oldest.Date)} to {Words.Day(newest.Date)}";
        yield return new("Digests", dates, frame.Href(Routes.Digests));
        if (newest != oldest)
        {
            Digest largest = archive.Digests.MaxBy(d => d.Papers.Count)!;
            yield return new("Largest digest", $"{Words.Day(largest.Date)}, {Words.Count(largest.Papers.Count, "paper")}", frame.Href(Routes.Digest(largest.Date)));
            yield return new("New in the latest", $"{Words.Number(Tally.New(newest))} of {Words.Count(newest.Papers.Count, "paper")}", frame.Href(Routes.Digest(newest.Date)));
        }
    }

    private static IEnumerable<FactPart> Publication(EquatableArray<Paper> papers)
    {
        DateOnly[] dates = [.. papers.Select(p => p.Published).OfType<DateOnly>().Order()];
        if (dates.Length > 0 && Tally.MedianDaysToListing(papers) is { } days)
        {
            yield return new("Published", $"{Words.Day(dates[0])} to {Words.Day(dates[^1])}", null);
            yield return new("Until listed", $"{Words.Count(days, "day")} after publication, in the median", null);
        }
    }

    private static IEnumerable<FactPart> Themes(Archive archive, SiteFrame frame)
    {
        Dictionary<Theme, int> counts = archive.Papers.CountBy(p => p.Theme).ToDictionary();
        string[] largest = [.. counts.Where(t => t.Key.Id != Theme.OtherId).OrderByDescending(t => t.Value).ThenBy(t => t.Key.Order).Take(Named).Select(t => WithCount(t.Key.Title, t.Value))];
        if (largest.Length > 0)
        {
            yield return new("Largest themes", Words.List(largest), frame.Href(Routes.Themes));
        }

        int other = counts.Where(t => t.Key.Id == Theme.OtherId).Sum(t => t.Value);
        if (other > 0 && largest.Length > 0)
        {
            yield return new("Without a theme", Part(other, archive.Papers.Count), frame.Href(Routes.Theme(Theme.OtherId)));
        }
    }

    private static IEnumerable<FactPart> Organizations(EquatableArray<Paper> papers)
    {
        var counts = papers.Where(p => p.Organization is not null).CountBy(p => p.Organization!.Name, StringComparer.Ordinal)
            .OrderByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).ToArray();
        if (counts.Length == 0)
        {
            return [];
        }

        string[] largest = [.. counts.Where(o => o.Value > 1).Take(Named).Select(o => WithCount(o.Key, o.Value))];
        return [new("Organizations", $"{Words.Number(counts.Length)}, named by {Words.Count(counts.Sum(o => o.Value), "paper")}{(largest.Length > 0 ? ", most often " + Words.List(largest) : "")}", null)];
    }

    private static IEnumerable<FactPart> Authors(EquatableArray<Paper> papers)
    {
        int[] counts = [.. papers.Select(p => p.AuthorCount).OfType<int>().Order()];
        return counts.Length == 0 ? [] : [new("Authors", $"half of the papers have {Words.Number(counts[(counts.Length - 1) / 2])} or fewer, one has {Words.Number(counts[^1])}", null)];
    }

    private static IEnumerable<FactPart> Known(string name, EquatableArray<Paper> papers, Func<Paper, bool> isSo, string words)
    {
        int count = papers.Count(isSo);
        return count == 0 ? [] : [new(name, $"{Part(count, papers.Count)} {words}", null)];
    }

    private static string Part(int count, int all) => $"{Words.Number(count)} ({Words.Share(count, all)})";

    private static string WithCount(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"{name} ({count:N0})");
}
