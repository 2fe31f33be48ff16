using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>One template: its name within the templates folder (<c>paper.hbs</c>, <c>partials/card.hbs</c>) and its text.</summary>
internal sealed record TemplateFile(string Name, SourceText Source);

/// <summary>A kind of page: the template that renders it and the type that the template sees.</summary>
internal sealed record PageTemplate(string Name, Type Model)
{
    /// <summary>Whether it is compiled only when it is rendered: most builds need no message.</summary>
    public bool IsOnDemand { get; init; }
}

/// <summary>What pages are made with: templates (<c>*.hbs</c>) and, under <c>assets/</c>, files that are copied as they are.</summary>
internal sealed record TemplateFiles
{
    public required EquatableArray<TemplateFile> Templates { get; init; }

    public required EquatableArray<OutputFile> Assets { get; init; }

    /// <summary>Whether every template could be read. One that could not stands here empty, so that nobody calls it missing.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Reads a folder of the site's own files; what cannot be read is reported and left out.</summary>
    /// <param name="mustExist">Whether it is a mistake when there is no such folder.</param>
    public static TemplateFiles Read(string folder, bool mustExist, DiagnosticBag diagnostics)
    {
        var templates = new List<TemplateFile>();
        var assets = new List<OutputFile>();
        bool isWhole = true;
        if (Directory.Exists(folder))
        {
            string display = folder.Replace('\\', '/').TrimEnd('/');
            foreach ((string name, string path) in InputFolder.AllFiles(folder, display, diagnostics))
            {
                isWhole &= Add(templates, assets, name, $"{display}/{name}", path, diagnostics);
            }
        }
        else if (mustExist || File.Exists(folder))
        {
            diagnostics.Add(Catalog.NoTemplateFolder.At(SourceSpan.File(folder), folder));
        }

        return Of(templates, assets) with { IsWhole = isWhole };
    }

    public static TemplateFiles Of(IEnumerable<TemplateFile> templates, IEnumerable<OutputFile> assets) => new()
    {
        Templates = templates.OrderBy(t => t.Name, StringComparer.Ordinal).ToEquatableArray(),
        Assets = assets.OrderBy(a => a.Path).ToEquatableArray(),
    };

    // False when a template could not be read.
    private static bool Add(
        List<TemplateFile> templates, List<OutputFile> assets, string name, string shown, string path, DiagnosticBag diagnostics)
    {
        if (name.Split('/').Any(part => part.StartsWith('.')))
        {
            return true; // The system's or the editor's own, such as .DS_Store.
        }

        if (TemplateNames.IsAsset(name))
        {
            AddAsset(assets, name, shown, path, diagnostics);
        }
        else if (TemplateNames.IsTemplate(name))
        {
            SourceText? source = ReadTemplate(shown, path, diagnostics);
            templates.Add(new(name, source ?? new SourceText(shown, "")));
            return source is not null;
        }
        else
        {
            diagnostics.Add(Catalog.NeitherTemplateNorAsset.At(SourceSpan.File(shown), name, WayOut(name)));
        }

        return true;
    }

    // A slip in a built-in file's name is told before the general rule.
    private static string WayOut(string name)
    {
        string stem = Path.ChangeExtension(name, TemplateNames.Extension).ToLowerInvariant();
        string? meant = BuiltInTemplates.Names
            .Select(n => (Name: n, Distance: Math.Min(Spelling.Distance(n, stem), Spelling.Distance(n, name.ToLowerInvariant()))))
            .Where(n => n.Distance <= 2)
            .OrderBy(n => n.Distance)
            .Select(n => n.Name)
            .FirstOrDefault();
        return meant is not null
            ? $"did you mean `{meant}`?"
            : $"a file to be copied goes under `{TemplateNames.AssetFolder}`: did you mean `{TemplateNames.AssetFolder}{Path.GetFileName(name)}`? Otherwise move it out of this folder";
    }

    private static void AddAsset(List<OutputFile> assets, string name, string shown, string path, DiagnosticBag diagnostics)
    {
        if (SitePath.TryParse(name, out SitePath address))
        {
            if (InputFile.Read(path, shown, diagnostics) is { } bytes && (!IsText(name) || LineScreening.IsMerged(new SourceText(shown, Encoding.UTF8.GetString(bytes)), diagnostics)))
            {
                assets.Add(new(address, bytes, shown));
            }
        }
        else
        {
            diagnostics.Add(Catalog.AssetNameIsNoAddress.At(SourceSpan.File(shown), name));
        }
    }

    private static bool IsText(string name) => Path.GetExtension(name) is ".css" or ".js" or ".svg" or ".json" or ".html" or ".xml" or ".txt" or ".webmanifest";

    private static SourceText? ReadTemplate(string shown, string path, DiagnosticBag diagnostics) =>
        InputFile.Read(path, shown, diagnostics, InputFile.TypedLimit) is { } bytes
        && Utf8Text.Decode(bytes, shown, diagnostics) is { } source
        && LineScreening.Passes(source, diagnostics)
            ? source
            : null;
}
