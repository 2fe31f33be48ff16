using DigestSite.Curation;
using DigestSite.Diagnostics;

namespace DigestSite.Explaining;

/// <summary>What papers.yml says of a paper, with the place of each word.</summary>
internal static class OverrideLines
{
    public static void Append(Account account, PaperOverride? edited)
    {
        if (edited is null)
        {
            return;
        }

        account.Line($"papers.yml  under `{edited.Key}`  [{Account.Place(edited.Span)}]");
        foreach ((string said, SourceSpan? span) in Said(edited))
        {
            account.Line($"  - {said}{(span is { } place ? $"  [{Account.Place(place)}]" : "")}");
        }
    }

    // What has no place of its own stands somewhere in the entry.
    private static IEnumerable<(string Said, SourceSpan? Span)> Said(PaperOverride edited) =>
    [
        .. edited.Given is { } arxiv ? [($"arxiv: {arxiv.Value}", arxiv.Span)] : None,
        .. edited.Title is { } title ? [($"title: {title.Value}", title.Span)] : None,
        .. edited.Theme is { } theme ? [($"theme: {theme.Value.Id}", theme.Span)] : None,
        .. edited.TagsAdd.Select(t => ($"adds the tag {t.Value.Id}", (SourceSpan?)t.Span)),
        .. edited.TagsRemove.Select(t => ($"removes the tag {t.Value.Id}", (SourceSpan?)t.Span)),
        .. edited.Note is { } note ? [($"note: {FirstLine(note.Value)}", note.Span)] : None,
        .. edited.IsPinned ? [("pinned: first in the lists that show it", null)] : None,
        .. edited.HiddenBecause is { } reason ? [($"hidden: {reason}", null)] : None,
        .. edited.Aliases.Select(a => ($"alias: {a.Value}", (SourceSpan?)a.Span)),
        .. edited.Links.Select(l => ($"link: {l.Title}, {l.Url.AbsoluteUri}", (SourceSpan?)null)),
    ];

    private static (string Said, SourceSpan? Span)[] None => [];

    private static string FirstLine(string text)
    {
        string[] lines = text.Trim().Split('\n');
        return lines.Length == 1 ? lines[0] : lines[0] + " …";
    }
}
