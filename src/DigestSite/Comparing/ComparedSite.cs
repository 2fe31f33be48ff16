using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Publishing;

namespace DigestSite.Comparing;

/// <summary>A paper as a built site's API tells of it.</summary>
internal sealed record ComparedPaper(string Id, string Title, string Theme, IReadOnlyList<string> Tags, IReadOnlyList<string> Digests);

/// <summary>A built site, read back from its folder: its files, and what its API says of papers and themes.</summary>
/// <param name="Files">Length in bytes by path with <c>/</c>, links left out.</param>
/// <param name="Themes">Titles by id.</param>
internal sealed record ComparedSite(string Folder, IReadOnlyDictionary<string, long> Files, IReadOnlyDictionary<string, ComparedPaper> Papers, IReadOnlyDictionary<string, string> Themes)
{
    private const string PapersFile = "api/papers.json";
    private const string ThemesFile = "api/themes.json";

    /// <summary>Null, with the reason reported, when the folder cannot be read or is no built site. An empty folder is a site without anything.</summary>
    public static ComparedSite? Read(string folder, DiagnosticBag diagnostics)
    {
        string shown = folder.Replace('\\', '/').TrimEnd('/');
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            var files = Tree.Scan(folder).Entries
                .Where(e => e.Value.Kind == EntryKind.File && !e.Key.StartsWith(".digest-", StringComparison.Ordinal))
                .ToDictionary(e => e.Key, e => e.Value.Length, StringComparer.Ordinal);
            if (files.Count == 0)
            {
                return new(folder, files, new Dictionary<string, ComparedPaper>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
            }

            var papers = Items(folder, PapersFile, shown, root => root.EnumerateArray().Select(PaperOf).ToArray(), diagnostics);
            var themes = papers is null ? null : Items(folder, ThemesFile, shown, root => root.GetProperty("themes").EnumerateArray().Select(t => (Id: Text(t, "id"), Title: Text(t, "title"))).ToArray(), diagnostics);
            return papers is null || themes is null
                ? null
                : new(folder, files, papers.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal), themes.DistinctBy(t => t.Id).ToDictionary(t => t.Id, t => t.Title, StringComparer.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Catalog.NoBuiltSite.At(SourceSpan.File(shown), e is DirectoryNotFoundException ? "there is no such folder" : e.Message));
            return null;
        }
    }

    /// <summary>Whether a file that both have is the same in both.</summary>
    public bool HasSame(string path, ComparedSite other)
    {
        if (Files[path] != other.Files[path])
        {
            return false;
        }

        using FileStream one = File.OpenRead(Path.Combine(Folder, path));
        using FileStream two = File.OpenRead(Path.Combine(other.Folder, path));
        Span<byte> left = stackalloc byte[8192];
        Span<byte> right = stackalloc byte[8192];
        while (true)
        {
            int count = one.ReadAtLeast(left, left.Length, throwOnEndOfStream: false);
            if (count != two.ReadAtLeast(right, right.Length, throwOnEndOfStream: false) || !left[..count].SequenceEqual(right[..count]))
            {
                return false;
            }

            if (count < left.Length)
            {
                return true;
            }
        }
    }

    private static T[]? Items<T>(string folder, string name, string shown, Func<JsonElement, T[]> read, DiagnosticBag diagnostics)
    {
        string file = $"{shown}/{name}";
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name)));
            return read(json.RootElement);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            diagnostics.Add(Catalog.NoBuiltSite.At(SourceSpan.File(shown), $"it has no `{name}`"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            diagnostics.Add(Catalog.NoBuiltSite.At(SourceSpan.File(file), "it is not what a build writes"));
        }

        return null;
    }

    private static ComparedPaper PaperOf(JsonElement paper) =>
        new(Text(paper, "id"), Text(paper, "title"), Text(paper, "theme"), Texts(paper, "tags"), Texts(paper, "digests"));

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";

    private static string[] Texts(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(t => t.GetString() ?? "")];
}
