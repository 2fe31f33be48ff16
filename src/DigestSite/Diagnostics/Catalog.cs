namespace DigestSite.Diagnostics;

/// <summary>Every diagnostic there is: id, severity, wording, way out. A test provokes each of them.</summary>
internal static class Catalog
{
    // ---- DS0xx: content files (YAML, Markdown)
    //

    // ---- DS1xx: reading dumps
    //

    // ---- DS2xx: dating
    public static DiagnosticDescriptor YearUnknown { get; } = Error(
        "DS201", "nothing tells the year of this capture", "add under `dumps:` in content/dumps.yml, with the year it was captured in: `{0}`");

    public static DiagnosticDescriptor YearsDisagree { get; } = Error(
        "DS202", "{0}, but {1}", "one capture has one year: correct the wrong one");

    public static DiagnosticDescriptor NameAgainstPage { get; } = Error(
        "DS203", "{0}, but the page prints {1}", "rename {2} so that it begins with the date of its page, or with no date");

    public static DiagnosticDescriptor AgainstRecord { get; } = Error(
        "DS204", "{0}, but {1}", "a recorded date stays: correct what was added or changed; if the record is wrong, correct {2} in content/ledger.tsv and redirect the old address");

    public static DiagnosticDescriptor AgainstKnownYear { get; } = Error(
        "DS205", "{0}, but {1}", "one of the two is wrong: correct the year given, or the listing");

    public static DiagnosticDescriptor ElidedAfterCapture { get; } = Error(
        "DS206", "{0} is printed with {1}, which a page of {2} cannot print without its year", "correct the date of the listing, or the date of the page");

    public static DiagnosticDescriptor PagesContradict { get; } = Error(
        "DS207", "{0}, but {1}", "one of the two is wrong: correct this line or {2}, or remove the dump that is wrong");

    public static DiagnosticDescriptor NoYearFits { get; } = Error(
        "DS208", "no year fits this capture: {0}", "correct the line that is wrong, or add under `dumps:` in content/dumps.yml, with the year it was captured in: `{1}`");

    public static DiagnosticDescriptor AfterAsOf { get; } = Error(
        "DS209", "this capture is of {0}, later than the as-of date {1}", "build with `--as-of {0}` or a later date, or add under `dumps:` in content/dumps.yml: `{2}`");

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
