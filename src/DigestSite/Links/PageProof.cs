using DigestSite.Diagnostics;

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
internal sealed class PageProof
{
    public int Links { get; set; }

    /// <summary>The ids and anchor names of the page; null for what is no page.</summary>
    public HashSet<string>? Anchors { get; set; }

    public List<Finding> Findings { get; } = [];

    public List<FragmentLink> Fragments { get; } = [];

    /// <summary>Links that leave the site.</summary>
    public List<Sighting> External { get; } = [];

    /// <summary>Keeps the names of a page's anchors; an id must not be among them twice.</summary>
    public void NameAnchors(int file, List<Anchor> anchors)
    {
        Anchors = new(anchors.Count, StringComparer.Ordinal);
        var ids = new HashSet<string>(anchors.Count, StringComparer.Ordinal);
        foreach (Anchor anchor in anchors)
        {
            string name = anchor.Name.ToString();
            Anchors.Add(name);
            if (anchor.IsId && !ids.Add(name))
            {
                Findings.Add(new(new(Catalog.RepeatedId, Fix: "rename one of them"), new(file, "id", name, anchor.Range)));
            }
        }
    }
}
