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
    public static DiagnosticDescriptor NoTemplateFolder { get; } = Error("DS401", "there is no folder `{0}`", "create it, or name the templates folder that you mean");

    public static DiagnosticDescriptor TemplateIsNotUtf8 { get; } = Error("DS402", "the template is not UTF-8", "save it as UTF-8");

    public static DiagnosticDescriptor AssetNameIsNoAddress { get; } = Error("DS403", "`{0}` cannot be an address of the site", "rename the file: ASCII letters, digits, `-`, `.` and `_` only");

    public static DiagnosticDescriptor MissingTemplate { get; } = Error("DS404", "the template `{0}` is missing", "add the file `{0}` to this folder; {1}");

    public static DiagnosticDescriptor UnusedTemplate { get; } = Warning("DS405", "nothing uses the template `{0}`", "rename or remove it; {1}");

    public static DiagnosticDescriptor UnclosedTag { get; } = Error("DS406", "this tag has no end", "close it with as many braces as open it");

    public static DiagnosticDescriptor UnclosedBlock { get; } = Error("DS407", "`{{{{#{0}}}}}` is never closed", "write `{{{{/{0}}}}}` where it ends");

    public static DiagnosticDescriptor MismatchedClose { get; } = Error("DS408", "`{{{{/{0}}}}}` closes `{{{{#{1}}}}}` of line {2}", "write `{{{{/{1}}}}}`");

    public static DiagnosticDescriptor NothingToClose { get; } = Error("DS409", "`{{{{/{0}}}}}` closes nothing", "remove it, or open the block before it");

    public static DiagnosticDescriptor MisplacedElse { get; } = Error("DS410", "`{{{{else}}}}` belongs to no block, or the block has one already", "put it once between the block's two tags");

    public static DiagnosticDescriptor UnknownName { get; } = Error("DS411", "`{0}` is no name here ({1})", "{2}");

    public static DiagnosticDescriptor UnknownBlock { get; } = Error("DS412", "there is no block `{{{{#{0}}}}}`", "{1}");

    public static DiagnosticDescriptor UnknownHelper { get; } = Error("DS413", "there is no helper `{0}`", "templates call no helpers: write one name, `{{{{name}}}}`");

    public static DiagnosticDescriptor MissingPartial { get; } = Error("DS414", "there is no partial `{0}`", "add `{1}`; {2}");

    public static DiagnosticDescriptor RecursivePartial { get; } = Error("DS415", "the partial `{0}` includes itself: {1}", "break the circle: partials cannot recurse");

    public static DiagnosticDescriptor RawText { get; } = Error("DS416", "`{0}` is {1}, and text must be escaped", "write `{{{{{0}}}}}`; three braces are for markup that the program made");

    public static DiagnosticDescriptor CannotBeWritten { get; } = Error("DS417", "`{0}` is {1} and cannot be written", "{2}");

    public static DiagnosticDescriptor WrongKindForBlock { get; } = Error("DS418", "`{0}` is {1}, `{{{{{2}}}}}` needs {3}", "give it {3}, or use another block");

    public static DiagnosticDescriptor MayBeAbsent { get; } = Error("DS419", "`{0}` may be absent here", "wrap it: `{{{{#with {0}}}}}…{{{{/with}}}}`");

    public static DiagnosticDescriptor UnsupportedTag { get; } = Error("DS420", "`{0}` is not a tag that templates know", "{1}");

    public static DiagnosticDescriptor NothingAbove { get; } = Error("DS421", "`{0}` goes above what this template can see", "`../` reaches what is around `{{{{#each}}}}` and `{{{{#with}}}}` of the same file, and not from the `{{{{else}}}}` of `{{{{#each}}}}`");

    public static DiagnosticDescriptor UnsafePlace { get; } = Error("DS422", "`{0}` stands in a place that escaping does not protect ({1})", "put it between tags, or, if it is no markup or partial, in a quoted attribute");

    public static DiagnosticDescriptor BlockCrossesMarkup { get; } = Error("DS423", "`{{{{#{0}}}}}` begins in one place of the markup ({1}) and its branch ends in another ({2})", "put whole tags or whole attributes within the block");

    public static DiagnosticDescriptor EndsWithinMarkup { get; } = Error("DS424", "the template ends within markup ({0})", "end the tag, quote or comment in the same file");

    // ---- DS5xx: pages and links
    //
    public static DiagnosticDescriptor TwoFilesAtOnePath { get; } = Error("DS501", "two files want `{0}`: one from {1}, one from {2}", "rename one of them");

    public static DiagnosticDescriptor FileBlocksFolder { get; } = Error("DS502", "`{0}` (from {1}) would be a file, and a folder for `{2}` (from {3})", "rename one of them");

    // ---- DS6xx: publishing
    //

    private static DiagnosticDescriptor Error(string id, string message, string wayOut) => new(id, Severity.Error, message, wayOut);

    private static DiagnosticDescriptor Warning(string id, string message, string wayOut) => new(id, Severity.Warning, message, wayOut);
}
