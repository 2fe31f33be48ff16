using System.Collections.Frozen;

namespace DigestSite.Dumps;

/// <summary>The lines that the listing page prints around its papers.</summary>
internal static class PageFurniture
{
    /// <summary>What the page's heading is printed back as.</summary>
    public static readonly string[] Heading =
    [
        "new", "Get trending papers in your email inbox!", "Subscribe", "Daily Papers", "byAK and the research community",
    ];

    // No paper would be called so.
    private static readonly FrozenSet<string> Lines = FrozenSet.Create(
        StringComparer.Ordinal,
        "Get trending papers in your email inbox!",
        "Get trending papers in your email inbox once a day!",
        "Get trending papers in your email inbox once a week!",
        "Daily Papers",
        "Trending Papers",
        "byAK and the research community",
        "by AK and the research community",
        "AK and the research community",
        "and the research community",
        "System theme",
        "© Hugging Face");

    // A paper might, so these are furniture only where no abstract or attribution follows.
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "new", "New", "Subscribe", "by", "AK", "by AK", "byAK", "Daily", "Weekly", "Monthly", "Trending", "Papers",
        "Previous", "Next", "Company", "TOS", "Privacy", "About", "Careers", "Website", "Models", "Datasets", "Spaces",
        "Hugging Face", "View all", "Load more", "Log In", "Log in", "Sign Up", "Sign up", "Buckets", "Community", "Pricing", "Docs", "Enterprise", "Jobs", "Blog", "Forum");

    public static bool IsLine(string text) => Lines.Contains(text);

    public static bool IsWord(string text) => Words.Contains(text);
}
