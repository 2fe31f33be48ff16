using System.Diagnostics.CodeAnalysis;
using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>The shape of papers.yml, which names themes and tags of the other files.</summary>
internal sealed class PapersFile
{
    private static readonly Key<ArxivId> Arxiv = Key.Optional("arxiv", Shapes.ArxivId, "the paper's arXiv id, where the listings do not give it");

    private static readonly Shape<PaperKey> PaperName = Shapes.Parsed<PaperKey>(
        "the slug or the arXiv id of a paper",
        "copy the last part of the paper's address, such as `grokking-twice`, or write its arXiv id, such as `2501.08325`",
        PaperKey.TryParse,
        ScalarSchema.Matching($"{Shapes.SlugForm}|{ArxivId.Form}"));

    private readonly Key<Theme> _theme;
    private readonly Key<EquatableArray<Located<Tag>>> _add;
    private readonly Key<EquatableArray<Located<Tag>>> _remove;
    private readonly Key<TagChanges> _tags;

    /// <summary>A file that may name these; where one is null, its file has not been read, and any name is taken.</summary>
    public PapersFile(ThemeRules? themes, TagRules? tags)
    {
        _theme = Key.Optional("theme", Named(themes?.All.DistinctBy(t => t.Id).ToDictionary(t => t.Id), "the id of a theme", Catalog.UnknownTheme, id => new Theme(id, id, "", 0)), "the theme that it belongs to, whatever its phrases say");
        Shape<EquatableArray<Located<Tag>>> tagList = Shapes.ListOf(Shapes.Located(Named(
            tags?.Rules.Select(r => r.Tag).DistinctBy(t => t.Id).ToDictionary(t => t.Id), "the id of a tag", Catalog.UnknownTag, id => new Tag(id, id, "", 0))));
        _add = Key.Optional("add", tagList, "tags that it carries, whatever its phrases say");
        _remove = Key.Optional("remove", tagList, "tags that it does not carry, whatever its phrases say");
        _tags = Key.Optional("tags", new MapShape<TagChanges>([_add, _remove], Changes), "what is to change about its tags");
        var entry = new MapShape<Func<Located<PaperKey>, PaperOverride>>([Arxiv, _theme, _tags], Override);
        Key<EquatableArray<PaperOverride>> papers = Key.Optional(
            "papers",
            new TableShape<PaperKey, PaperOverride>(PaperName, entry),
            "what is known of single papers, by slug or arXiv id");
        Shape = new([papers], v => new PaperOverrides(Distinct(v.Of(papers, []), v.Diagnostics)));
    }

    public MapShape<PaperOverrides> Shape { get; }

    private static Shape<T> Named<T>(Dictionary<string, T>? known, string expected, DiagnosticDescriptor unknown, Func<string, T> make)
        where T : notnull =>
        new TextShape<T>(expected, (string text, SourceSpan span, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out T value) =>
        {
            if (known is null)
            {
                value = make(text);
                return true;
            }

            bool isKnown = known.TryGetValue(text, out value);
            if (!isKnown)
            {
                diagnostics.Add(unknown.At(span, text, Spelling.DidYouMean(text, known.Keys)));
            }

            return isKnown;
        }, ScalarSchema.Matching(Shapes.SlugForm));

    private TagChanges Changes(KeyValues values)
    {
        EquatableArray<Located<Tag>> add = values.Of(_add, []);
        EquatableArray<Located<Tag>> remove = values.Of(_remove, []);
        HashSet<Tag> added = [.. add.Select(a => a.Value)];
        foreach (Located<Tag> both in remove.Where(r => added.Contains(r.Value)))
        {
            values.Diagnostics.Add(Catalog.TagAddedAndRemoved.At(both.Span, both.Value.Id));
        }

        return new(add.Select(t => t.Value).ToEquatableArray(), remove.Select(t => t.Value).ToEquatableArray());
    }

    private Func<Located<PaperKey>, PaperOverride> Override(KeyValues values)
    {
        ArxivId? arxiv = values.Find(Arxiv);
        Theme? theme = values.Find(_theme);
        TagChanges tags = values.Of(_tags, new([], []));
        return key => new PaperOverride
        {
            Key = key.Value.Text,
            Span = key.Span,
            Slug = key.Value.Slug,
            Arxiv = key.Value.Arxiv ?? arxiv,
            Theme = theme,
            TagsAdd = tags.Add,
            TagsRemove = tags.Remove,
        };
    }

    // One key twice is refused while reading; one arXiv id under two keys only shows here.
    private static EquatableArray<PaperOverride> Distinct(EquatableArray<PaperOverride> all, DiagnosticBag diagnostics)
    {
        var seen = new Dictionary<ArxivId, PaperOverride>();
        foreach (PaperOverride o in all)
        {
            if (o.Arxiv is { } arxiv && !seen.TryAdd(arxiv, o))
            {
                diagnostics.Add(Catalog.TwoOverrides.At(o.Span, o.Key, seen[arxiv].Key, seen[arxiv].Span.Line));
            }
        }

        return all;
    }

    private sealed record TagChanges(EquatableArray<Tag> Add, EquatableArray<Tag> Remove);

    /// <summary>What papers are named by in papers.yml: exactly one of the two.</summary>
    private sealed record PaperKey(string Text, Slug? Slug, ArxivId? Arxiv)
    {
        public static bool TryParse(string text, [MaybeNullWhen(false)] out PaperKey key)
        {
            key = ArxivId.TryParse(text, out ArxivId? arxiv) ? new(text, null, arxiv)
                : Papers.Slug.TryParse(text, out Slug slug) ? new(text, slug, null)
                : null;
            return key is not null;
        }
    }
}
