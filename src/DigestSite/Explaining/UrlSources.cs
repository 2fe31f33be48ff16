using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Explaining;

/// <summary>What kind of file stands at an address, its template, and the content that it shows.</summary>
/// <param name="Template">Null for what no template makes.</param>
/// <param name="Files">With the line, where one line is meant.</param>
internal sealed record UrlSources(string Kind, string? Template, IReadOnlyList<string> Files)
{
    public static UrlSources Of(CompiledContent compiled, OutputFile file)
    {
        SitePath path = file.Path;
        string[] parts = path.ToString().TrimEnd('/').Split('/');
        return parts switch
        {
            [""] => new("the home page", "home.hbs", compiled.Site.Archive.Digests.Count > 0 ? OfDigest(compiled, compiled.Site.Archive.Digests[0]) : []),
            ["404.html"] => new("the page for addresses that do not exist", "not-found.hbs", []),
            ["digests"] => new("all digests", "digests.hbs", Captures(compiled)),
            ["digests", var date, var name] when Digest(compiled, date) is { } digest =>
                new(name.EndsWith(".bib", StringComparison.Ordinal) ? "a digest's papers for BibTeX" : "a digest as Markdown", null, OfDigest(compiled, digest)),
            ["weeks" or "months", var name] => new(parts[0] == "weeks" ? "a week" : "a month", "period.hbs", OfPeriod(compiled, name)),
            ["orgs"] => new("all organizations", "organizations.hbs", Captures(compiled)),
            ["orgs", _] when Path.GetFileName(file.Source) == "hidden.hbs" => new("the former place of an organization whose papers were taken down", "hidden.hbs", [.. compiled.Papers.Where(p => p.Edited?.HiddenBecause is not null).Select(p => Account.Place(p.Edited!.Span))]),
            ["orgs", ..] => new(Paged("an organization", parts), "organization.hbs", Captures(compiled)),
            ["trending"] => new("trending papers", "trending.hbs", Captures(compiled)),
            ["subscribe"] => new("all ways to follow the site", "subscribe.hbs", [.. Rules(compiled)]),
            ["site.webmanifest"] => new("what phones read of the site", null, ["site.yml"]),
            ["themes", var id, "papers.bib"] when Theme(compiled, id) is { } theme => new("a theme's papers for BibTeX", null, [theme, .. Overrides(compiled, p => p.Paper.Theme.Id == id)]),
            ["themes"] => new("all themes", "themes.hbs", [.. Rules(compiled)]),
            ["stats"] => new("the archive in numbers", "stats.hbs", [.. Captures(compiled), .. Rules(compiled)]),
            ["map"] => new("the map of the papers", "map.hbs", [.. Captures(compiled), .. Rules(compiled)]),
            ["search"] => new("the search page", "search.hbs", []),
            ["search", ..] => new("the search index", null, [.. Captures(compiled), .. Overrides(compiled, _ => true)]),
            ["digests", var date] when Digest(compiled, date) is { } digest => new("a digest", "digest.hbs", OfDigest(compiled, digest)),
            ["themes", var id, var name] when Format(name) is { } format && Theme(compiled, id) is { } theme => new(format + " of a theme", null, [theme, .. Overrides(compiled, p => p.Paper.Theme.Id == id)]),
            ["tags", var id, var name] when Format(name) is { } format && compiled.Content.Tags.Rules.FirstOrDefault(r => r.Tag.Id == id) is { } rule =>
                new(format + " of a tag", null, [Account.Place(rule.Span), .. Overrides(compiled, p => p.Paper.Tags.Contains(rule.Tag))]),
            ["papers", "archive", _] => new("a document of the archive of the papers' Atom feed", null, [.. Captures(compiled), .. Overrides(compiled, _ => true)]),
            ["papers", var name] when Format(name) is { } format => new(format + " of the papers", null, [.. Captures(compiled), .. Overrides(compiled, _ => true)]),
            ["themes", var id, ..] when Theme(compiled, id) is { } theme => new(Paged("a theme", parts), "theme.hbs", [theme, .. Overrides(compiled, p => p.Paper.Theme.Id == id)]),
            ["tags", var id, ..] when compiled.Content.Tags.Rules.FirstOrDefault(r => r.Tag.Id == id) is { } rule =>
                new(Paged("a tag", parts), "tag.hbs", [Account.Place(rule.Span), .. Overrides(compiled, p => p.Paper.Tags.Contains(rule.Tag))]),
            ["papers", var slug] => OfPaper(compiled, slug, file),
            ["api", "papers", var name] when Paper(compiled, Path.GetFileNameWithoutExtension(name)) is { } paper => new("a paper, for programs", null, Content(compiled, paper)),
            ["api", "digests", var name] when Digest(compiled, Path.GetFileNameWithoutExtension(name)) is { } digest => new("a digest, for programs", null, OfDigest(compiled, digest)),
            ["api", "papers.json"] => new("all papers, for programs", null, [.. Captures(compiled), .. Overrides(compiled, _ => true)]),
            ["api", "digests.json"] => new("all digests, for programs", null, Captures(compiled)),
            ["api", "themes.json"] => new("themes and tags, for programs", null, [.. Rules(compiled)]),
            ["api", "build.json"] => new("what the site was built from, for programs", null, []),
            [var name] when Format(name) is { } format => new(format + " of the digests", null, Captures(compiled)),
            ["feeds.opml"] => new("all feeds, for feed readers", null, [.. Rules(compiled)]),
            ["robots.txt"] => new("what crawlers read first", null, []),
            [var name] when name.StartsWith("sitemap", StringComparison.Ordinal) => new("the sitemap", null, []),
            ["assets", ..] => new("an asset, copied as it is", null, []),
            [var slug] when compiled.Site.Pages.Any(p => p.Slug.ToString() == slug) => new("a page of its own", "page.hbs", []),
            _ when file.Source.EndsWith(".hbs", StringComparison.Ordinal) => new("a page", Path.GetFileName(file.Source), []),
            _ => new(path.IsFolder ? "a redirect" : "a copy of the file it moved to", path.IsFolder ? "redirect.hbs" : null, []),
        };
    }

    private static UrlSources OfPaper(CompiledContent compiled, string slug, OutputFile file) =>
        Paper(compiled, slug) is null && Path.GetFileName(file.Source) == "hidden.hbs" ? new("the former place of a paper that was taken down", "hidden.hbs", [])
        : Paper(compiled, slug) is not { } paper ? new("a redirect", "redirect.hbs", Moved(compiled, slug))
        : paper.Edited?.HiddenBecause is not null ? new("the place of a paper that was taken down", "hidden.hbs", [Account.Place(paper.Edited.Span)])
        : new("a paper", "paper.hbs", Content(compiled, paper));

    private static string[] Moved(CompiledContent compiled, string slug) =>
        [.. compiled.Site.Archive.Moved.Where(m => m.From.ToString() == slug).Select(m => $"papers.yml: an alias of {m.To}")];

    private static string[] Content(CompiledContent compiled, CuratedPaper curated) =>
    [
        .. curated.Paper.Appearances.Select(Account.Place),
        .. curated.Edited is { } edited ? [Account.Place(edited.Span)] : Array.Empty<string>(),
        .. Theme(compiled, curated.Paper.Theme.Id) is { } theme ? [theme] : Array.Empty<string>(),
        .. curated.Paper.Tags.Select(t => Account.Place(compiled.Content.Tags.Rules[t.Order].Span)),
    ];

    private static string[] OfDigest(CompiledContent compiled, Digest digest) =>
    [
        .. digest.Captures.Select(c => c.Dump.Source.Name),
        .. compiled.Content.Notes.Where(n => n.Date == digest.Date && digest.Note is not null).Select(n => n.Source.Name),
        .. compiled.Content.Dumps.Where(d => digest.Captures.Any(c => c.Name == d.Name)).Select(d => Account.Place(d.Span)),
        .. Overrides(compiled, p => digest.Papers.Any(q => q.Slug == p.Paper.Slug)),
    ];

    private static string[] OfPeriod(CompiledContent compiled, string name) =>
    [
        .. compiled.Site.Archive.Digests
            .Where(d => IsoWeek.Of(d.Date).ToString() == name || Routes.Iso(d.Date).StartsWith(name + "-", StringComparison.Ordinal))
            .SelectMany(d => d.Captures.Select(c => c.Dump.Source.Name)),
    ];

    private static string[] Overrides(CompiledContent compiled, Func<CuratedPaper, bool> isShown)
    {
        SourceSpan[] spans = [.. compiled.Papers.Where(p => p.Edited is { HiddenBecause: null } && isShown(p)).Select(p => p.Edited!.Span).OrderBy(s => s.Line)];
        return spans.Length == 0 ? [] : [$"{spans[0].FileName}: {Account.Count(spans.Length, "paper of it has an entry", "papers of it have entries")}"];
    }

    private static string[] Captures(CompiledContent compiled) => [.. compiled.Captures.Select(c => c.Dump.Source.Name).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Rules(CompiledContent compiled) =>
        compiled.Content.Themes.Rules.Select(r => r.Span.FileName).Concat(compiled.Content.Tags.Rules.Select(r => r.Span.FileName)).Distinct(StringComparer.Ordinal);

    private static string? Theme(CompiledContent compiled, string id) =>
        compiled.Content.Themes.Rules.FirstOrDefault(r => r.Theme.Id == id) is { } rule ? Account.Place(rule.Span)
        : id == Papers.Theme.OtherId ? "what no theme claims"
        : null;

    private static CuratedPaper? Paper(CompiledContent compiled, string slug) => compiled.Papers.FirstOrDefault(p => p.Paper.Slug.ToString() == slug);

    private static Digest? Digest(CompiledContent compiled, string date) => compiled.Site.Archive.Digests.FirstOrDefault(d => Routes.Iso(d.Date) == date);

    private static string? Format(string name) => name switch
    {
        "feed.xml" => "the RSS feed",
        "atom.xml" => "the Atom feed",
        "feed.json" => "the JSON feed",
        _ => null,
    };

    private static string Paged(string kind, string[] parts) => parts is [_, _, "page", var number] ? $"{kind}, page {number}" : kind;
}
