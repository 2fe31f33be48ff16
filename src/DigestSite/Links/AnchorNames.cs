using System.Runtime.InteropServices;
using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>The names of the anchors on pages. Thousands of pages are of one template and have the same ones: those share a set.</summary>
internal sealed class AnchorNames
{
    // Lists have an anchor an entry, like no other page.
    private const int FewAnchors = 32;
    private const int MostSets = 1_000;

    private readonly Dictionary<string, HashSet<string>> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<char> _key = [];

    public AnchorNames() => _lookup = _sets.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names on one page. An id that it has twice is a finding.</summary>
    public IReadOnlySet<string> Of(int file, List<Anchor> anchors, List<Finding> findings)
    {
        if (anchors.Count > FewAnchors)
        {
            return Read(file, anchors, findings);
        }

        WriteKey(anchors);
        ReadOnlySpan<char> key = CollectionsMarshal.AsSpan(_key);
        if (!_lookup.TryGetValue(key, out HashSet<string>? names))
        {
            int before = findings.Count;
            names = Read(file, anchors, findings);
            if (findings.Count == before && _sets.Count < MostSets)
            {
                _sets.Add(key.ToString(), names);
            }
        }

        return names;
    }

    // No text of a page has a NUL.
    private void WriteKey(List<Anchor> anchors)
    {
        _key.Clear();
        foreach (Anchor anchor in anchors)
        {
            _key.Add(anchor.IsId ? '#' : 'a');
            _key.AddRange(anchor.Name.Span);
            _key.Add('\0');
        }
    }

    private static HashSet<string> Read(int file, List<Anchor> anchors, List<Finding> findings)
    {
        var names = new HashSet<string>(anchors.Count, StringComparer.Ordinal);
        var ids = new HashSet<string>(anchors.Count, StringComparer.Ordinal);
        foreach (Anchor anchor in anchors)
        {
            string name = anchor.Name.ToString();
            names.Add(name);
            if (anchor.IsId && !ids.Add(name))
            {
                findings.Add(new(new(Catalog.RepeatedId, Fix: "rename one of them"), new(file, "id", name, anchor.Range)));
            }
        }

        return names;
    }
}
