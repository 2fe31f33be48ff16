using DigestSite.Curation;
using DigestSite.Papers;

namespace DigestSite.Explaining;

/// <summary>Which listing, or which line of papers.yml, each field of a paper comes from.</summary>
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

        Append("abstract", l => l.Abstract);
        Append("authors", l => l.AuthorCount);
        Append("organization", l => l.Organization);
        Append("comments", l => l.Comments);
        Append("upvotes", l => l.Upvotes);
        AppendDate(account, paper);

        void Append(string field, Func<Listing, object?> of)
        {
            if (paper.Appearances.FirstOrDefault(a => of(a.Listing) is not null) is { } place)
            {
                account.Line($"  {field,-12}  {Newest(paper, place)}");
            }
        }
    }

    private static void AppendDate(Account account, Paper paper)
    {
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

    private static string Newest(Paper paper, Appearance place) =>
        $"{(paper.Appearances.Count == 1 ? "the only listing" : place == paper.Appearances[0] ? "the newest listing" : "the newest listing that has one")}  [{Account.Place(place)}]";
}
