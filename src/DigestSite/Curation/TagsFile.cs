using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>The shape of tags.yml.</summary>
internal static class TagsFile
{
    private static readonly Key<Located<string>> Id = Key.Required("id", Shapes.Located(Shapes.Id), "what its address is made of, such as `code`");

    private static readonly Key<string> Title = Key.Required("title", Shapes.Text, "the name of the tag");

    private static readonly Key<string> Description = Key.Required("description", Shapes.Text, "a sentence on what it marks");

    private static readonly Key<EquatableArray<Located<Phrase>>> Match = Key.Optional(
        "match",
        Shapes.ListOf(Shapes.Located(PhraseShapes.Phrase)),
        "phrases of which any assigns the tag; without, papers.yml alone does");

    private static readonly Key<EquatableArray<Located<string>>> Implies = Key.Optional(
        "implies",
        Shapes.ListOf(Shapes.Located(Shapes.Id)),
        "ids of tags that every paper with this one carries too");

    private static readonly Key<EquatableArray<TagRule>> Tags = Key.Optional(
        "tags",
        Shapes.ListOf(new MapShape<TagRule>([Id, Title, Description, Match, Implies], Rule)),
        "the list of tags");

    public static MapShape<TagRules> Shape { get; } = new([Tags], Rules);

    private static TagRule Rule(KeyValues values)
    {
        Located<string> id = values.Of(Id);
        return new(
            new Tag(id.Value, values.Of(Title), values.Of(Description), Order: 0),
            PhraseShapes.Distinct(values.Of(Match, []), Match.Name, p => p, values.Diagnostics),
            values.Of(Implies, []),
            id.Span);
    }

    private static TagRules Rules(KeyValues values)
    {
        EquatableArray<TagRule> rules = values.Of(Tags, []);
        DistinctIds.Check(rules.Select(r => new Located<string>(r.Tag.Id, r.Span)), "tag", values.Diagnostics);
        CheckImplied(rules, values.Diagnostics);
        return new(rules.Select((r, i) => r with { Tag = r.Tag with { Order = i } }).ToEquatableArray());
    }

    private static void CheckImplied(EquatableArray<TagRule> rules, DiagnosticBag diagnostics)
    {
        Dictionary<string, TagRule> byId = rules.DistinctBy(r => r.Tag.Id).ToDictionary(r => r.Tag.Id, StringComparer.Ordinal);
        foreach (Located<string> unknown in rules.SelectMany(r => r.Implies).Where(i => !byId.ContainsKey(i.Value)))
        {
            diagnostics.Add(Catalog.UnknownTag.At(unknown.Span, unknown.Value, Spelling.DidYouMean(unknown.Value, byId.Keys)));
        }

        var told = new List<string>();
        foreach (TagRule rule in byId.Values)
        {
            // One circle is told once, at its first tag.
            if (rule.Implies.FirstOrDefault(i => LeadsTo(rule.Tag.Id, i.Value, byId)) is { } implied && !told.Exists(t => LeadsTo(t, rule.Tag.Id, byId)))
            {
                told.Add(rule.Tag.Id);
                diagnostics.Add(Catalog.TagImpliesItself.At(implied.Span, rule.Tag.Id, implied.Value));
            }
        }
    }

    private static bool LeadsTo(string wanted, string from, Dictionary<string, TagRule> byId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out string? id))
        {
            if (id == wanted)
            {
                return true;
            }

            if (seen.Add(id) && byId.TryGetValue(id, out TagRule? rule))
            {
                foreach (Located<string> next in rule.Implies)
                {
                    open.Push(next.Value);
                }
            }
        }

        return false;
    }
}
