using System.Globalization;
using DigestSite.Curation;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Explaining;

/// <summary>Where a capture's date comes from and what the capture brought.</summary>
internal static class DumpExplanation
{
    /// <summary>The chain of evidence for a capture's date; null when no dump has this name.</summary>
    /// <param name="name">The file name or a part of it that fits one dump.</param>
    public static string? Of(CompiledContent compiled, string name)
    {
        string? found = Names.One(All(compiled), n => n, Path.GetFileName(name));
        if (found is null)
        {
            return null;
        }

        var account = new Account();
        DumpSettings? settings = compiled.Content.Dumps.FirstOrDefault(d => d.Name == found);
        if (compiled.Dumps.FirstOrDefault(d => d.Name == found) is { } dump)
        {
            AppendDate(account, compiled, dump);
        }
        else
        {
            account.Line($"{found}: {(settings is { Skip: true } ? $"skipped, so it is not read: dumps.yml says `skip: true`  [{Account.Place(settings.Span)}]" : "it cannot be read")}");
        }

        if (compiled.Ledger.Dumps.TryGetValue(found, out RecordedDump? recorded))
        {
            string late = recorded.IsLate ? "; it came after much newer ones, so feeds leave it out" : "";
            account.Line($"  - the ledger pins {Routes.Iso(recorded.Date)}{late}  [{Account.Place(recorded.Span)}]");
        }

        AppendSettings(account, settings);
        AppendPapers(account, compiled, found);
        return account.ToString();
    }

    /// <summary>The chain of evidence alone.</summary>
    public static string OfDate(CompiledContent compiled, Dump dump)
    {
        var account = new Account();
        AppendDate(account, compiled, dump);
        return account.ToString();
    }

    /// <summary>The names of all dumps that something is known of, skipped ones too.</summary>
    public static IReadOnlyList<string> All(CompiledContent compiled) =>
    [
        .. compiled.Dumps.Select(d => d.Name)
            .Concat(compiled.Content.Dumps.Where(d => d.Skip).Select(d => d.Name))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static void AppendDate(Account account, CompiledContent compiled, Dump dump)
    {
        Capture? capture = compiled.Captures.FirstOrDefault(c => c.Name == dump.Name);
        string dated = dump.Date is null ? "without a date of its own" : string.Create(CultureInfo.InvariantCulture, $"dated `{dump.Date}` on line {dump.DateLine}");
        account.Line($"{dump.Source.Name}: {Form(dump.Format)}, {Account.Count(dump.Listings.Count, "listing")}, {dated}");
        account.Plain(capture is null
            ? "No date: see the diagnostics."
            : $"Captured {Routes.Iso(capture.Date)}{(capture.IsInferred ? " (the year is inferred: the earliest that fits all evidence)" : "")}");
        foreach (DateEvidence evidence in capture?.Evidence ?? [])
        {
            account.Line($"  - {evidence.Reason}  [{Account.Place(evidence.Span)}]");
        }
    }

    private static string Form(DumpFormat format) => format switch
    {
        DumpFormat.DailyPapers => "an answer of the daily-papers API",
        DumpFormat.WebPage => "a saved web page",
        DumpFormat.Markdown => "a listing page as Markdown",
        DumpFormat.Arxiv => "an arXiv answer",
        _ => "the text of a listing page",
    };

    private static void AppendSettings(Account account, DumpSettings? settings)
    {
        if (settings is null)
        {
            return;
        }

        account.Line($"dumps.yml  [{Account.Place(settings.Span)}]");
        foreach ((string key, string? value, string place) in ((string, string?, string)[])[
            ("date", settings.Date is { } day ? Routes.Iso(day.Value) : null, settings.Date is { } whole ? $"  [{Account.Place(whole.Span)}]" : ""),
            ("year", settings.Year is { } year ? Routes.Iso(new DateOnly(year.Value, 1, 1))[..4] : null, settings.Year is { } given ? $"  [{Account.Place(given.Span)}]" : ""),
            ("title", settings.Title, ""),
            ("query", settings.Query, ""),
            ("url", settings.Url?.AbsoluteUri, ""),
            ("skip", settings.Skip ? "true" : null, "")])
        {
            if (value is not null)
            {
                account.Line($"  - {key}: {value}{place}");
            }
        }
    }

    private static void AppendPapers(Account account, CompiledContent compiled, string name)
    {
        Paper[] listed = [.. compiled.Papers.Select(p => p.Paper).Where(p => p.Appearances.Any(a => a.Capture.Name == name))];
        if (listed.Length == 0)
        {
            return;
        }

        int brought = listed.Count(p => p.Appearances[^1].Capture.Name == name);
        int hidden = compiled.Site.Archive.Hidden.Count(h => listed.Contains(h.Paper));
        account.Line($"Papers     {listed.Length}: {brought} first listed here, {listed.Length - brought} seen before{(hidden > 0 ? $", {hidden} hidden" : "")}");
        Capture capture = listed[0].Appearances.First(a => a.Capture.Name == name).Capture;
        account.Line($"Digest     /{Routes.Digest(capture.Date)}");
    }
}
