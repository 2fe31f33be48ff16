using System.Globalization;
using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>The editors' words on the digest of one date, as content/notes has them.</summary>
internal sealed record NoteSource
{
    public required DateOnly Date { get; init; }

    public required SourceText Source { get; init; }

    /// <summary>The introduction.</summary>
    public required string Markdown { get; init; }

    public required EquatableArray<PickSource> Picks { get; init; }

    /// <summary>The first day it is shown; null for at once.</summary>
    public DateOnly? PublishAfter { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>Whether readers of a site built for <paramref name="asOf"/> see it.</summary>
    public bool IsPublished(DateOnly asOf) => !IsDraft && !(PublishAfter > asOf);
}

/// <summary>A paper that the editors point out, and why in a sentence.</summary>
internal sealed record PickSource(Located<PaperKey> Paper, string Sentence);

/// <summary>The shape of content/notes/*.md: <c>2025-11-03.md</c> is the note on the digest of that day.</summary>
internal static class NoteFile
{
    private static readonly Key<Located<PaperKey>> Paper = Key.Required("paper", Shapes.Located(PaperKey.Shape), "the slug or the arXiv id of a paper of this digest");

    private static readonly Key<string> Sentence = Key.Required("note", Shapes.Text, "a sentence on why it is worth a look, as plain text");

    private static readonly Key<EquatableArray<PickSource>> Picks = Key.Optional(
        "picks",
        Shapes.ListOf(new MapShape<PickSource>([Paper, Sentence], v => new(v.Of(Paper), v.Of(Sentence)))),
        "papers of this digest that the editors point out, in order");

    private static readonly Key<Located<DateOnly>> PublishAfter = Key.Optional(
        "publish_after",
        Shapes.Located(Shapes.Date),
        "the first day the note is shown; until a build is made for it (`--as-of`), the digest stands without");

    private static readonly Key<bool> Draft = Key.Optional("draft", Shapes.Flag, "`true` keeps the note out of the site, but for `--drafts`");

    private static readonly MapShape<(EquatableArray<PickSource> Picks, DateOnly? PublishAfter, bool IsDraft)> FrontMatterShape = new(
        [Picks, PublishAfter, Draft],
        v => (v.Of(Picks, []), v.Find(PublishAfter)?.Value, v.Of(Draft, false)));

    /// <summary>Null when the note cannot be read, which has then been reported.</summary>
    public static NoteSource? Read(SourceText file, DiagnosticBag diagnostics)
    {
        DateOnly? date = DateOf(file, diagnostics);
        FrontMatter? note = FrontMatter.Split(file, "such as `picks:`, or none", diagnostics);
        if (note is null || YamlReader.Read(note.Yaml, diagnostics) is not { } root)
        {
            return null;
        }

        bool isSound = MarkdownScreening.Passes(file, note.Body, diagnostics);
        bool isRead = isSound & FrontMatterShape.TryRead(root, diagnostics, out var values);
        if (!isRead || date is not { } day)
        {
            return null;
        }

        return new()
        {
            Date = day,
            Source = file,
            Markdown = note.Body,
            Picks = values.Picks,
            PublishAfter = values.PublishAfter,
            IsDraft = values.IsDraft,
        };
    }

    private static DateOnly? DateOf(SourceText file, DiagnosticBag diagnostics)
    {
        string stem = Path.GetFileNameWithoutExtension(file.Name);
        if (DateOnly.TryParseExact(stem, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        diagnostics.Add(Catalog.NoteNameNoDate.At(file.At(0), stem));
        return null;
    }
}
