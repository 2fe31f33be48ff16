using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>What a paper's page says of it besides its abstract.</summary>
internal static class PaperFacts
{
    // Sources call five to ten words keywords; more is a fault of theirs.
    private const int MaxKeywords = 20;

    public static FactPart[] Of(Paper paper)
    {
        (string Name, string? Value, string? Href)[] facts =
        [
            ("arXiv categories", paper.Details is { Categories.Count: > 0 } listed ? string.Join(", ", listed.Categories) : null, null),
            ("Keywords", paper.Keywords.Count > 0 ? string.Join(", ", paper.Keywords.Take(MaxKeywords)) : null, null),
            ("Authors’ comment", paper.Details?.Comment, null),
            ("Published in", paper.Details?.JournalReference, null),
            ("DOI", paper.Details?.Doi, DoiHref(paper.Details?.Doi)),
        ];
        return [.. facts.Where(f => f.Value is not null).Select(f => new FactPart(f.Name, f.Value!, f.Href))];
    }

    // ISO 26324: the suffix of a DOI may hold any printable character; https://www.doi.org/doi-handbook/HTML/encoding-rules-for-urls.html
    private static string? DoiHref(string? doi) =>
        doi?.StartsWith("10.", StringComparison.Ordinal) == true && doi.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            ? $"https://doi.org/{Uri.EscapeDataString(TextFolding.WellFormed(doi[..slash]))}/{Uri.EscapeDataString(TextFolding.WellFormed(doi[(slash + 1)..]))}"
            : null;
}
