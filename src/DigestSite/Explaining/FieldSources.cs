using System.Globalization;
using DigestSite.Curation;
using DigestSite.Papers;

namespace DigestSite.Explaining;

/// <summary>Which listing, metadata file, or line of papers.yml each field of a paper comes from.</summary>
internal static class FieldSources
{
    /// <summary>Adds one line for each field that the paper has.</summary>
    public static void Append(Account account, CuratedPaper curated)
    {
        Paper paper = curated.Paper;
        account.Plain("Fields");
        if (curated.Edited?.Title is { } title)
        {
            account.Line($"  title         papers.yml, in place of `{paper.Appearances[0].Listing.Title}`  [{Account.Place(title.Span)}]");
        }
        else
        {
            account.Line($"  title         {Newest(paper, paper.Appearances[0])}");
        }

        if (paper.AbstractChoice is { } choice)
        {
            account.Line($"  abstract      {choice.Reason}  [{Place(choice.Dump, choice.Listing)}]");
        }

        AppendAuthors(account, paper);
        Append("organization", l => l.Organization);
        Append("comments", l => l.Comments);
        Append("upvotes", l => l.Upvotes);
        AppendLasting("code", paper.Code?.Url.AbsoluteUri, l => l.Code?.Url == paper.Code?.Url);
        AppendLasting("project page", paper.ProjectPage?.AbsoluteUri, l => l.ProjectPage == paper.ProjectPage);
        AppendLasting("keywords", paper.Keywords.Count > 0 ? string.Join(", ", paper.Keywords) : null, l => l.Keywords == paper.Keywords);
        AppendLasting("arXiv details", Details(paper.Details), l => l.Details == paper.Details);
        AppendDate(account, paper);

        void Append(string field, Func<Listing, object?> of)
        {
            if (paper.Appearances.FirstOrDefault(a => of(a.Listing) is not null) is { } place)
            {
                account.Line($"  {field,-12}  {Newest(paper, place)}");
            }
        }

        void AppendLasting(string field, string? value, Func<Listing, bool> holds)
        {
            if (value is not null && Sources(paper).FirstOrDefault(s => holds(s.Listing)) is { Dump: not null } source)
            {
                account.Line($"  {field,-12}  {value}  [{Place(source.Dump, source.Listing)}]");
            }
        }
    }

    private static IEnumerable<(Dump Dump, Listing Listing)> Sources(Paper paper) =>
        paper.Appearances.Select(a => (a.Capture.Dump, a.Listing)).Concat(paper.Metadata.Select(m => (m.Dump, m.Listing)));

    private static void AppendAuthors(Account account, Paper paper)
    {
        (Dump Dump, Listing Listing)[] sources = [.. Sources(paper).Where(s => s.Listing.AuthorCount is not null)];
        if (sources.Length == 0)
        {
            return;
        }

        bool isNamed = paper.Authors.Count > 0;
        (Dump dump, Listing listing) = isNamed ? Array.Find(sources, s => s.Listing.Authors == paper.Authors) : sources[0];
        string why = !isNamed ? "only their number is known"
            : sources.Length == 1 ? "the only source"
            : Array.Exists(sources, s => s.Listing.Authors.Count == 0) ? "a list of names beats a count"
            : "the longest list";
        account.Line($"  authors       {Account.Count(paper.AuthorCount ?? paper.Authors.Count, "author")}: {why}  [{Place(dump, listing)}]");
    }

    private static string? Details(ArxivDetails? details) => details is null ? null : string.Join("; ", ((string?[])
    [
        details.Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"version {version}") : null,
        details.Categories.Count > 0 ? string.Join(", ", details.Categories) : null,
        details.Comment,
        details.JournalReference,
        details.Doi,
    ]).OfType<string>());

    private static void AppendDate(Account account, Paper paper)
    {
        if (paper.Metadata.FirstOrDefault(m => m.Listing.Published?.Full is not null) is { } known)
        {
            account.Line($"  published     {known.Listing.Published}: as the metadata say  [{Place(known.Dump, known.Listing)}]");
            return;
        }

        Appearance[] dated = [.. paper.Appearances.Where(a => a.Listing.Published is not null)];
        if (dated.Length == 0)
        {
            return;
        }

        Appearance? full = dated.FirstOrDefault(a => a.Listing.Published?.Full is not null);
        string why = full is null ? "printed without its year, which is the capture's or the one before"
            : dated.Any(a => a.Listing.Published?.Full is null) ? "a full date beats one without its year"
            : "printed in full";
        account.Line($"  published     {(full ?? dated[0]).Listing.Published}: {why}  [{Account.Place(full ?? dated[0])}]");
    }

    private static string Place(Dump dump, Listing listing) =>
        string.Create(CultureInfo.InvariantCulture, $"{dump.Source.Name}:{listing.TitleLine}");

    private static string Newest(Paper paper, Appearance place) =>
        $"{(paper.Appearances.Count == 1 ? "the only listing" : place == paper.Appearances[0] ? "the newest listing" : "the newest listing that has one")}  [{Account.Place(place)}]";
}
