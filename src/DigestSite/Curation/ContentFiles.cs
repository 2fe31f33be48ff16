using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>The editors' files as text; null where there is none.</summary>
internal sealed record ContentFiles
{
    public const string PapersName = "papers.yml";

    private const string PagesFolder = "pages";
    private const string NotesFolder = "notes";

    private static readonly string[] Names = ["site.yml", "themes.yml", "tags.yml", "papers.yml", "dumps.yml", "sources.yml", "acknowledged.yml"];

    public SourceText? Site { get; init; }

    public SourceText? Themes { get; init; }

    public SourceText? Tags { get; init; }

    public SourceText? Papers { get; init; }

    public SourceText? Dumps { get; init; }

    public SourceText? Sources { get; init; }

    public SourceText? Acknowledged { get; init; }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<SourceText> Pages { get; init; } = [];

    /// <inheritdoc cref="Pages"/>
    public IReadOnlyList<SourceText> Notes { get; init; } = [];

    /// <summary>Whether every file that is there could be read. One that could not is null, but says more than nothing.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Reads the files of a content folder; what is missing or damaged is reported and null.</summary>
    /// <param name="contentFolder">The folder; names in messages begin with it, as it is given here.</param>
    public static ContentFiles Read(string contentFolder, DiagnosticBag diagnostics)
    {
        string display = contentFolder.Replace('\\', '/').TrimEnd('/');
        if (!Directory.Exists(contentFolder))
        {
            diagnostics.Add(Catalog.NoContentFolder.At(SourceSpan.File(display), display));
            return new() { IsWhole = false };
        }

        ReportUnknown(InputFolder.Entries(contentFolder, display, diagnostics), display, diagnostics);
        bool isWhole = true;
        ContentFiles files = new()
        {
            Site = Required("site.yml", "it holds `title`, `description`, `base_url` and `feed_authority`"),
            Themes = Required("themes.yml", "it holds `themes:` and under it the list of themes, which may be empty: `themes: []`"),
            Tags = Optional("tags.yml"),
            Papers = Optional("papers.yml"),
            Dumps = Optional("dumps.yml"),
            Sources = Optional("sources.yml"),
            Acknowledged = Optional("acknowledged.yml"),
            Pages = Markdown(PagesFolder, "page"),
            Notes = Markdown(NotesFolder, "note"),
        };
        return files with { IsWhole = isWhole };

        SourceText[] Markdown(string folder, string kind)
        {
            IReadOnlyList<FileSystemInfo> entries = InputFolder.Entries(Path.Combine(contentFolder, folder), $"{display}/{folder}", diagnostics);
            ReportNotMarkdown(entries, kind, $"{display}/{folder}", diagnostics);
            return [.. entries.Where(IsMarkdown).Select(e => Optional($"{folder}/{e.Name}")).OfType<SourceText>()];
        }

        SourceText? Optional(string name)
        {
            string path = Path.Combine(contentFolder, name);
            SourceText? source = Path.Exists(path) && InputFile.Read(path, $"{display}/{name}", diagnostics, InputFile.TypedLimit) is { } bytes ? Utf8Text.Decode(bytes, $"{display}/{name}", diagnostics) : null;
            isWhole &= source is not null || !Path.Exists(path);
            return source;
        }

        SourceText? Required(string name, string content)
        {
            if (!File.Exists(Path.Combine(contentFolder, name)))
            {
                diagnostics.Add(Catalog.MissingFile.At(SourceSpan.File($"{display}/{name}"), $"{display}/{name}", content));
            }

            return Optional(name);
        }
    }

    private static bool IsMarkdown(FileSystemInfo entry) => entry is FileInfo && entry.Name.EndsWith(".md", StringComparison.Ordinal);

    // Neither an address of a page nor a date has a second segment, so folders hold none.
    private static void ReportNotMarkdown(IReadOnlyList<FileSystemInfo> entries, string kind, string display, DiagnosticBag diagnostics)
    {
        // What begins with a dot is the system's or the editor's own, such as .DS_Store.
        foreach (FileSystemInfo entry in entries.Where(e => !e.Name.StartsWith('.') && !IsMarkdown(e)))
        {
            string name = entry is DirectoryInfo ? entry.Name + "/" : entry.Name;
            diagnostics.Add(Catalog.NotMarkdown.At(SourceSpan.File($"{display}/{entry.Name}"), name, kind, display));
        }
    }

    // A misspelt name would silently leave out all that the file says.
    private static void ReportUnknown(IReadOnlyList<FileSystemInfo> entries, string display, DiagnosticBag diagnostics)
    {
        IEnumerable<string> names = entries.Where(e => e is FileInfo).Select(e => e.Name);
        foreach (string name in names.Where(n => Path.GetExtension(n).ToLowerInvariant() is ".yml" or ".yaml" && !Names.Contains(n)))
        {
            diagnostics.Add(Catalog.UnknownContentFile.At(SourceSpan.File($"{display}/{name}"), name, Spelling.DidYouMean(name, Names)));
        }
    }
}
