using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Collecting;

/// <summary>A source that brings nothing new for days is broken, or read wrongly: nobody would notice.</summary>
internal static class Staleness
{
    /// <summary>Reports each source whose last new paper is too long ago.</summary>
    /// <param name="fileOf">The bytes of a file below the content folder, as it will be; null where there is none.</param>
    /// <param name="kept">What is about to be written.</param>
    public static void Report(
        Sources sources, CompiledContent compiled, Func<string, byte[]?> fileOf, IReadOnlyList<Judged> kept, string content, DateOnly today, DiagnosticBag diagnostics)
    {
        if (sources.DailyPapers is { } daily)
        {
            Report(NewestOfDays(compiled), daily.Since, daily.StaleAfter, daily.Url, daily.Span);
        }

        foreach (ArxivQuery query in sources.Arxiv?.Queries ?? [])
        {
            if (query.StaleAfter is { } after)
            {
                Report(NewestOf(query, fileOf, kept, content), query.Since, after, sources.Arxiv!.Url, query.Span);
            }
        }

        void Report(DateOnly? newest, DateOnly since, int after, Uri url, SourceSpan span)
        {
            DateOnly last = newest ?? since.AddDays(-1);
            int weekdays = Weekdays.Between(last, today);
            if (weekdays >= after)
            {
                diagnostics.Add(Catalog.StaleSource.At(span, Routes.Iso(last), weekdays == 1 ? "1 weekday" : FormattableString.Invariant($"{weekdays} weekdays"), url));
            }
        }
    }

    // The last day that had a paper no day before it had: a source that repeats itself is stale too.
    private static DateOnly? NewestOfDays(CompiledContent compiled) => compiled.Papers
        .Select(p => p.Paper.Appearances.Where(a => a.Capture.Dump.Format == DumpFormat.DailyPapers).Min(a => (DateOnly?)a.Capture.Date))
        .Max();

    private static DateOnly? NewestOf(ArxivQuery query, Func<string, byte[]?> fileOf, IReadOnlyList<Judged> kept, string content)
    {
        string folder = query.IsDigest ? CapturedFiles.DumpsFolder : CapturedFiles.MetadataFolder;
        string? newest = kept.Select(j => j.Wanted.File)
            .Concat(NamesIn(Path.Combine(content, folder)).Select(n => $"{folder}/{n}"))
            .Where(f => query.IsDigest
                ? f.Length == $"dumps/2025-11-03-{query.Id}.xml".Length && f.EndsWith($"-{query.Id}.xml", StringComparison.Ordinal)
                : f.Length == $"metadata/{query.Id}-2025-11.xml".Length && f.StartsWith($"metadata/{query.Id}-", StringComparison.Ordinal))
            .Max(StringComparer.Ordinal);
        var unread = new DiagnosticBag();
        return newest is not null && fileOf(newest) is { } bytes && DumpFile.Decode(newest, bytes, unread) is { } source && DumpReader.Read(newest, source, unread) is { } dump
            ? dump.Listings.Max(l => l.Published?.Full)
            : null;
    }

    private static IEnumerable<string> NamesIn(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(p => Path.GetFileName(p)) : [];
}
