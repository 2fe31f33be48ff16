namespace DigestSite.Diagnostics;

/// <summary>Every diagnostic there is: id, severity, wording, way out. A test provokes each of them.</summary>
internal static class Catalog
{
    // ---- DS0xx: content files (YAML, Markdown)
    //

    // ---- DS1xx: reading dumps
    //
    public static DiagnosticDescriptor EmptyDump { get; } = Error(
        "DS101", "the dump is empty", "save the text of the listing page in this file, or delete the file");

    public static DiagnosticDescriptor BinaryDump { get; } = Error(
        "DS102", "this is not a text file: {0}", "save the listing page as plain text in UTF-8, or delete the file");

    public static DiagnosticDescriptor InvalidText { get; } = Warning(
        "DS103", "this is not valid {0}; U+FFFD stands in its place", "save the file as UTF-8, or type the character anew");

    public static DiagnosticDescriptor NoDateLine { get; } = Error(
        "DS104", "the dump has no date line", "put the date line of the page, for example `Nov 3`, on a line of its own above the first paper");

    public static DiagnosticDescriptor ImpossibleDate { get; } = Error(
        "DS105", "`{0}` is not a date", "write the date as the page prints it: `Nov 3`, `Oct 6, 2024`, or `Oct 6, 2024 2` with 2 comments");

    public static DiagnosticDescriptor StrayDate { get; } = Error(
        "DS106", "the date `{0}` belongs to no paper and is not the date line of the dump", "keep one date line, above the first paper; put a second capture into a file of its own");

    public static DiagnosticDescriptor StrayProse { get; } = Error(
        "DS107", "this text stands under no title", "put the title of the paper above it, on a line of its own with a blank line below, or delete the text");

    public static DiagnosticDescriptor StrayAttribution { get; } = Error(
        "DS108", "this attribution stands under no paper", "put the title of the paper above it, or delete the line");

    public static DiagnosticDescriptor NotAboveTitle { get; } = Error(
        "DS109", "`{0}` stands above no title", "put the title of the paper on the next line, or delete the line");

    public static DiagnosticDescriptor AboveDateLine { get; } = Error(
        "DS110", "`{0}` stands above the date line and is not known from the page's heading", "move it below the date line if it is a paper, or delete the line");

    public static DiagnosticDescriptor NoListing { get; } = Error(
        "DS111", "the dump lists no paper", "save the whole text of the listing page in this file, or delete the file");

    public static DiagnosticDescriptor BareTitle { get; } = Warning(
        "DS112", "`{0}` is read as the title of a paper, but has neither abstract nor attribution", "if it is a paper, put a line `-` (no votes) above it; else delete the line");

    public static DiagnosticDescriptor CutAttribution { get; } = Warning(
        "DS113", "the attribution breaks off: no date follows", "put the paper's date, for example `Oct 6, 2024`, on the next line, or delete the line");

    public static DiagnosticDescriptor CountTooLarge { get; } = Error(
        "DS114", "`{0}` is too large a count", "correct the number, or delete the line");

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
