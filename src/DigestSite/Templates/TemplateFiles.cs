using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>One template: its name within the templates folder (<c>paper.hbs</c>, <c>partials/card.hbs</c>) and its text.</summary>
internal sealed record TemplateFile(string Name, SourceText Source);

/// <summary>A kind of page: the template that renders it and the type that the template sees.</summary>
internal sealed record PageTemplate(string Name, Type Model);

/// <summary>What pages are made with: templates (<c>*.hbs</c>) and, under <c>assets/</c>, files that are copied as they are.</summary>
internal sealed record TemplateFiles
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public required EquatableArray<TemplateFile> Templates { get; init; }

    public required EquatableArray<OutputFile> Assets { get; init; }

    /// <summary>Reads a folder of the site's own files; what cannot be read is reported and left out.</summary>
    /// <param name="mustExist">Whether it is a mistake when there is no such folder.</param>
    public static TemplateFiles Read(string folder, bool mustExist, DiagnosticBag diagnostics)
    {
        var templates = new List<TemplateFile>();
        var assets = new List<OutputFile>();
        if (Directory.Exists(folder))
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
                string shown = $"{folder.Replace('\\', '/').TrimEnd('/')}/{name}";
                Add(templates, assets, name, shown, path, diagnostics);
            }
        }
        else if (mustExist || File.Exists(folder))
        {
            diagnostics.Add(Catalog.NoTemplateFolder.At(SourceSpan.File(folder), folder));
        }

        return Of(templates, assets);
    }

    public static TemplateFiles Of(IEnumerable<TemplateFile> templates, IEnumerable<OutputFile> assets) => new()
    {
        Templates = templates.OrderBy(t => t.Name, StringComparer.Ordinal).ToEquatableArray(),
        Assets = assets.OrderBy(a => a.Path).ToEquatableArray(),
    };

    private static void Add(
        List<TemplateFile> templates, List<OutputFile> assets, string name, string shown, string path, DiagnosticBag diagnostics)
    {
        if (name.Split('/').Any(part => part.StartsWith('.')))
        {
            return; // The system's or the editor's own, such as .DS_Store.
        }

        if (TemplateNames.IsAsset(name))
        {
            AddAsset(assets, name, shown, path, diagnostics);
        }
        else if (TemplateNames.IsTemplate(name))
        {
            AddTemplate(templates, name, shown, path, diagnostics);
        }
        else
        {
            diagnostics.Add(Catalog.NeitherTemplateNorAsset.At(SourceSpan.File(shown), name, WayOut(name)));
        }
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
            if (InputFile.Read(path, shown, diagnostics) is { } bytes)
            {
                assets.Add(new(address, bytes, shown));
            }
        }
        else
        {
            diagnostics.Add(Catalog.AssetNameIsNoAddress.At(SourceSpan.File(shown), name));
        }
    }

    private static void AddTemplate(List<TemplateFile> templates, string name, string shown, string path, DiagnosticBag diagnostics)
    {
        try
        {
            if (InputFile.Read(path, shown, diagnostics) is { } bytes)
            {
                templates.Add(new(name, new SourceText(shown, Strict.GetString(bytes).TrimStart('\uFEFF'))));
            }
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Add(Catalog.TemplateIsNotUtf8.At(SourceSpan.File(shown)));
        }
    }
}
