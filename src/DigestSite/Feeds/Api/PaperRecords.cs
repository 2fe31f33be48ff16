using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace DigestSite.Feeds.Api;

// What the static API says of papers; see ApiRecords.cs.

[Description("A paper, as the list of all papers has it: every field but the abstract and the related papers.")]
internal record ListedPaper
{
    [JsonPropertyOrder(-2)]
    [Description("The paper's permanent name in URLs.")]
    public required string Id { get; init; }

    [JsonPropertyOrder(-2)]
    [Description("Plain text, as captured, white space folded.")]
    public required string Title { get; init; }

    [Description("The absolute address of the paper's page.")]
    public required string Url { get; init; }

    [Description("The arXiv identifier without version, such as 2301.12643.")]
    public required string? ArxivId { get; init; }

    [Description("The day the paper was published.")]
    public required DateOnly? PublishedAt { get; init; }

    [Description("Names, in order; empty where only their number is known, and without those who hide theirs.")]
    public required IReadOnlyList<string> Authors { get; init; }

    [Description("How many authors the paper has.")]
    public required int? AuthorsCount { get; init; }

    [Description("Who published the paper.")]
    public required PaperOrganization? Organization { get; init; }

    [Description("Comments, by the newest capture that shows them.")]
    public required int? NumComments { get; init; }

    [Description("Upvotes, by the newest capture that shows them.")]
    public required int? Upvotes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("The repository of its code.")]
    public PaperCode? Code { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("The absolute address of its project page.")]
    public string? ProjectPage { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Words that its listing calls its keywords.")]
    public IReadOnlyList<string>? Keywords { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Its arXiv categories, the primary one first.")]
    public IReadOnlyList<string>? Categories { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("The authors' remark on arXiv.")]
    public string? ArxivComment { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Where it was published, as arXiv tells.")]
    public string? JournalReference { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Its DOI, such as 10.1000/182.")]
    public string? Doi { get; init; }

    [Description("The id of the one theme the paper is shown under.")]
    public required string Theme { get; init; }

    [Description("The ids of its tags, in the order of the list of tags.")]
    public required IReadOnlyList<string> Tags { get; init; }

    [Description("The dates of the digests that list it, newest first.")]
    public required IReadOnlyList<DateOnly> Digests { get; init; }

    [Description("The addresses found in its abstract, in order, each once.")]
    public required IReadOnlyList<string> Links { get; init; }

    [Description("Where it was captured, newest first.")]
    public required IReadOnlyList<PaperSource> Sources { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("The metadata files that know it, the best first.")]
    public IReadOnlyList<PaperSource>? Metadata { get; init; }
}

[Description("One paper with everything known of it.")]
internal sealed record PaperDocument : ListedPaper
{
    public PaperDocument()
    {
    }

    [SetsRequiredMembers]
    public PaperDocument(ListedPaper listed, int version, string? text, PaperSource? textSource, IReadOnlyList<string> related)
        : base(listed)
    {
        Version = version;
        Abstract = text;
        AbstractSource = textSource;
        Related = related;
    }

    [JsonPropertyOrder(-3)]
    [Description("The version of this format: it grows when a field changes its meaning or goes, not when one is added.")]
    public required int Version { get; init; }

    [JsonPropertyOrder(-1)]
    [Description("Plain text, as captured, white space folded.")]
    public required string? Abstract { get; init; }

    [Description("The place that the abstract was captured from.")]
    public required PaperSource? AbstractSource { get; init; }

    [Description("The ids of related papers, nearest first.")]
    public required IReadOnlyList<string> Related { get; init; }
}

[Description("A repository of code.")]
internal sealed record PaperCode
{
    [Description("Its absolute address.")]
    public required string Url { get; init; }

    [Description("How many accounts starred it, by the newest capture that shows it.")]
    public required int? Stars { get; init; }
}

[Description("An organization.")]
internal sealed record PaperOrganization
{
    [Description("Its full name.")]
    public required string Name { get; init; }

    [Description("Its name in URLs.")]
    public required string Slug { get; init; }
}

[Description("A place in a captured file.")]
internal sealed record PaperSource
{
    [Description("The file's name in content/dumps or content/metadata.")]
    public required string Dump { get; init; }

    [Description("The line its title stands on, from 1.")]
    public required int Line { get; init; }
}
