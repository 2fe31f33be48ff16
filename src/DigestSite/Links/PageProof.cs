namespace DigestSite.Links;

/// <summary>A URL at its place, copied out of the file so that it can be told later.</summary>
/// <param name="File">The index of the file among those checked.</param>
/// <param name="Place">The element and attribute: <c>&lt;a href&gt;</c>.</param>
internal readonly record struct Sighting(int File, string Place, string Url, TextRange Range)
{
    public static Sighting Of(int file, in Link link) => new(file, link.Place, link.Url.ToString(), link.Range);
}

/// <summary>Something wrong with one link or id.</summary>
internal readonly record struct Finding(Flaw Flaw, Sighting At);

/// <summary>A link to a place on another page, decided when all pages have been read.</summary>
internal readonly record struct FragmentLink(int Target, string Fragment, Sighting At);

/// <summary>What reading one file came to: all that is kept of it.</summary>
/// <param name="Links">How many there are.</param>
/// <param name="Anchors">The ids and anchor names of the page; null for what is no page.</param>
/// <param name="External">Links that leave the site.</param>
internal sealed record PageProof(int Links, IReadOnlySet<string>? Anchors, Finding[] Findings, FragmentLink[] Fragments, Sighting[] External);
