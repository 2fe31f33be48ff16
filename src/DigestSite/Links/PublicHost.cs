using System.Net;
using System.Net.Sockets;
using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>Whether the public can reach a host, by its name alone: nothing is asked of the network.</summary>
internal static class PublicHost
{
    // RFC 6761, RFC 6762, RFC 8375 and the name that ICANN reserved for private use.
    private static readonly string[] PrivateNames = ["localhost", "local", "internal", "home.arpa"];

    // RFC 2606 and RFC 6761.
    private static readonly string[] ExampleNames = ["example.com", "example.net", "example.org", "example", "test", "invalid"];

    // IANA IPv4 and IPv6 Special-Purpose Address Registries: what is not globally reachable.
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001:db8::/32", "3fff::/20", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // What a gateway makes an IPv4 address of, and where in it that one begins: RFC 6052 and RFC 3056.
    private static readonly (IPNetwork Network, int Start)[] Embedding = [(IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2)];

    public static bool IsPublic(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Reserved, network => network.Contains(plain))
            && !Array.Exists(Embedding, e => e.Network.Contains(plain) && !IsPublic(new IPAddress(plain.GetAddressBytes().AsSpan(e.Start, 4))));
    }

    /// <summary>Whether a name is one of those that no public name server knows.</summary>
    public static bool IsPrivateName(string host) => Array.Exists(PrivateNames, name => IsUnder(host.TrimEnd('.'), name));

    public static Flaw? Check(Uri url)
    {
        string host = url.IdnHost.TrimEnd('.').Trim('[', ']');
        bool isAddress = IPAddress.TryParse(host, out IPAddress? address)
            && address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6;
        if (isAddress ? !IsPublic(address!) : IsPrivateName(host))
        {
            return new(Catalog.PrivateHost, $"`{host}`", "link to a public address");
        }

        return !isAddress && Array.Exists(ExampleNames, name => IsUnder(host, name))
            ? new(Catalog.ExampleHost, $"`{host}`", "link to the real address, or write it as text")
            : null;
    }

    private static bool IsUnder(string host, string name) =>
        host.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (host.Length == name.Length || host[^(name.Length + 1)] == '.');
}
