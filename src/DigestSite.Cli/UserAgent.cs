namespace DigestSite.Cli;

/// <summary>Who asks: the program, and the site that it asks for.</summary>
internal static class UserAgent
{
    // A comment of a User-Agent ends at its parenthesis: RFC 9110 5.6.5
    public static string Of(SiteSettings settings)
    {
        string about = settings.Contact is { } contact ? $"+{settings.BaseUrl}; {contact}" : $"+{settings.BaseUrl}";
        return $"DigestSite/{CommonOptions.Version} ({string.Concat(about.Where(c => c is > ' ' and <= '~' and not ('(' or ')' or '\\') or ' '))})";
    }
}
