using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Tests;

/// <summary>A small archive written for tests: two digests, four papers, one of them hostile.</summary>
internal static class Samples
{
    public const string HostileTitle = "<script>alert(\"1\")</script> & {{title}} ]]> \u202E 'q' \U0001F600";

    public static readonly Theme Robustness = new("robustness", "Robustness", "Models under attack & shift.", 0);
    public static readonly Theme Theory = new("theory", "Theory", "Bounds.", 1);
    public static readonly Theme Other = new(Theme.OtherId, "Other", "Papers that no theme claims yet.", 2);
    public static readonly Tag Grokking = new("grokking", "Grokking", "Delayed generalization.", 0);

    public static SiteSettings Settings(string baseUrl = "https://digest.example.org/base/") => new()
    {
        Title = "Sample digest",
        Tagline = "For tests",
        Description = "A digest that is written for tests.",
        BaseUrl = Base(baseUrl),
        FeedAuthority = "digest.example.org,2025",
        Contact = "https://github.com/sample/sample/issues",
        Navigation = [new("Digests", Routes.Digests), new("Themes", Routes.Themes), new("About", new("about/"))],
    };

    public static BaseUrl Base(string text) => BaseUrl.TryParse(text, out BaseUrl? url) ? url : throw new ArgumentException(text, nameof(text));

    public static SiteModel Site(string baseUrl = "https://digest.example.org/base/") => new(
        Settings(baseUrl),
        Archive(),
        [new FreePage(Slug.FromTitle("About"), "About", "What this is.", "Hello. See [the digests](/digests/).\n\n## Dates\n\nText.\n", new SourceText("content/pages/about.md", ""))],
        "DigestSite 0.1.0");

    public static Capture Capture(string name, DateOnly date, bool inferred = true) => new()
    {
        Dump = new Dump { Name = name, Source = new SourceText("content/dumps/" + name, ""), Listings = [], Parts = [] },
        Date = date,
        IsInferred = inferred,
        Evidence = [],
    };

    public static Listing Listing(string title, string? text = null, int line = 11) => new()
    {
        Title = title,
        Abstract = text,
        TitleLine = line,
        Lines = new(line, line + 2),
    };

    public static Paper Paper(string title, Theme theme, string? text, params Capture[] captures) => new()
    {
        Slug = Slug.FromTitle(title),
        Identity = Identity.OfTitle(TextFolding.FoldTitle(title)),
        Title = title,
        Abstract = text,
        AbstractChoice = text is null ? null : new(text, captures[0].Dump, Listing(title, text), captures[0], "the newest"),
        Theme = theme,
        Changed = captures[^1].Date,
        FirstListed = captures[^1].Date,
        Appearances = captures.Select(c => new Appearance(c, Listing(title, text))).ToEquatableArray(),
    };

    public static Archive Archive()
    {
        Capture november = Capture("b.txt", new DateOnly(2025, 11, 3));
        Capture march = Capture("a.txt", new DateOnly(2025, 3, 11), inferred: false);
        Assert.True(ArxivId.TryParse("2301.12643", out ArxivId? arxiv));
        Paper both = Paper("Grokking, twice", Robustness, "We grok. Code at https://github.com/sample/grok for all.", november, march) with
        {
            Arxiv = arxiv,
            Identity = Identity.Of(arxiv),
            Published = new DateOnly(2023, 1, 30),
            AuthorCount = 3,
            Comments = 2,
            Tags = [Grokking],
            Links = ["https://github.com/sample/grok"],
        };
        Paper hostile = Paper(HostileTitle, Theory, "An <b>abstract</b> & \"quotes\" {{#if}} ]]> <!-- x -->", november) with
        {
            Organization = new Organization("Berkeley UC Berkeley"),
            Authors = ["A. <b>One</b>", "\"Two\" & {{name}}", "Three ]]> \u202E"],
            AuthorCount = 3,
            Upvotes = 12,
            Code = new(new Uri("https://github.com/sample/%22%3E%3Cscript%3E?a=1&b=2"), 1204),
            ProjectPage = new Uri("https://github.com/'quoted'"),
            Keywords = ["<i>keyword</i>", "{{keyword}}"],
            Details = new(2, ["cs.LG", "<stat.ML>"], "12 pages & <10 figures>", "Journal \"J\" 1", "10.1000/<182>&x"),
        };
        Paper bare = Paper("No abstract here", Other, null, november);
        Paper old = Paper("An older bound", Theory, "We bound. " + string.Join(' ', Enumerable.Repeat("A long sentence follows here.", 40)), march);
        return new Archive
        {
            Digests =
            [
                new Digest { Date = november.Date, IsInferred = true, Captures = [november], Papers = [both, hostile, bare] },
                new Digest { Date = march.Date, IsInferred = false, Captures = [march], Papers = [both, old] },
            ],
            Papers = [hostile, bare, both, old],
            Themes = [Robustness, Theory, Other],
            Tags = [Grokking],
            AsOf = new DateOnly(2025, 11, 3),
        };
    }
}
