using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Scaffolding;

/// <summary>The beginning of an editor's note on one digest.</summary>
internal static class NewNote
{
    private const int ShownDates = 12;

    /// <summary>The file <c>notes/DATE.md</c> of the content folder; null when there is no such digest, which has then been reported.</summary>
    /// <param name="folder">The content folder, for messages.</param>
    public static NewFile? Of(Archive archive, DateOnly date, DiagnosticBag diagnostics, string folder = "content")
    {
        string path = $"notes/{Routes.Iso(date)}.md";
        if (archive.Digests.FirstOrDefault(d => d.Date == date) is { } digest)
        {
            return NewFile.OfText(path, Text(digest));
        }

        diagnostics.Add(Catalog.NoDigestOfDate.At(SourceSpan.File($"{folder}/{path}"), Routes.Iso(date), WayOut(archive)));
        return null;
    }

    private static string Text(Digest digest)
    {
        var text = new StringBuilder(
            $"""
            ---
            draft: true # remove this line when the note is ready
            # publish_after: {Routes.Iso(digest.Date)}
            picks:
            # The papers that readers should not miss, each in two lines such as
            #   - paper: {digest.Papers.Select(p => p.Slug.ToString()).FirstOrDefault("slug")}
            #     note: One sentence that says why.
            #
            # The papers of this digest:

            """);
        foreach (Paper paper in digest.Papers)
        {
            text.Append("# ").Append(paper.Slug).Append(": ").Append(YamlWriting.Comment(paper.Title)).Append('\n');
        }

        return text.Append("---\n\nWrite the introduction to this digest here, in Markdown.\n").ToString();
    }

    private static string WayOut(Archive archive) => archive.Digests.Count == 0
        ? "there is no digest yet: `digest import FILE` takes a captured listing in"
        : $"the digests are of {string.Join(", ", archive.Digests.Take(ShownDates).Select(d => Routes.Iso(d.Date)))}{(archive.Digests.Count > ShownDates ? " and earlier days" : "")}";
}
