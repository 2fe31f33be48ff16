using System.Security.Cryptography;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Templates;

namespace DigestSite;

/// <summary>
/// What a site was made of, as two numbers that anybody can compute again: SHA-256, in hex, over a line <c>HASH  NAME</c> for each file, as
/// sha256sum writes it, in the order of the names, which begin within the folder and part with <c>/</c>.
/// </summary>
internal static class SiteInputs
{
    // What sources.yml, acknowledged.yml and mailed.tsv say changes no byte of a site.
    private static readonly string[] Files = ["site.yml", "themes.yml", "tags.yml", "papers.yml", "dumps.yml", SiteBuilder.LedgerName];

    private static readonly string[] Folders = ["notes", "pages", .. CapturedFiles.Folders];

    /// <summary>Of the files in the content folder that a site depends on. They are read as they lie there, once more.</summary>
    public static string OfContent(string folder)
    {
        // What cannot be read is reported by who compiles it.
        var reported = new DiagnosticBag();
        IEnumerable<string> below = Folders.SelectMany(f => InputFolder.Entries(Path.Combine(folder, f), f, reported).Where(e => e is FileInfo && !e.Name.StartsWith('.')).Select(e => $"{f}/{e.Name}"));
        return Of(Files.Where(f => File.Exists(Path.Combine(folder, f))).Concat(below)
            .Select(name => (name, Bytes: InputFile.Read(Path.Combine(folder, name), name, reported)))
            .Where(f => f.Bytes is not null)
            .Select(f => (f.name, Convert.ToHexStringLower(SHA256.HashData(f.Bytes!)))));
    }

    /// <summary>Of all templates and assets, the site's own and the built-in ones that no own one replaces.</summary>
    public static string OfTemplates(TemplateFiles files) => Of(
        files.Templates.Select(t => (t.Name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(t.Source.Text)))))
            .Concat(files.Assets.Select(a => (a.Path.ToString(), Convert.ToHexStringLower(SHA256.HashData(a.Bytes.Span))))));

    private static string Of(IEnumerable<(string Name, string Hash)> files)
    {
        var lines = new StringBuilder();
        foreach ((string name, string hash) in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            lines.Append(hash).Append("  ").Append(name).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}
