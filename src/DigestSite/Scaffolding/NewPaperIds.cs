using DigestSite.Curation;
using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Scaffolding;

/// <summary>An arXiv id for papers.yml.</summary>
/// <param name="Comment">Why, in a few words: it stands beside the id.</param>
internal sealed record NewPaperId(Slug Slug, ArxivId Arxiv, string Comment)
{
    public string Key => $"arxiv: \"{Arxiv}\"";

    public string Remark => "# " + YamlWriting.Comment(Comment);

    public string KeyWithComment => $"{Key}  {Remark}";

    /// <summary>What an editor would write under <c>papers:</c>.</summary>
    public string Entry => $"{YamlWriting.Value(Slug.ToString())}: {{ {Key} }}";
}

/// <summary>papers.yml with ids added.</summary>
/// <param name="Before">What the file held; nothing where there was none.</param>
/// <param name="Changed">The numbers of the lines in <paramref name="Text"/> that are new or were added to.</param>
internal sealed record ExtendedPapers(string Before, SourceText Text, IReadOnlyList<int> Changed);

/// <summary>Adds arXiv ids to papers.yml, every byte that stands there kept: to the entry of a paper that has one, else in a new one at the end.</summary>
internal sealed class NewPaperIds(IReadOnlyList<NewPaperId> ids)
{
    private const string Beginning = "# yaml-language-server: $schema=../schemas/papers.schema.json\npapers:\n";

    /// <summary>The file's new text; null when it, or what would come out, is not right: why has then been reported.</summary>
    /// <param name="file">The file; an empty text where there is none.</param>
    public ExtendedPapers? AddTo(SourceText file, DiagnosticBag diagnostics)
    {
        SourceText begun = file.Text.Length == 0 ? new(file.Name, Beginning) : file;
        if (Read(begun, diagnostics) is not var (root, before))
        {
            return null;
        }

        var edits = new TextEdits(begun);
        bool isPlaced = new IdPlaces(edits, root as YamlMap).Place(ids);
        var text = new SourceText(file.Name, edits.Applied());
        if (isPlaced && Read(text, new DiagnosticBag()) is var (_, after) && IsExtended(before, after))
        {
            return new(file.Text, text, begun == file ? edits.ChangedLines(text) : [.. Enumerable.Range(1, text.LineCount - 1)]);
        }

        diagnostics.Add(Catalog.PapersNotExtensible.At(SourceSpan.File(file.Name), string.Join(", ", ids.Select(i => $"`{i.Entry}`"))));
        return null;
    }

    // The proof that the ids were added and nothing else changed, whatever form the file has.
    private bool IsExtended(PaperOverrides before, PaperOverrides after)
    {
        Dictionary<Slug, ArxivId> added = ids.ToDictionary(i => i.Slug, i => i.Arxiv);
        List<string> expected = [.. before.All.Select(o => Said(o, o.Key.Slug is { } slug && added.Remove(slug, out ArxivId? id) ? id : o.Given?.Value))];
        expected.AddRange(ids.Where(i => added.ContainsKey(i.Slug)).Select(i => Said(new() { Key = new(i.Slug.ToString(), i.Slug, null), Span = default }, i.Arxiv)));
        return after.All.Select(o => Said(o, o.Given?.Value)).SequenceEqual(expected, StringComparer.Ordinal);
    }

    // All that an entry says, but for the places where it says so.
    private static string Said(PaperOverride entry, ArxivId? given)
    {
        object?[] said =
        [
            entry.Key.Text, given, entry.Title?.Value, entry.Theme?.Value.Id, entry.IsPinned, entry.HiddenBecause, entry.Note?.Value.TrimEnd('\n'),
            "+", .. entry.TagsAdd.Select(t => t.Value.Id), "-", .. entry.TagsRemove.Select(t => t.Value.Id),
            "=", .. entry.Aliases.Select(a => a.Value.Text), "@", .. entry.Links.Select(l => $"{l.Title} {l.Url}"),
        ];
        return string.Join('\0', said);
    }

    private static (YamlNode Root, PaperOverrides Papers)? Read(SourceText file, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        PaperOverrides? papers = null;
        YamlNode? root = YamlReader.Read(YamlSource.Whole(file), found);
        bool isRead = root is not null && new PapersFile(null, null).Shape.TryRead(root, found, out papers) && !found.HasErrors;
        foreach (Diagnostic fault in found.InOrder().Where(d => d.Severity == Severity.Error))
        {
            diagnostics.Add(fault);
        }

        return isRead ? (root!, papers!) : null;
    }
}
