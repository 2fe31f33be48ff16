namespace DigestSite;

/// <summary>What a build is a function of, beside the files in the folders.</summary>
internal sealed record BuildOptions
{
    /// <summary>The folder of what editors write.</summary>
    public string Content { get; init; } = "content";

    /// <summary>The folder of templates and assets.</summary>
    public string Templates { get; init; } = "templates";

    /// <summary>Overrides the base_url of site.yml.</summary>
    public BaseUrl? BaseUrl { get; init; }

    /// <summary>No date on the site is later; by default the newest capture.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether drafts and notes scheduled for later are built too.</summary>
    public bool IncludeDrafts { get; init; }

    /// <summary>Name and version of the program, as pages and feeds print it.</summary>
    public string Generator { get; init; } = "DigestSite";
}
