using System.Diagnostics.CodeAnalysis;
using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>The shapes of phrases, and what is said of several of them together.</summary>
internal static class PhraseShapes
{
    private const int MaxPoints = 1000;

    public static Shape<Phrase> Phrase { get; } = new TextShape<Phrase>("a phrase", TryRead);

    private static readonly Key<Phrase> Words = Key.Required("phrase", Phrase, "the words to look for");

    private static readonly Key<int> InTitle = Key.Optional("title", Shapes.Number(0, MaxPoints), "the points it gives when it stands in the title");

    private static readonly Key<int> InAbstract = Key.Optional("abstract", Shapes.Number(0, MaxPoints), "the points it gives for each of the first three times it stands in the abstract");

    /// <summary>A plain phrase with the usual points, or a mapping with its own.</summary>
    public static Shape<WeightedPhrase> Weighted { get; } = new EitherShape<WeightedPhrase>(
        new TextShape<WeightedPhrase>("a phrase", TryReadPlain),
        new MapShape<WeightedPhrase>([Words, InTitle, InAbstract], WithPoints));

    /// <summary>A list of phrases without the places, each of which may stand there once.</summary>
    /// <param name="listName">The key of the list, for messages.</param>
    /// <param name="phrase">The phrase of an item.</param>
    public static EquatableArray<T> Distinct<T>(EquatableArray<Located<T>> items, string listName, Func<T, Phrase> phrase, DiagnosticBag diagnostics)
    {
        var seen = new Dictionary<(string Words, bool AnyEnding), SourceSpan>();
        foreach (Located<T> item in items)
        {
            Phrase current = phrase(item.Value);
            if (!seen.TryAdd((current.Words, current.AnyEnding), item.Span))
            {
                diagnostics.Add(Catalog.RepeatedPhrase.At(item.Span, current.Text, listName, seen[(current.Words, current.AnyEnding)].Line));
            }
        }

        return items.Select(i => i.Value).ToEquatableArray();
    }

    private static bool TryRead(string text, SourceSpan span, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out Phrase phrase)
    {
        phrase = Curation.Phrase.TryParse(text);
        if (phrase is null)
        {
            diagnostics.Add(Catalog.EmptyPhrase.At(span, text));
        }
        else if (text.IndexOf('*', StringComparison.Ordinal) is >= 0 and int star && star < text.Length - 1)
        {
            diagnostics.Add(Catalog.StrayWildcard.At(span, text, phrase.Words + (phrase.AnyEnding ? "*" : "")));
        }

        phrase = phrase is null ? null : phrase with { Span = span };
        return phrase is not null;
    }

    private static bool TryReadPlain(string text, SourceSpan span, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out WeightedPhrase phrase)
    {
        bool isRead = TryRead(text, span, diagnostics, out Phrase? words);
        phrase = isRead ? new(words!, WeightedPhrase.DefaultTitlePoints, WeightedPhrase.DefaultAbstractPoints) : null;
        return isRead;
    }

    private static WeightedPhrase WithPoints(KeyValues values)
    {
        var phrase = new WeightedPhrase(
            values.Of(Words),
            values.Of(InTitle, WeightedPhrase.DefaultTitlePoints),
            values.Of(InAbstract, WeightedPhrase.DefaultAbstractPoints));
        if (phrase is { TitlePoints: 0, AbstractPoints: 0 })
        {
            values.Diagnostics.Add(Catalog.UselessPhrase.At(values.Span, phrase.Phrase.Text));
        }

        return phrase;
    }
}
