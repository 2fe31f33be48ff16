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

    // ---- DS4xx: templates
    //

    // ---- DS5xx: pages and links
    //

    // ---- DS6xx: publishing
    //

    private static DiagnosticDescriptor Error(string id, string message, string wayOut) => new(id, Severity.Error, message, wayOut);

    private static DiagnosticDescriptor Warning(string id, string message, string wayOut) => new(id, Severity.Warning, message, wayOut);
}
