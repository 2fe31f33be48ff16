namespace DigestSite.Cli.Serve;

internal static class Loopback
{
    /// <summary>
    /// Whether the name that a browser knows this server by is the machine's own. Any other name that leads here is a foreign site's,
    /// which could read the pages as if they were its own (DNS rebinding).
    /// </summary>
    /// <param name="host">As the request names it, without port; an IPv6 address in brackets.</param>
    public static bool IsOwn(string host) => host.ToLowerInvariant() is "localhost" or "127.0.0.1" or "[::1]";
}
