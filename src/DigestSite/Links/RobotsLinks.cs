namespace DigestSite.Links;

/// <summary>Reads the <c>Sitemap:</c> lines of robots.txt.</summary>
internal static class RobotsLinks
{
    private const string Key = "Sitemap:";

    public static void Read(ReadOnlyMemory<char> text, FoundLinks found)
    {
        foreach (Range line in text.Span.SplitAny("\r\n"))
        {
            int start = line.Start.Value;
            if (text.Span[line].StartsWith(Key, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(text[line][Key.Length..], ReadOnlyMemory<char>.Empty, "Sitemap", new(start, line.End.Value), LinkRules.Absolute);
            }
        }
    }
}
