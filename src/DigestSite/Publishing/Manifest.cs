using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>The list, inside the output folder, of what builds wrote: only that is ever overwritten or deleted.</summary>
internal static class Manifest
{
    public const string FileName = ".digest-manifest";

    private const string FirstLine = "digest-manifest 1";

    /// <summary>The manifest of a site of these files, itself among them.</summary>
    public static byte[] Of(IEnumerable<string> paths)
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        foreach (string path in paths.Where(p => p != FileName).Order(StringComparer.Ordinal))
        {
            text.Append(path).Append('\n');
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>What earlier builds wrote, the manifest itself included; nothing where there is none; null when it is damaged.</summary>
    public static HashSet<string>? Read(OutputFolder folder, Tree tree, DiagnosticBag diagnostics)
    {
        var written = new HashSet<string>(OutputFolder.PathComparer);
        // A folder or link of that name is foreign, and found to be in the way.
        if (tree.KindOf(FileName) != EntryKind.File)
        {
            return written;
        }

        written.Add(FileName);
        var source = new SourceText(folder.Span(FileName).FileName, File.ReadAllText(folder.At(FileName)));
        for (int line = 1; line <= source.LineCount; line++)
        {
            string text = source.Line(line).TrimEnd().ToString();
            bool isKnown = line == 1 ? text == FirstLine : text.Length == 0 || IsFilePath(text);
            if (!isKnown)
            {
                string reason = line == 1 ? $"it does not begin with `{FirstLine}`" : $"`{text}` is not the path of a file";
                diagnostics.Add(Catalog.ManifestDamaged.At(source.At(line, length: text.Length), reason));
                return null;
            }

            if (line > 1 && text.Length > 0)
            {
                written.Add(text);
            }
        }

        return written;
    }

    /// <summary>Whether this is a relative path that stays inside the folder it is joined to.</summary>
    public static bool IsFilePath(string text) => SitePath.TryParse(text, out SitePath path) && !path.IsFolder;
}
