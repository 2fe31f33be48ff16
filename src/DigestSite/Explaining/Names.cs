using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Explaining;

/// <summary>Finds what an editor names loosely.</summary>
internal static class Names
{
    /// <summary>
    /// The paper of this slug, arXiv id (with or without version), title, former slug or other name of the ledger or papers.yml, or of
    /// a part of slug or title that fits no other; null when none is meant. Papers taken down are found too.
    /// </summary>
    public static CuratedPaper? Paper(CompiledContent compiled, string name)
    {
        IReadOnlyList<CuratedPaper> papers = compiled.Papers;
        CuratedPaper? OfSlug(Slug slug) => papers.FirstOrDefault(p => p.Paper.Slug == slug);
        ArxivId? id = ArxivId.TryParse(name, out ArxivId? parsed) ? parsed : null;
        Slug? slug = Slug.TryParse(name, out Slug parsedSlug) ? parsedSlug : null;
        return (slug is { } s ? OfSlug(s) ?? (compiled.Site.Archive.Moved.FirstOrDefault(m => m.From == s) is { } moved ? OfSlug(moved.To) : null) : null)
            ?? (id is null ? null : papers.FirstOrDefault(p => p.Paper.Arxiv == id))
            ?? (Recorded(compiled.Ledger, name, id) is { } recorded ? OfSlug(recorded.Slug) : null)
            ?? papers.FirstOrDefault(p => p.Edited?.Aliases.Any(a => a.Value.Text == name || (id is not null && a.Value.Arxiv == id)) == true)
            ?? One(papers, p => p.Paper.Slug.ToString(), name)
            ?? One(papers, p => p.Paper.Title, name);
    }

    /// <summary>The thing of this name, or the only one whose name has it as a part.</summary>
    public static T? One<T>(IEnumerable<T> things, Func<T, string> nameOf, string name)
        where T : class
    {
        T[] fitting = name.Length == 0 ? [] : [.. things.Where(t => nameOf(t).Contains(name, StringComparison.OrdinalIgnoreCase))];
        return fitting.FirstOrDefault(t => nameOf(t) == name) ?? (fitting.Length == 1 ? fitting[0] : null);
    }

    /// <summary>What was probably meant by a name that fits none of these, or several.</summary>
    public static string Nearest(IEnumerable<string> names, string name)
    {
        string[] all = [.. names];
        string[] containing = [.. all.Where(n => n.Contains(name, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(10)];
        return containing.Length > 1 ? $"it could be: {string.Join(", ", containing)}" : Spelling.DidYouMean(name, all);
    }

    private static RecordedPaper? Recorded(Ledger ledger, string name, ArxivId? id) =>
        ledger.Find(id is null ? Identity.OfTitle(TextFolding.FoldTitle(name)) : Identity.Of(id))
        ?? (Identity.TryParse(name, out Identity identity) ? ledger.Find(identity) : null);
}
