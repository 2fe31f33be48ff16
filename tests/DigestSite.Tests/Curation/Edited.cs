using DigestSite.Curation;
using DigestSite.Diagnostics;

namespace DigestSite.Tests.Curation;

/// <summary>Content as an editor might write it, with everything else in order.</summary>
internal static class Edited
{
    public const string Site = """
        title: Sample digest
        description: A digest for tests.
        base_url: https://digest.example.org/base/
        feed_authority: digest.example.org,2025

        """;

    public const string Themes = """
        threshold: 4
        themes:
          - id: robustness
            title: Robustness
            description: Models under attack.
            match: [adversarial attack]
          - id: theory
            title: Theory
            description: Bounds.
            match: [bound]

        """;

    public const string Tags = """
        tags:
          - id: grokking
            title: Grokking
            description: Delayed generalization.
            match: [grokking]
          - id: code
            title: Code
            description: Programs.

        """;

    public const string Page = "---\ntitle: About\ndescription: What this is.\n---\nHello.\n";

    /// <summary>All files, those not given being right (or absent, where they may be).</summary>
    public static ContentFiles Files(string site = Site, string themes = Themes, string? tags = Tags, string? papers = null, string? dumps = null, string? page = null, string pageName = "about.md", string? note = null, string noteName = "2025-11-03.md") => new()
    {
        Site = new SourceText("content/site.yml", site),
        Themes = new SourceText("content/themes.yml", themes),
        Tags = tags is null ? null : new SourceText("content/tags.yml", tags),
        Papers = papers is null ? null : new SourceText("content/papers.yml", papers),
        Dumps = dumps is null ? null : new SourceText("content/dumps.yml", dumps),
        Notes = note is null ? [] : [new SourceText("content/notes/" + noteName, note)],
        Pages = page is null ? [] : [new SourceText("content/pages/" + pageName, page)],
    };

    public static Content Loaded(ContentFiles files)
    {
        var diagnostics = new DiagnosticBag();
        Content? content = ContentLoader.Load(files, diagnostics);
        Assert.Empty(diagnostics.InOrder().Select(d => d.ToString()));
        return Assert.IsType<Content>(content);
    }

    /// <summary>What is wrong, each with the text that it points at: <c>DS021 content/site.yml(1): titel</c>.</summary>
    public static string[] Faults(ContentFiles files)
    {
        var diagnostics = new DiagnosticBag();
        Content? content = ContentLoader.Load(files, diagnostics);
        Assert.Equal(diagnostics.HasErrors, content is null);
        return [.. diagnostics.InOrder().Select(Shown)];
    }

    public static Diagnostic OnlyDiagnostic(ContentFiles files)
    {
        var diagnostics = new DiagnosticBag();
        ContentLoader.Load(files, diagnostics);
        return Assert.Single(diagnostics.InOrder());
    }

    public static string Shown(Diagnostic diagnostic) =>
        $"{diagnostic.Id} {diagnostic.Span.FileName}({diagnostic.Span.Line}): {Pointed(diagnostic.Span)}";

    private static string Pointed(SourceSpan span) => span.LineText is { } line ? line.Substring(span.Column - 1, span.Length) : "";
}
