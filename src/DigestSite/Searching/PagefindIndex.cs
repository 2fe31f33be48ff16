using System.Globalization;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Searching;

/// <summary>The index that Pagefind makes of a site, as files of the site.</summary>
internal static class PagefindIndex
{
    private const string Entry = "pagefind-entry.json";

    // Ways to show results that come with it; the search page is our own.
    private static readonly string[] Unneeded = ["pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.", "playground/"];

    /// <summary>The files, none for a site that has another index. Why there is none is reported where site.yml asks for it.</summary>
    /// <param name="tool">Null where no program can be run.</param>
    public static IReadOnlyList<OutputFile> Make(SiteModel site, Func<Paper, string?> byline, IndexTool? tool, DiagnosticBag diagnostics)
    {
        if (!site.UsesPagefind)
        {
            return [];
        }

        // With errors about nothing is published, so nothing need be found.
        if (diagnostics.HasFaults)
        {
            return Missing;
        }

        IReadOnlyList<OutputFile> pages = PagefindPages.Of(site, byline);
        IndexAnswer answer = tool?.Invoke(pages) ?? IndexAnswer.NoProgram("no program can be run here");
        OutputFile[] files = [.. answer.Files.Where(f => !Array.Exists(Unneeded, u => f.Path.ToString().StartsWith(u, StringComparison.Ordinal)))];
        if (Fault(answer, files, pages.Count) is { } fault)
        {
            diagnostics.Add(fault(site.Settings.Search.Span));
            return Missing;
        }

        return [.. files.Select(f => f with { Path = new(Routes.Pagefind + f.Path.ToString()) }).OrderBy(f => f.Path), Licence];
    }

    // In its place, so that the search page's link to it is no second error.
    private static OutputFile[] Missing => [new(Routes.PagefindScript, ReadOnlyMemory<byte>.Empty, "Pagefind")];

    private static OutputFile Licence => new(new(Routes.Pagefind + "LICENSE.txt"), EmbeddedFiles.Read("licences/pagefind.txt"), "built-in");

    private static Func<SourceSpan, Diagnostic>? Fault(IndexAnswer answer, OutputFile[] files, int papers) => answer.Fault switch
    {
        IndexFault.NoProgram => at => Catalog.NoPagefind.At(at, answer.Detail),
        IndexFault.Failed => at => Catalog.PagefindFailed.At(at, answer.Detail),
        IndexFault.TimedOut => at => Catalog.PagefindTimedOut.At(at, answer.Detail),
        _ when !Array.Exists(files, f => Routes.Pagefind + f.Path.ToString() == Routes.PagefindScript.ToString()) =>
            at => Catalog.PagefindIncomplete.At(at, "there is no `pagefind.js` in it"),
        _ when Indexed(files) is var indexed && indexed != papers =>
            at => Catalog.PagefindIncomplete.At(at, string.Create(CultureInfo.InvariantCulture, $"it knows {indexed} of {papers} papers")),
        _ => null,
    };

    // {"languages":{"en":{"page_count":2}}}
    private static int Indexed(OutputFile[] files)
    {
        try
        {
            if (Array.Find(files, f => f.Path.ToString() == Entry) is not { } entry)
            {
                return 0;
            }

            using var json = JsonDocument.Parse(entry.Bytes);
            return json.RootElement.GetProperty("languages").EnumerateObject().Sum(l => l.Value.GetProperty("page_count").GetInt32());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return 0;
        }
    }
}
