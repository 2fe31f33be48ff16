using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>Finds files under <c>assets/</c> that the site carries for nobody.</summary>
internal static class UnusedAssets
{
    // A licence stands beside what it is of; nobody links to it.
    private static readonly string[] Notices = ["LICENSE", "LICENCE", "COPYING", "NOTICE"];

    /// <summary>Warns of each of the site's own assets that is neither linked to nor named in a script. Built-in ones are never reported.</summary>
    /// <param name="unlinked">The files of the finished site that no other links to.</param>
    /// <param name="files">Every file of the finished site.</param>
    public static void Report(IEnumerable<OutputFile> unlinked, IEnumerable<OutputFile> files, DiagnosticBag diagnostics)
    {
        OutputFile[] suspects = [.. unlinked.Where(f => TemplateNames.IsAsset(f.Path.ToString()) && !BuiltInTemplates.IsBuiltIn(f.Source) && !IsNotice(f))];
        if (suspects.Length == 0)
        {
            return;
        }

        // What a script asks for is not a link, but there the file's name must stand.
        OutputFile[] scripts = [.. files.Where(f => Path.GetExtension(f.Path.ToString()) is ".js" or ".mjs")];
        foreach (OutputFile asset in suspects)
        {
            byte[] name = Encoding.UTF8.GetBytes(Path.GetFileName(asset.Path.ToString()));
            if (!Array.Exists(scripts, s => s.Path != asset.Path && s.Bytes.Span.IndexOf(name) >= 0))
            {
                diagnostics.Add(Catalog.UnusedAsset.At(SourceSpan.File(asset.Source), asset.Path));
            }
        }
    }

    private static bool IsNotice(OutputFile file) =>
        Array.Exists(Notices, n => Path.GetFileName(file.Path.ToString()).Contains(n, StringComparison.OrdinalIgnoreCase));
}
