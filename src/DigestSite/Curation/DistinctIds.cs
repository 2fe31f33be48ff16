using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>Ids name one thing each.</summary>
internal static class DistinctIds
{
    /// <summary>Reports each id that an earlier one has taken.</summary>
    /// <param name="ids">In the order of the file.</param>
    /// <param name="kind">What the ids name: <c>theme</c>.</param>
    public static void Check(IEnumerable<Located<string>> ids, string kind, DiagnosticBag diagnostics)
    {
        var seen = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (Located<string> id in ids)
        {
            if (!seen.TryAdd(id.Value, id.Span))
            {
                diagnostics.Add(Catalog.DuplicateId.At(id.Span, kind, id.Value, seen[id.Value].Line));
            }
        }
    }
}
