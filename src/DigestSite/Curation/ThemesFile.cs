using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>The shape of themes.yml.</summary>
internal static class ThemesFile
{
    // One phrase of the usual weight in the title.
    private const int DefaultThreshold = WeightedPhrase.DefaultTitlePoints;

    private static readonly Key<Located<string>> Id = Key.Required("id", Shapes.Located(Shapes.Id), "what its address is made of, such as `domain-generalization`");

    private static readonly Key<string> Title = Key.Required("title", Shapes.Text, "the heading of the theme");

    private static readonly Key<string> Description = Key.Required("description", Shapes.Text, "a sentence on what belongs here");

    private static readonly Key<EquatableArray<Located<WeightedPhrase>>> Match = Key.Required(
        "match",
        Shapes.ListOf(Shapes.Located(PhraseShapes.Weighted)),
        "a list of phrases that speak for the theme");

    private static readonly Key<EquatableArray<Located<Phrase>>> Exclude = Key.Optional(
        "exclude",
        Shapes.ListOf(Shapes.Located(PhraseShapes.Phrase)),
        "phrases that keep a paper out of the theme");

    private static readonly Key<int> Threshold = Key.Optional(
        "threshold",
        Shapes.Number(1, 1000),
        "the score that a theme must reach to get a paper");

    private static readonly Key<EquatableArray<ThemeRule>> Themes = Key.Required(
        "themes",
        Shapes.ListOf(new MapShape<ThemeRule>([Id, Title, Description, Match, Exclude], Rule)),
        "the list of themes; a tie goes to the one that stands earlier");

    public static MapShape<ThemeRules> Shape { get; } = new([Threshold, Themes], Rules);

    private static ThemeRule Rule(KeyValues values)
    {
        Located<string> id = values.Of(Id);
        if (id.Value == Theme.OtherId)
        {
            values.Diagnostics.Add(Catalog.ReservedId.At(id.Span, id.Value));
        }

        return new(
            new Theme(id.Value, values.Of(Title), values.Of(Description), Order: 0),
            PhraseShapes.Distinct(values.Of(Match), Match.Name, p => p.Phrase, values.Diagnostics),
            PhraseShapes.Distinct(values.Of(Exclude, []), Exclude.Name, p => p, values.Diagnostics),
            id.Span);
    }

    private static ThemeRules Rules(KeyValues values)
    {
        EquatableArray<ThemeRule> rules = values.Of(Themes);
        DistinctIds.Check(rules.Select(r => new Located<string>(r.Theme.Id, r.Span)), "theme", values.Diagnostics);
        return new()
        {
            Threshold = values.Of(Threshold, DefaultThreshold),
            Rules = rules.Select((r, i) => r with { Theme = r.Theme with { Order = i } }).ToEquatableArray(),
        };
    }
}
