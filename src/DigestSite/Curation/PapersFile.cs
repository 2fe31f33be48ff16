using System.Diagnostics.CodeAnalysis;
using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>The shape of papers.yml, which names themes and tags of the other files.</summary>
internal sealed class PapersFile
{
    private static readonly Key<Located<ArxivId>> Arxiv = Key.Optional("arxiv", Shapes.Located(Shapes.ArxivId), "the paper's arXiv id, where the listings do not give it");

    private static readonly Key<Located<string>> Title = Key.Optional("title", Shapes.Located(Shapes.Text), "the right title, where the listings have a wrong one");

    private static readonly Key<Located<string>> Note = Key.Optional("note", Shapes.Located(Shapes.Markdown), "what the editors say of it, in Markdown; it stands on the paper's page");

    private static readonly Key<bool> Pin = Key.Optional("pin", Shapes.Flag, "`true` puts it first in the lists that show it");

    // A takedown must not fail to happen because of what was typed after the colon.
    private static readonly Shape<string> Reason = Shapes.Parsed("a reason", "write it in words for readers, such as `Removed at its authors' request.`", (string text, [MaybeNullWhen(false)] out string reason) =>
    {
        reason = text;
        return text.Length > 0 && text.ToLowerInvariant() is not ("true" or "false" or "yes" or "no" or "on" or "off");
    });

    private static readonly Key<string> Hide = Key.Optional("hide", Reason, "takes the paper down: the reason, which alone stands at its address, for readers") with { NeedsValue = true };

    private static readonly Key<EquatableArray<Located<PaperAlias>>> Aliases = Key.Optional(
        "aliases",
        Shapes.ListOf(Shapes.Located(PaperAlias.Shape)),
        "titles, slugs or arXiv ids that the same work is listed under too");

    private static readonly Key<string> LinkTitle = Key.Required("title", Shapes.Text, "the words of the link");

    private static readonly Key<Uri> LinkUrl = Key.Required("url", Shapes.WebAddress, "where it leads");

    private static readonly Key<EquatableArray<LabelledLink>> Links = Key.Optional(
        "links",
        Shapes.ListOf(new MapShape<LabelledLink>([LinkTitle, LinkUrl], v => new(v.Of(LinkTitle), v.Of(LinkUrl)))),
        "links to add to its page, such as a video or a review");

    private readonly Key<Located<Theme>> _theme;
    private readonly Key<EquatableArray<Located<Tag>>> _add;
    private readonly Key<EquatableArray<Located<Tag>>> _remove;
    private readonly Key<TagChanges> _tags;

    /// <summary>A file that may name these; where one is null, its file has not been read, and any name is taken.</summary>
    public PapersFile(ThemeRules? themes, TagRules? tags)
    {
        _theme = Key.Optional("theme", Shapes.Located(Named(themes?.All.DistinctBy(t => t.Id).ToDictionary(t => t.Id), "the id of a theme", Catalog.UnknownTheme, id => new Theme(id, id, "", 0))), "the theme that it belongs to, whatever its phrases say");
        Shape<EquatableArray<Located<Tag>>> tagList = Shapes.ListOf(Shapes.Located(Named(
            tags?.Rules.Select(r => r.Tag).DistinctBy(t => t.Id).ToDictionary(t => t.Id), "the id of a tag", Catalog.UnknownTag, id => new Tag(id, id, "", 0))));
        _add = Key.Optional("add", tagList, "tags that it carries, whatever its phrases say");
        _remove = Key.Optional("remove", tagList, "tags that it does not carry, whatever its phrases say");
        _tags = Key.Optional("tags", new MapShape<TagChanges>([_add, _remove], Changes), "what is to change about its tags");
        var entry = new MapShape<Func<Located<PaperKey>, PaperOverride>>([_theme, _tags, Arxiv, Title, Note, Pin, Hide, Aliases, Links], Override);
        Key<EquatableArray<PaperOverride>> papers = Key.Optional(
            "papers",
            new TableShape<PaperKey, PaperOverride>(PaperKey.Shape, entry),
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

        return new(add, remove);
    }

    private Func<Located<PaperKey>, PaperOverride> Override(KeyValues values)
    {
        TagChanges tags = values.Of(_tags, new([], []));
        return key => new PaperOverride
        {
            Key = key.Value,
            Span = key.Span,
            Given = values.Find(Arxiv),
            Title = values.Find(Title),
            Theme = values.Find(_theme),
            TagsAdd = tags.Add,
            TagsRemove = tags.Remove,
            Note = values.Find(Note),
            IsPinned = values.Of(Pin, false),
            HiddenBecause = values.Find(Hide),
            Aliases = values.Of(Aliases, []),
            Links = values.Of(Links, []),
        };
    }

    // Two entries for one paper would have to agree, and one of them would be lost.
    private static void CheckAliases(EquatableArray<PaperOverride> all, DiagnosticBag diagnostics)
    {
        var claimed = new Dictionary<string, PaperOverride>(StringComparer.Ordinal);
        Dictionary<Slug, PaperOverride> bySlug = all.Where(o => o.Key.Slug is not null).ToDictionary(o => o.Key.Slug!.Value);
        Dictionary<ArxivId, PaperOverride> byArxiv = all.Where(o => o.Arxiv is not null).DistinctBy(o => o.Arxiv).ToDictionary(o => o.Arxiv!);
        foreach (PaperOverride own in all)
        {
            foreach (Located<PaperAlias> alias in own.Aliases)
            {
                PaperOverride? other = alias.Value.Arxiv is { } id ? byArxiv.GetValueOrDefault(id) : bySlug.GetValueOrDefault(alias.Value.AsSlug);
                if (other is not null && other != own)
                {
                    diagnostics.Add(Catalog.AliasHasEntry.At(other.Span, other.Key, own.Key, alias.Span.Line));
                }

                if (!claimed.TryAdd(alias.Value.ToString(), own))
                {
                    diagnostics.Add(Catalog.AliasTwice.At(alias.Span, alias.Value, claimed[alias.Value.ToString()].Key, claimed[alias.Value.ToString()].Span.Line));
                }
            }
        }
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

        CheckAliases(all, diagnostics);
        return all;
    }

    private sealed record TagChanges(EquatableArray<Located<Tag>> Add, EquatableArray<Located<Tag>> Remove);
}
