using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>One template: its name within the templates folder (<c>paper.hbs</c>, <c>partials/card.hbs</c>) and its text.</summary>
internal sealed record TemplateFile(string Name, SourceText Source);

/// <summary>A kind of page: the template that renders it and the type that the template sees.</summary>
internal sealed record PageTemplate(string Name, Type Model);

/// <summary>What a templates folder holds: templates (<c>*.hbs</c>) and, under <c>assets/</c>, files that are copied as they are.</summary>
internal sealed record TemplateFiles
{
    private const string AssetFolder = "assets/";

    public required EquatableArray<TemplateFile> Templates { get; init; }

    public required EquatableArray<OutputFile> Assets { get; init; }

    /// <summary>Whether every template could be read. One that could not stands here empty, so that nobody calls it missing.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Reads a folder; what cannot be read is reported and left out.</summary>
    public static TemplateFiles Read(string folder, DiagnosticBag diagnostics)
    {
        var templates = new List<TemplateFile>();
        var assets = new List<OutputFile>();
        bool isWhole = true;
        if (!Directory.Exists(folder))
        {
            diagnostics.Add(Catalog.NoTemplateFolder.At(SourceSpan.File(folder), folder));
        }
        else
        {
            string display = folder.Replace('\\', '/').TrimEnd('/');
            foreach ((string name, string path) in InputFolder.AllFiles(folder, display, diagnostics))
            {
                string shown = $"{display}/{name}";
                if (name.StartsWith(AssetFolder, StringComparison.Ordinal))
                {
                    AddAsset(assets, name, shown, path, diagnostics);
                }
                else if (name.EndsWith(".hbs", StringComparison.Ordinal))
                {
                    SourceText? source = ReadTemplate(shown, path, diagnostics);
                    isWhole &= source is not null;
                    templates.Add(new(name, source ?? new SourceText(shown, "")));
                }
            }
        }

        return Ordered(templates, assets) with { IsWhole = isWhole };
    }

    private static TemplateFiles Ordered(IEnumerable<TemplateFile> templates, IEnumerable<OutputFile> assets) => new()
    {
        Templates = templates.OrderBy(t => t.Name, StringComparer.Ordinal).ToEquatableArray(),
        Assets = assets.OrderBy(a => a.Path).ToEquatableArray(),
    };

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
