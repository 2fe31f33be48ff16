using System.ComponentModel;

namespace DigestSite.Feeds.Api;

[Description("What this site was built from, and by what: the same program and the same inputs make the same bytes.")]
internal sealed record BuildRecord
{
    [Description("The version of this format: it grows when a field changes its meaning or goes, not when one is added.")]
    public required int Version { get; init; }

    [Description("Name and version of the program.")]
    public required string Generator { get; init; }

    [Description("The absolute address of the site.")]
    public required string Url { get; init; }

    [Description("The day the site was built for: the newest capture's, unless another was given. No date on the site is later.")]
    public required DateOnly AsOf { get; init; }

    [Description("The time that the environment variable SOURCE_DATE_EPOCH named; null without one: the program reads no clock.")]
    public required DateTime? BuiltAt { get; init; }

    [Description("What it was built from: SHA-256, in hex, over the lines that sha256sum writes for its files, in the order of their names (LC_ALL=C).")]
    public required BuildInputs Inputs { get; init; }

    [Description("How many captured files make its digests.")]
    public required int Captures { get; init; }

    [Description("How many digests it has.")]
    public required int Digests { get; init; }

    [Description("How many papers it shows.")]
    public required int Papers { get; init; }

    [Description("How many pages it has, without those that only lead on to another.")]
    public required int Pages { get; init; }
}

[Description("Hashes of what a site was built from.")]
internal sealed record BuildInputs
{
    [Description("Of content/: site.yml, themes.yml, tags.yml, papers.yml, dumps.yml, ledger.tsv, and the files in notes/, pages/, dumps/ and metadata/, their lines ended by LF and without a byte order mark.")]
    public required string Content { get; init; }

    [Description("Of templates/: the site's own files, and the program's where the site has none of the same name.")]
    public required string Templates { get; init; }
}
