using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>Reads what the editors wrote.</summary>
internal static class ContentLoader
{
    /// <summary>Null when anything is wrong; everything that is has then been reported, of all files.</summary>
    public static Content? Load(ContentFiles files, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        SiteSettings? settings = Read(files.Site, SiteFile.Shape, found);
        ThemeRules? themes = Read(files.Themes, ThemesFile.Shape, found);
        TagRules? tags = files.Tags is null && files.IsWhole ? new TagRules([]) : Read(files.Tags, TagsFile.Shape, found);
        var papersFile = new PapersFile(themes, tags);
        PaperOverrides? papers = files.Papers is null ? new PaperOverrides([]) : Read(files.Papers, papersFile.Shape, found);
        EquatableArray<DumpSettings> dumps = Read(files.Dumps, DumpsFile.Shape, found);
        Sources? sources = Read(files.Sources, SourcesFile.Shape, found);
        FreePage?[] pages = [.. files.Pages.Select(p => PageFile.Read(p, found))];
        NoteSource?[] notes = [.. files.Notes.Select(n => NoteFile.Read(n, found))];
        diagnostics.Acknowledge(Read(files.Acknowledged, AcknowledgedFile.Shape, found));
        foreach (Diagnostic diagnostic in found.InOrder())
        {
            diagnostics.Add(diagnostic);
        }

        return found.HasErrors || !files.IsWhole || settings is null || themes is null || tags is null || papers is null ? null : new Content
        {
            Settings = settings,
            Themes = themes,
            Tags = tags,
            Papers = papers,
            Dumps = dumps,
            Sources = sources,
            Notes = notes.OfType<NoteSource>().OrderBy(n => n.Date).ToEquatableArray(),
            Pages = pages.OfType<FreePage>().OrderBy(p => p.Slug).ToEquatableArray(),
        };
    }

    private static T? Read<T>(SourceText? file, MapShape<T> shape, DiagnosticBag diagnostics)
        where T : notnull =>
        file is not null && YamlReader.Read(YamlSource.Whole(file), diagnostics) is { } root && shape.TryRead(root, diagnostics, out T? value)
            ? value
            : default;
}
