using System.Security.Cryptography;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Templates;

namespace DigestSite;

/// <summary>
/// What a site was made of, as two numbers that anybody can compute again: SHA-256, in hex, over a line <c>HASH  NAME</c> for each file, as
/// sha256sum writes it, in the order of the names, which begin within the folder and part with <c>/</c>.
/// Lines count as ended by LF, and a byte order mark as absent, whatever a checkout made of them.
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
            .Select(f => (f.name, Convert.ToHexStringLower(SHA256.HashData(Plain(f.Bytes!))))));
    }

    /// <summary>Of all templates and assets, the site's own and the built-in ones that no own one replaces.</summary>
    public static string OfTemplates(TemplateFiles files) => Of(
        files.Templates.Select(t => (t.Name, Convert.ToHexStringLower(SHA256.HashData(Plain(Encoding.UTF8.GetBytes(t.Source.Text))))))
            .Concat(files.Assets.Select(a => (a.Path.ToString(), Convert.ToHexStringLower(SHA256.HashData(a.Bytes.Span))))));

    // A byte order mark and the line ends of another system change no site.
    private static ReadOnlySpan<byte> Plain(byte[] bytes)
    {
        ReadOnlySpan<byte> text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        if (!text.Contains((byte)'\r'))
        {
            return text;
        }

        byte[] plain = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isHalf = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            if (!isHalf)
            {
                plain[length++] = text[i] == '\r' ? (byte)'\n' : text[i];
            }
        }

        return plain.AsSpan(0, length);
    }

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
