namespace DigestSite.Diagnostics;

/// <summary>Every diagnostic there is: id, severity, wording, way out. A test provokes each of them.</summary>
/// <remarks>DS0xx content files, DS1xx dumps, DS2xx dates, DS3xx papers and ledger, DS4xx templates, DS5xx pages and links, DS6xx publishing.</remarks>
internal static partial class Catalog
{
    private static DiagnosticDescriptor Error(string id, string message, string wayOut) => new(id, Severity.Error, message, wayOut);

    private static DiagnosticDescriptor Warning(string id, string message, string wayOut) => new(id, Severity.Warning, message, wayOut);
}
