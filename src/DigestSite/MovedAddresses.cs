using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite;

/// <summary>Which addresses lead elsewhere, by the ledger and by the editors' aliases.</summary>
internal static class MovedAddresses
{
    /// <summary>Where the pages and API files of papers lead that an editor called other names of others.</summary>
    public static IReadOnlyDictionary<SitePath, SitePath> Merged(Archive archive) =>
        archive.Moved
            .SelectMany(m => (KeyValuePair<SitePath, SitePath>[])[new(Routes.Paper(m.From), Routes.Paper(m.To)), new(Routes.ApiPaper(m.From), Routes.ApiPaper(m.To))])
            .ToDictionary();

    /// <summary>Every address to lead on: what leads to a merged paper leads to what took it in, and an API file goes where its paper's page goes.</summary>
    public static IReadOnlyList<RecordedUrl> Of(Archive archive, Ledger ledger)
    {
        IReadOnlyDictionary<SitePath, SitePath> merged = Merged(archive);
        var moved = ledger.Urls.Values
            .Where(u => u.Target is not null)
            .ToDictionary(u => u.Path, u => merged.TryGetValue(u.Target!.Value, out SitePath on) ? u with { Target = on } : u);
        foreach (MovedPaper paper in archive.Moved)
        {
            moved.TryAdd(Routes.Paper(paper.From), new(Routes.Paper(paper.From), UrlState.Redirect, Routes.Paper(paper.To), paper.Span));
        }

        foreach (RecordedUrl page in moved.Values.ToArray())
        {
            if (Routes.ApiOfPaper(page.Path) is { } file && Routes.ApiOfPaper(page.Target!.Value) is { } target && !ledger.Urls.ContainsKey(file))
            {
                moved[file] = new(file, UrlState.Redirect, target, page.Span);
            }
        }

        return [.. moved.Values.OrderBy(u => u.Path)];
    }
}
