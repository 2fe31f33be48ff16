using DigestSite.Curation.Yaml;
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

    private static readonly Key<EquatableArray<TagRule>> Tags = Key.Optional(
        "tags",
        Shapes.ListOf(new MapShape<TagRule>([Id, Title, Description, Match], Rule)),
        "the list of tags");

    public static MapShape<TagRules> Shape { get; } = new([Tags], Rules);

    private static TagRule Rule(KeyValues values)
    {
        Located<string> id = values.Of(Id);
        return new(
            new Tag(id.Value, values.Of(Title), values.Of(Description), Order: 0),
            PhraseShapes.Distinct(values.Of(Match, []), Match.Name, p => p, values.Diagnostics),
            id.Span);
    }

    private static TagRules Rules(KeyValues values)
    {
        EquatableArray<TagRule> rules = values.Of(Tags, []);
        DistinctIds.Check(rules.Select(r => new Located<string>(r.Tag.Id, r.Span)), "tag", values.Diagnostics);
        return new(rules.Select((r, i) => r with { Tag = r.Tag with { Order = i } }).ToEquatableArray());
    }
}
