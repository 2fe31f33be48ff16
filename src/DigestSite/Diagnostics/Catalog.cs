namespace DigestSite.Diagnostics;

/// <summary>Every diagnostic there is: id, severity, wording, way out. A test provokes each of them.</summary>
internal static class Catalog
{
    // ---- DS0xx: content files (YAML, Markdown)
    //

    // ---- DS1xx: reading dumps
    //

    // ---- DS2xx: dating
    //

    // ---- DS3xx: papers, curation and the ledger
    //
    public static DiagnosticDescriptor TitleOfTwoPapers { get; } = Warning(
        "DS301", "the title `{0}` belongs to several papers ({1}); this listing has no id to tell which",
        "give the paper meant its `arxiv:` in papers.yml, under the slug of this title");

    public static DiagnosticDescriptor FieldConflict { get; } = Warning(
        "DS302", "the {0} here is {1}, but {2} is shown for `{3}`: a newer capture or a full date says so",
        "look at both captures; when they are two papers, give each its `arxiv:` in papers.yml");

    public static DiagnosticDescriptor LedgerLine { get; } = Error(
        "DS303", "this line is not a ledger record, or repeats one",
        "restore the line from version control, or remove it and run `digest record`; the forms are: paper, alias, dump, url (see docs/editing.md)");

    public static DiagnosticDescriptor LedgerIdentityTwice { get; } = Error(
        "DS304", "the identity `{0}` is recorded for `{1}` already",
        "keep the line that was published first and remove the other");

    public static DiagnosticDescriptor Unrecorded { get; } = Warning(
        "DS305", "not in the ledger yet: {0}",
        "run `digest record` and commit content/ledger.tsv: it freezes slugs, identities and addresses");

    public static DiagnosticDescriptor UrlVanished { get; } = Error(
        "DS306", "`/{0}` was published, but this build does not make it",
        "bring its source back, or say where it went with a ledger line: `url`, `/{0}`, `redirect`, the new path; or `url`, `/{0}`, `retired` (tabs between)");

    public static DiagnosticDescriptor UrlReturned { get; } = Error(
        "DS307", "the ledger calls `/{0}` {1}, but this build makes it",
        "remove this line and run `digest record`, or stop making the page");

    public static DiagnosticDescriptor RedirectNowhere { get; } = Error(
        "DS308", "`/{0}` redirects to `/{1}`, which this build does not make",
        "name a page that exists");

    // ---- DS4xx: templates
    //

    // ---- DS5xx: pages and links
    //

    // ---- DS6xx: publishing
    //

    private static DiagnosticDescriptor Error(string id, string message, string wayOut) => new(id, Severity.Error, message, wayOut);

    private static DiagnosticDescriptor Warning(string id, string message, string wayOut) => new(id, Severity.Warning, message, wayOut);
}
