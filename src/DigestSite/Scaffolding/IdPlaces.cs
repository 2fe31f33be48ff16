using DigestSite.Curation.Yaml;

namespace DigestSite.Scaffolding;

/// <summary>Finds where in papers.yml the key <c>arxiv:</c> of each paper goes.</summary>
/// <param name="root">The file's own mapping; null where it says nothing yet.</param>
internal sealed class IdPlaces(TextEdits edits, YamlMap? root)
{
    private const string PapersKey = "papers";
    private const int Step = 2;

    /// <summary>Whether there is a place for each.</summary>
    public bool Place(IReadOnlyList<NewPaperId> ids)
    {
        YamlNode? papers = root?.Entries.Where(e => e.Key.Value == PapersKey).Select(e => e.Value).FirstOrDefault();
        Dictionary<string, NewPaperId> left = ids.ToDictionary(i => i.Slug.ToString(), StringComparer.Ordinal);
        foreach (YamlEntry entry in (papers as YamlMap)?.Entries ?? [])
        {
            if (left.Remove(entry.Key.Value, out NewPaperId? id))
            {
                AddTo(entry, id);
            }
        }

        return left.Count == 0 || Append([.. ids.Where(i => left.ContainsKey(i.Slug.ToString()))], papers);
    }

    private void AddTo(YamlEntry entry, NewPaperId id)
    {
        (int line, int indent) = (entry.Key.Span.Line, entry.Key.Span.Column - 1);
        if (entry.Value is not YamlMap map || !IsFlow(map))
        {
            int inner = entry.Value is YamlMap { Entries: [var first, ..] } ? first.Key.Span.Column - 1 : indent + Step;
            edits.InsertBelow(line, Spaces(inner) + id.KeyWithComment);
            return;
        }

        AddToFlow(map, id.Key);
        if (edits.Source.Line(line)[..indent].IsWhiteSpace())
        {
            edits.InsertAbove(line, Spaces(indent) + id.Remark);
        }
    }

    private void AddToFlow(YamlMap map, string key)
    {
        int inside = OffsetOf(map) + 1;
        ReadOnlySpan<char> rest = edits.Source.Text.AsSpan(inside);
        int spaces = rest.IndexOfAnyExcept(' ');
        if (map.Entries.Count == 0)
        {
            edits.Insert(inside, rest[0] == '}' ? $" {key} " : $" {key}");
        }
        else if (rest[spaces] is '\r' or '\n' or '#')
        {
            edits.Insert(inside, $" {key},");
        }
        else
        {
            edits.Insert(inside + spaces, $"{key}, ");
        }
    }

    private bool Append(NewPaperId[] ids, YamlNode? papers)
    {
        int indent = Step;
        switch (papers)
        {
            case null when root is not null:
                return false;
            case null:
                edits.InsertAtEnd(PapersKey + ":");
                break;
            case YamlMap { Entries: [] } nothing when edits.Source.Text.AsSpan(OffsetOf(nothing)) is ['{', '}', ..]:
                edits.Remove(OffsetOf(nothing), 2);
                break;
            case YamlMap map when IsFlow(map):
                return false;
            case YamlMap map:
                indent = map.Entries[0].Key.Span.Column - 1;
                break;
        }

        foreach (NewPaperId id in ids)
        {
            edits.InsertAtEnd($"{Spaces(indent)}{YamlWriting.Value(id.Slug.ToString())}:");
            edits.InsertAtEnd(Spaces(2 * indent) + id.KeyWithComment);
        }

        return true;
    }

    private bool IsFlow(YamlMap map) => edits.Source.Text[OffsetOf(map)] == '{';

    private int OffsetOf(YamlMap map) => edits.Source.OffsetOf(map.Span.Line) + map.Span.Column - 1;

    private static string Spaces(int count) => new(' ', count);
}
