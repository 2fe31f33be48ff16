using DigestSite.Papers;

namespace DigestSite.Dumps.WebPages;

/// <summary>What a card has told so far.</summary>
internal sealed class Card
{
    /// <summary>Where it begins in the file.</summary>
    public int Start { get; init; }

    public string? Id { get; set; }

    public int IdOffset { get; set; }

    /// <summary>Of the paper's page, as the card links to it.</summary>
    public string? Address { get; set; }

    public PageText Title { get; set; }

    public string? Abstract { get; set; }

    public int? AuthorCount { get; set; }

    public Organization? Organization { get; set; }

    public PrintedDate? Published { get; set; }

    public int? Comments { get; set; }

    public int? Upvotes { get; set; }

    public bool IsSubmitterNext { get; set; }

    public string? Submitter { get; set; }

    public CodeRepository? Code { get; set; }
}
