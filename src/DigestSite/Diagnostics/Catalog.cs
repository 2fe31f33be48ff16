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
    public static DiagnosticDescriptor OutputRefused { get; } = Error("DS601", "nothing is published here: {0}", "choose a folder of the site's own, such as `site`");

    public static DiagnosticDescriptor OutputIsRepository { get; } = Error("DS602", "nothing is published here: this is the root of a git repository", "choose a folder of the site's own, such as `site`; if the site really goes here, create the file `.digest-manifest` in it with the one line `digest-manifest 1`");

    public static DiagnosticDescriptor ManifestDamaged { get; } = Error("DS603", "the list of what earlier builds wrote cannot be read: {0}", "delete this file together with the pages that earlier builds wrote, then build again");

    public static DiagnosticDescriptor ForeignFile { get; } = Error("DS604", "{0} stands where the site wants to write {1}, and no build wrote it", "move it away, or choose another output folder");

    public static DiagnosticDescriptor LinkInOutput { get; } = Error("DS605", "a symbolic link stands where the site wants to write {0}, and links are never followed", "move the link away, or choose another output folder");

    public static DiagnosticDescriptor OutputLocked { get; } = Error("DS606", "another build is publishing here: it holds the lock `{0}`", "wait until the other build is done or stop it, then build again; the lock ends with the build that holds it");

    public static DiagnosticDescriptor PublishingFailed { get; } = Error("DS607", "the site could not be published and is left as it was: {0}", "check that the output folder can be written and that the disk is not full, then build again");

    public static DiagnosticDescriptor OutputChanged { get; } = Error("DS608", "the output folder was changed by somebody else during publishing; the site is left as it was", "build again");

    public static DiagnosticDescriptor FilesCollide { get; } = Error("DS609", "`{0}` and `{1}` (made from {2}) cannot both be written: they are one place, or one is a folder of the other", "give one of them another address");

    public static DiagnosticDescriptor NameReserved { get; } = Error("DS610", "`{0}` cannot be written: names that start with `.digest-` are kept for publishing itself", "give it another address");

    public static DiagnosticDescriptor JournalDamaged { get; } = Error("DS611", "what an interrupted build left behind cannot be read: {0}", "delete the folder `{1}` and build again");

    public static DiagnosticDescriptor PublishingInterrupted { get; } = Error("DS612", "publishing stopped half-way: {0}", "remove the cause and build again: the next build finishes what this one began");

    public static DiagnosticDescriptor OldSiteLeft { get; } = Warning("DS613", "the site is published, but the one it replaces could not be removed: {0}", "delete the folder `{1}`, or let the next build try again");

    private static DiagnosticDescriptor Error(string id, string message, string wayOut) => new(id, Severity.Error, message, wayOut);

    private static DiagnosticDescriptor Warning(string id, string message, string wayOut) => new(id, Severity.Warning, message, wayOut);
}
