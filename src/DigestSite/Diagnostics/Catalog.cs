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

    // ---- DS4xx: templates
    //

    // ---- DS5xx: pages and links
    //
    // From DS510 on: {0} the place (`<a href>`), {1} the URL, {2} what is wrong, {3} what to type, {4} the source, and the number of pages.
    public static DiagnosticDescriptor BrokenLink { get; } = Error("DS510", "`{1}` in {0} leads nowhere: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor OpenFolder { get; } = Error("DS511", "`{1}` in {0} is a folder without its closing slash (from {4})", "{3}");

    public static DiagnosticDescriptor WrongBasePath { get; } = Error("DS512", "`{1}` in {0} {2} the base path (from {4})", "{3}");

    public static DiagnosticDescriptor LetterCase { get; } = Error("DS513", "`{1}` in {0} differs in letter case from the address it means (from {4})", "{3}");

    public static DiagnosticDescriptor EmptyLink { get; } = Error("DS514", "{0} has no address (from {4})", "give it an address, or remove it");

    public static DiagnosticDescriptor MalformedUrl { get; } = Error("DS515", "`{1}` in {0} {2} (from {4})", "{3}");

    public static DiagnosticDescriptor AboveRoot { get; } = Error("DS516", "`{1}` in {0} climbs above the root of the site (from {4})", "{3}");

    public static DiagnosticDescriptor BrokenFragment { get; } = Error("DS517", "`{1}` in {0} names a place that is not there: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor RepeatedId { get; } = Error("DS518", "the id `{1}` stands twice on one page (from {4})", "{3}");

    public static DiagnosticDescriptor NotCanonical { get; } = Error("DS519", "the canonical address `{1}` is not that of its page (from {4})", "{3}");

    public static DiagnosticDescriptor MalformedContact { get; } = Error("DS520", "`{1}` in {0} {2} (from {4})", "{3}");

    public static DiagnosticDescriptor ForbiddenScheme { get; } = Error("DS521", "`{1}` in {0}: {2} (from {4})", "{3}");

    public static DiagnosticDescriptor UnknownScheme { get; } = Warning("DS522", "`{1}` in {0} has the scheme {2}, which few readers can follow (from {4})", "{3}");

    public static DiagnosticDescriptor ProtocolRelative { get; } = Warning("DS523", "`{1}` in {0} leaves out the protocol (from {4})", "{3}");

    public static DiagnosticDescriptor PlainHttp { get; } = Warning("DS524", "`{1}` in {0} is not encrypted (from {4})", "{3}");

    public static DiagnosticDescriptor PrivateHost { get; } = Error("DS525", "`{1}` in {0} leads to {2}, which the public cannot reach (from {4})", "{3}");

    public static DiagnosticDescriptor ExampleHost { get; } = Warning("DS526", "`{1}` in {0} leads to {2}, a name for examples (from {4})", "{3}");

    public static DiagnosticDescriptor RelativeLink { get; } = Error("DS527", "`{1}` in {0} is relative, but is read where there is no page to resolve it against (from {4})", "{3}");

    public static DiagnosticDescriptor UnreadableFile { get; } = Error("DS528", "the file {2} (from {4})", "{3}");

    public static DiagnosticDescriptor RelativeOnNotFound { get; } = Error("DS529", "`{1}` in {0} is relative, but the page is shown at addresses of any depth (from {4})", "{3}");

    // ---- DS6xx: publishing
    //

    private static DiagnosticDescriptor Error(string id, string message, string wayOut) => new(id, Severity.Error, message, wayOut);

    private static DiagnosticDescriptor Warning(string id, string message, string wayOut) => new(id, Severity.Warning, message, wayOut);
}
