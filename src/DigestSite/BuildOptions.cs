using DigestSite.Searching;

namespace DigestSite;

/// <summary>What a build is a function of, beside the files in the folders.</summary>
internal sealed record BuildOptions
{
    /// <summary>The folder of what editors write.</summary>
    public string Content { get; init; } = "content";

    /// <summary>The folder of the site's own templates and assets, laid over the built-in ones.</summary>
    public string Templates { get; init; } = "templates";

    /// <summary>Whether <see cref="Templates"/> was asked for by name, so that it is a mistake when it does not exist.</summary>
    public bool TemplatesMustExist { get; init; }

    /// <summary>Overrides the base_url of site.yml.</summary>
    public BaseUrl? BaseUrl { get; init; }

    /// <summary>No date on the site is later; by default the newest capture.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The day that recording writes down for what has changed; by default the day that the site is built as of.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>Captures to compile with those of content/dumps.</summary>
    public IReadOnlyList<ExtraDump> ExtraDumps { get; init; } = [];

    /// <summary>What papers.yml says, instead of the file.</summary>
    public string? PapersText { get; init; }

    /// <summary>Whether notes scheduled for later are built too, to prove them before their day.</summary>
    public bool IncludeScheduled { get; init; }

    /// <summary>Whether drafts and notes scheduled for later are built too.</summary>
    public bool IncludeDrafts { get; init; }

    /// <summary>Whether recording freezes the feed authority; not while nobody has chosen it yet.</summary>
    public bool FreezesAuthority { get; init; } = true;

    /// <summary>Makes the index where site.yml says <c>search: pagefind</c>; null where no program can be run.</summary>
    public IndexTool? Pagefind { get; init; }

    /// <summary>When the site is built, in universal time, for those who say so; null when nobody does. A clock would make every build another site.</summary>
    public DateTime? BuiltAt { get; init; }

    /// <summary>Name and version of the program, as pages and feeds print it.</summary>
    public string Generator { get; init; } = "DigestSite";
}
