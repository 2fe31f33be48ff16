namespace DigestSite.Links;

/// <summary>A link that leaves the site, for whoever asks the network about it.</summary>
/// <param name="Url">As written, white space around it gone.</param>
/// <param name="Page">The first file that has it, by path.</param>
/// <param name="Place">The element and attribute there: <c>&lt;a href&gt;</c>.</param>
/// <param name="Range">Where it stands in that file's text.</param>
/// <param name="Pages">How many files have it.</param>
internal sealed record ExternalLink(string Url, OutputFile Page, string Place, TextRange Range, int Pages);

/// <summary>What the proof went through.</summary>
/// <param name="Links">How many links were found, in files of every kind.</param>
/// <param name="Pages">How many HTML pages were read.</param>
/// <param name="Outward">Makes <see cref="External"/>, which a plain build does not ask for.</param>
/// <param name="Unlinked">The files that no other file links to.</param>
internal sealed record LinkReport(int Links, int Pages, Lazy<IReadOnlyList<ExternalLink>> Outward, IReadOnlyList<OutputFile> Unlinked)
{
    /// <summary>Each URL that leaves the site, once, in ordinal order.</summary>
    public IReadOnlyList<ExternalLink> External => Outward.Value;

    /// <summary>Each place that has one of <see cref="External"/>.</summary>
    public IEnumerable<Sighting> Sightings { get; init; } = [];
}
