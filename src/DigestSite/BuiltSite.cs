using DigestSite.Curation;
using DigestSite.Links;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;
using DigestSite.Templates;

namespace DigestSite;

/// <summary>The content as the compiler understood it: everything there is before pages.</summary>
/// <param name="Dumps">By name, also those that could not be dated.</param>
/// <param name="Content">What the editors wrote.</param>
/// <param name="Papers">All papers with what made them so, those taken down too, oldest first.</param>
internal sealed record CompiledContent(
    SiteModel Site, IReadOnlyList<Dump> Dumps, IReadOnlyList<Capture> Captures, Ledger Ledger, Content Content, IReadOnlyList<CuratedPaper> Papers)
{
    /// <summary>The files that make no digest, by name.</summary>
    public IReadOnlyList<Dump> Metadata { get; init; } = [];
}

/// <summary>A build, finished in memory. Publish it only when the diagnostics hold no error.</summary>
/// <param name="Compiled">Null when the content could not be used at all.</param>
/// <param name="Files">Every file of the site, by path.</param>
/// <param name="Links">What the link proof looked at; null when it did not come to that.</param>
/// <param name="Recorded">The ledger as it should be after this build is published.</param>
internal sealed record BuiltSite(CompiledContent? Compiled, IReadOnlyList<OutputFile> Files, LinkReport? Links, Ledger? Recorded)
{
    /// <summary>What the pages were rendered with; null when it did not come to that.</summary>
    public TemplateSet? Templates { get; init; }

    public static BuiltSite Unfinished(CompiledContent? compiled) => new(compiled, [], null, null);
}
