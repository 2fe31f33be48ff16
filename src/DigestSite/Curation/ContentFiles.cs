using System.Globalization;
using System.Text;
using System.Text.Unicode;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>The editors' files as text; null where there is none.</summary>
internal sealed record ContentFiles
{
    private const string PagesFolder = "pages";

    private static readonly string[] Names = ["site.yml", "themes.yml", "tags.yml", "papers.yml", "dumps.yml", "acknowledged.yml"];

    public SourceText? Site { get; init; }

    public SourceText? Themes { get; init; }

    public SourceText? Tags { get; init; }

    public SourceText? Papers { get; init; }

    public SourceText? Dumps { get; init; }

    public SourceText? Acknowledged { get; init; }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<SourceText> Pages { get; init; } = [];

    /// <summary>Reads the files of a content folder; what is missing or damaged is reported and null.</summary>
    /// <param name="contentFolder">The folder; names in messages begin with it, as it is given here.</param>
    public static ContentFiles Read(string contentFolder, DiagnosticBag diagnostics)
    {
        string display = contentFolder.Replace('\\', '/').TrimEnd('/');
        ReportUnknown(contentFolder, display, diagnostics);
        ReportNotPages(contentFolder, $"{display}/{PagesFolder}", diagnostics);
        return new()
        {
            Site = Required("site.yml", "it holds `title`, `description`, `base_url` and `feed_authority`"),
            Themes = Required("themes.yml", "it holds `themes:` and under it the list of themes, which may be empty: `themes: []`"),
            Tags = Optional("tags.yml"),
            Papers = Optional("papers.yml"),
            Dumps = Optional("dumps.yml"),
            Acknowledged = Optional("acknowledged.yml"),
            Pages = [.. PageNames(contentFolder).Select(n => Optional($"{PagesFolder}/{n}")).OfType<SourceText>()],
        };

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

    private static IEnumerable<string> PageNames(string contentFolder)
    {
        string folder = Path.Combine(contentFolder, PagesFolder);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Select(p => Path.GetFileName(p)).Where(IsPage).Order(StringComparer.Ordinal)
            : [];
    }

    private static bool IsPage(string name) => name.EndsWith(".md", StringComparison.Ordinal);

    // An address of a page has one segment, so folders hold none.
    private static void ReportNotPages(string contentFolder, string display, DiagnosticBag diagnostics)
    {
        var folder = new DirectoryInfo(Path.Combine(contentFolder, PagesFolder));
        foreach (FileSystemInfo entry in folder.Exists ? folder.EnumerateFileSystemInfos() : [])
        {
            // What begins with a dot is the system's or the editor's own, such as .DS_Store.
            if (!entry.Name.StartsWith('.') && (entry is DirectoryInfo || !IsPage(entry.Name)))
            {
                diagnostics.Add(Catalog.NotAPage.At(SourceSpan.File($"{display}/{entry.Name}"), entry is DirectoryInfo ? entry.Name + "/" : entry.Name, display));
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
