namespace DigestSite.Papers;

/// <summary>Whether a paper leads to code: its listing names a repository, or its abstract does.</summary>
internal static class CodeLinks
{
    private static readonly string[] Hosts = ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"];

    public static bool Has(Paper paper) => paper.Code is not null || paper.Links.Any(IsRepository);

    // A repository has an owner and a name; pages of projects are of other hosts.
    private static bool IsRepository(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        && Hosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase)
        && uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Length >= 2;
}
