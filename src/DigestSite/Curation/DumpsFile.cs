using System.Diagnostics.CodeAnalysis;
using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>What dumps.yml says of one dump.</summary>
internal sealed record DumpSettings
{
    /// <summary>The file's name in content/dumps.</summary>
    public required string Name { get; init; }

    /// <summary>Where <see cref="Name"/> stands.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The year of the capture, which is then final.</summary>
    public Located<int>? Year { get; init; }

    /// <summary>The day of the capture, which is then final.</summary>
    public Located<DateOnly>? Date { get; init; }

    public string? Title { get; init; }

    /// <summary>What was searched for on the page that was captured.</summary>
    public string? Query { get; init; }

    /// <summary>The address of the page that was captured.</summary>
    public Uri? Url { get; init; }

    /// <summary>Whether the dump is left out of the archive.</summary>
    public bool Skip { get; init; }
}

/// <summary>The shape of dumps.yml.</summary>
internal static class DumpsFile
{
    // arXiv opened in 1991; the upper end catches a digit too many.
    private static readonly Key<Located<int>> Year = Key.Optional("year", Shapes.Located(Shapes.Number(1991, 2199)), "the year of the capture; it is then final");

    private static readonly Key<Located<DateOnly>> Date = Key.Optional("date", Shapes.Located(Shapes.Date), "the day of the capture, for a file that does not tell it; it makes a digest of a file in content/metadata");

    private static readonly Key<string> Title = Key.Optional("title", Shapes.Text, "a name for the capture");

    private static readonly Key<string> Query = Key.Optional("query", Shapes.Text, "what was searched for on the page");

    private static readonly Key<Uri> Url = Key.Optional("url", Shapes.WebAddress, "the address of the page");

    private static readonly Key<bool> Skip = Key.Optional("skip", Shapes.Flag, "`true` leaves the dump out of the archive");

    private static readonly Shape<string> FileName = Shapes.Parsed<string>(
        "the name of a file in the dumps folder",
        "write the name alone, such as `2025-11-03.txt`",
        TryParseName,
        ScalarSchema.Matching(@"[^/\\]+"));

    private static readonly Key<EquatableArray<DumpSettings>> Dumps = Key.Optional(
        "dumps",
        new TableShape<string, DumpSettings>(FileName, new MapShape<Func<Located<string>, DumpSettings>>([Year, Date, Title, Query, Url, Skip], Settings)),
        "what is known of single dumps, by file name");

    public static MapShape<EquatableArray<DumpSettings>> Shape { get; } = new([Dumps], v => v.Of(Dumps, []));

    private static Func<Located<string>, DumpSettings> Settings(KeyValues values) => name => new DumpSettings
    {
        Name = name.Value,
        Span = name.Span,
        Year = values.Find(Year),
        Date = values.Find(Date),
        Title = values.Find(Title),
        Query = values.Find(Query),
        Url = values.Find(Url),
        Skip = values.Of(Skip, false),
    };

    private static bool TryParseName(string text, [MaybeNullWhen(false)] out string name)
    {
        name = text;
        return text.Length > 0 && !text.AsSpan().ContainsAny('/', '\\');
    }
}
