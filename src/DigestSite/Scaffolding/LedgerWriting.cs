using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;

namespace DigestSite.Scaffolding;

/// <summary>Writes the ledger of a site. One cut in half would be worse than an old one, so it is put in place whole.</summary>
internal static class LedgerWriting
{
    public static string PathOf(BuildOptions options) => Path.Combine(options.Content, SiteBuilder.LedgerName);

    /// <summary>False when it could not be written, which has then been reported.</summary>
    public static bool Write(BuildOptions options, Ledger ledger, DiagnosticBag diagnostics) =>
        NewFiles.Replace(PathOf(options), LedgerFile.Print(ledger), Catalog.LedgerNotWritten, diagnostics);
}
