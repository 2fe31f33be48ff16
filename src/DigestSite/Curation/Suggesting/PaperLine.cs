using System.Globalization;

namespace DigestSite.Curation.Suggesting;

/// <summary>A line for papers.yml.</summary>
/// <param name="Text">Ready to paste.</param>
/// <param name="Where">The place, in words after "add".</param>
internal sealed record PaperLine(string Text, string Where)
{
    /// <summary>Says something of a paper: in its entry, or in one of its own.</summary>
    public static PaperLine Of(CuratedPaper curated, string said) =>
        curated.Edited is { } edited
            ? new(said, string.Create(CultureInfo.InvariantCulture, $"to the entry of `{edited.Key}` (line {edited.Span.Line})"))
            : new($"{curated.Paper.Slug}: {{ {said} }}", "under `papers:`");
}
