using System.Globalization;
using System.Text;
using System.Text.Unicode;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>The editors' files as text; null where there is none.</summary>
internal sealed record ContentFiles
{
    private const string PagesFolder = "pages";
    private const string NotesFolder = "notes";

    private static readonly string[] Names = ["site.yml", "themes.yml", "tags.yml", "papers.yml", "dumps.yml"];

    public SourceText? Site { get; init; }

    public SourceText? Themes { get; init; }

    public SourceText? Tags { get; init; }

    public SourceText? Papers { get; init; }

    public SourceText? Dumps { get; init; }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<SourceText> Pages { get; init; } = [];

    /// <inheritdoc cref="Pages"/>
    public IReadOnlyList<SourceText> Notes { get; init; } = [];

    /// <summary>Reads the files of a content folder; what is missing or damaged is reported and null.</summary>
    /// <param name="contentFolder">The folder; names in messages begin with it, as it is given here.</param>
    public static ContentFiles Read(string contentFolder, DiagnosticBag diagnostics)
    {
        string display = contentFolder.Replace('\\', '/').TrimEnd('/');
        ReportUnknown(contentFolder, display, diagnostics);
        ReportNotMarkdown(contentFolder, PagesFolder, "page", display, diagnostics);
        ReportNotMarkdown(contentFolder, NotesFolder, "note", display, diagnostics);
        return new()
        {
            Site = Required("site.yml", "it holds `title`, `description`, `base_url` and `feed_authority`"),
            Themes = Required("themes.yml", "it holds `themes:` and under it the list of themes, which may be empty: `themes: []`"),
            Tags = Optional("tags.yml"),
            Papers = Optional("papers.yml"),
            Dumps = Optional("dumps.yml"),
            Pages = Markdown(PagesFolder),
            Notes = Markdown(NotesFolder),
        };

        SourceText[] Markdown(string folder) =>
            [.. MarkdownNames(Path.Combine(contentFolder, folder)).Select(n => Optional($"{folder}/{n}")).OfType<SourceText>()];

        SourceText? Optional(string name)
        {
            string path = Path.Combine(contentFolder, name);
            return Path.Exists(path) && InputFile.Read(path, $"{display}/{name}", diagnostics) is { } bytes ? Decode(bytes, $"{display}/{name}", diagnostics) : null;
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

    /// <summary>The bytes as text without byte order mark, or null when they are not UTF-8, which has then been reported.</summary>
    public static SourceText? Decode(ReadOnlySpan<byte> bytes, string name, DiagnosticBag diagnostics)
    {
        ReadOnlySpan<byte> content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var file = new SourceText(name, Encoding.UTF8.GetString(content));
        if (Utf8.IsValid(content))
        {
            return file;
        }

        int invalid = FirstInvalid(content);
        int offset = Encoding.UTF8.GetCharCount(content[..invalid]);
        diagnostics.Add(Catalog.NotUtf8.At(file.AtOffset(offset, 1), content[invalid].ToString("X2", CultureInfo.InvariantCulture)));
        return null;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int index = 0;
        while (Rune.DecodeFromUtf8(bytes[index..], out _, out int consumed) == System.Buffers.OperationStatus.Done)
        {
            index += consumed;
        }

        return index;
    }

    private static IEnumerable<string> MarkdownNames(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Select(p => Path.GetFileName(p)).Where(IsMarkdown).Order(StringComparer.Ordinal)
            : [];

    private static bool IsMarkdown(string name) => name.EndsWith(".md", StringComparison.Ordinal);

    // Neither an address of a page nor a date has a second segment, so folders hold none.
    private static void ReportNotMarkdown(string contentFolder, string folder, string kind, string display, DiagnosticBag diagnostics)
    {
        var entries = new DirectoryInfo(Path.Combine(contentFolder, folder));
        foreach (FileSystemInfo entry in entries.Exists ? entries.EnumerateFileSystemInfos() : [])
        {
            // What begins with a dot is the system's or the editor's own, such as .DS_Store.
            if (!entry.Name.StartsWith('.') && (entry is DirectoryInfo || !IsMarkdown(entry.Name)))
            {
                string name = entry is DirectoryInfo ? entry.Name + "/" : entry.Name;
                diagnostics.Add(Catalog.NotMarkdown.At(SourceSpan.File($"{display}/{folder}/{entry.Name}"), name, kind, $"{display}/{folder}"));
            }
        }
    }

    // A misspelt name would silently leave out all that the file says.
    private static void ReportUnknown(string contentFolder, string display, DiagnosticBag diagnostics)
    {
        IEnumerable<string> files = Directory.Exists(contentFolder) ? Directory.EnumerateFiles(contentFolder).Select(p => Path.GetFileName(p)) : [];
        foreach (string name in files.Where(n => Path.GetExtension(n).ToLowerInvariant() is ".yml" or ".yaml" && !Names.Contains(n)))
        {
            diagnostics.Add(Catalog.UnknownContentFile.At(SourceSpan.File($"{display}/{name}"), name, Spelling.DidYouMean(name, Names)));
        }
    }
}
