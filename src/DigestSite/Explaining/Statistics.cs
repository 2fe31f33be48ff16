using System.Globalization;
using DigestSite.Curation;
using DigestSite.Curation.Suggesting;
using DigestSite.Papers;
using DigestSite.Pictures;

namespace DigestSite.Explaining;

/// <summary>The archive in numbers: what <c>digest stats</c> prints.</summary>
internal static class Statistics
{
    public static string Of(CompiledContent compiled)
    {
        CuratedPaper[] papers = [.. compiled.Papers.Where(p => p.Edited?.HiddenBecause is null)];
        var account = new Account();
        account.Line($"{Account.Count(papers.Length, "paper")}, {Account.Count(compiled.Site.Archive.Digests.Count, "digest")}, as of {Routes.Iso(compiled.Site.Archive.AsOf)}");
        account.Plain("");
        AppendThemes(account, compiled, papers);
        AppendTags(account, compiled, papers);
        AppendDigests(account, compiled);
        AppendMonths(account, papers);
        AppendGaps(account, compiled, papers);
        return account.ToString();
    }

    private static void AppendThemes(Account account, CompiledContent compiled, CuratedPaper[] papers)
    {
        account.Plain("Themes");
        account.Table(
            [
                ["theme", "papers", "share", "by papers.yml", "narrow", "median margin", "fewest points"],
                .. compiled.Site.Archive.Themes.Select(t => Row(t, [.. papers.Where(p => p.Paper.Theme == t)], papers.Length)),
            ],
            left: 1);
    }

    private static string[] Row(Theme theme, CuratedPaper[] own, int all)
    {
        Margin[] margins = [.. own.Where(p => !p.Paper.IsThemeGiven).Select(p => Margin.Of(p.Phrases)).Where(m => m.Best is not null)];
        int[] points = [.. margins.Select(m => m.Points).Order()];
        return
        [
            theme.Id,
            Number(own.Length),
            all == 0 ? "" : (100.0 * own.Length / all).ToString("F1", CultureInfo.InvariantCulture) + " %",
            Number(own.Count(p => p.Paper.IsThemeGiven)),
            Number(margins.Count(m => m.IsNarrow)),
            points.Length == 0 ? "-" : Number(points[(points.Length - 1) / 2]),
            margins.Length == 0 ? "-" : Number(margins.Min(m => m.Best!.Score)),
        ];
    }

    private static void AppendTags(Account account, CompiledContent compiled, CuratedPaper[] papers)
    {
        if (compiled.Site.Archive.Tags.Count == 0)
        {
            return;
        }

        var counts = papers.SelectMany(p => p.Paper.Tags).CountBy(t => t.Id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        account.Plain("");
        account.Line($"Tags ({Account.Count(papers.Count(p => p.Paper.Tags.Count == 0), "paper")} without)");
        account.Table([["tag", "papers"], .. compiled.Site.Archive.Tags.Select(t => (string[])[t.Id, Number(counts.GetValueOrDefault(t.Id))])], left: 1);
    }

    private static void AppendDigests(Account account, CompiledContent compiled)
    {
        account.Plain("");
        account.Plain("Digests");
        account.Table(
            [
                ["digest", "papers", "new", "seen before"],
                .. compiled.Site.Archive.Digests.Select(d => (d.Date, All: d.Papers.Count, New: Tally.New(d)))
                    .Select(d => (string[])[Routes.Iso(d.Date), Number(d.All), Number(d.New), Number(d.All - d.New)]),
            ],
            left: 1);
    }

    private static void AppendMonths(Account account, CuratedPaper[] papers)
    {
        IReadOnlyList<(DateOnly Month, int Papers)> months = Tally.ByMonth(papers.Select(p => p.Paper));
        if (months.Count > 0)
        {
            account.Plain("");
            account.Plain("Published");
            account.Table([["month", "papers"], .. months.Reverse().Select(m => (string[])[Routes.Iso(m.Month)[..7], Number(m.Papers)])], left: 1);
        }
    }

    private static void AppendGaps(Account account, CompiledContent compiled, CuratedPaper[] papers)
    {
        account.Plain("");
        account.Plain("Papers");
        account.Table(
            [
                ["", "papers"],
                ["without date", Number(papers.Count(p => p.Paper.Published is null))],
                ["without abstract", Number(papers.Count(p => p.Paper.Abstract is null))],
                ["without arXiv id", Number(papers.Count(p => p.Paper.Arxiv is null))],
                ["taken down", Number(compiled.Site.Archive.Hidden.Count)],
                .. Tally.Recurrence(papers.Select(p => p.Paper)).Select(n => (string[])[$"in {Account.Count(n.Digests, "digest")}", Number(n.Papers)]),
            ],
            left: 1);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
