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

    // ---- DS6xx: publishing
    //

    private static DiagnosticDescriptor Error(string id, string message, string wayOut) => new(id, Severity.Error, message, wayOut);

    private static DiagnosticDescriptor Warning(string id, string message, string wayOut) => new(id, Severity.Warning, message, wayOut);
}
