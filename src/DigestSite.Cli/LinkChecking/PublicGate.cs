using System.Net;
using System.Net.Sockets;
using DigestSite.Links;

namespace DigestSite.Cli.LinkChecking;

/// <summary>
/// Lets requests out to public addresses alone: what is written on a page, or in the answer of a stranger, must not make this machine
/// ask others in its own network. Names are resolved here, and the connection is made to the address that was judged.
/// </summary>
/// <param name="isPublic">Whether the public can reach an address.</param>
/// <param name="resolve">The addresses of a name.</param>
internal sealed class PublicGate(Func<IPAddress, bool> isPublic, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    // Behind a proxy, names are its business: a name server that is not there must not hold everything up.
    private static readonly TimeSpan OneLookup = TimeSpan.FromSeconds(5);

    public static PublicGate ForAll { get; } = new(PublicHost.IsPublic, Dns.GetHostAddressesAsync);

    /// <summary>Whether it may be asked, as far as that can be told without a connection.</summary>
    public async Task<bool> Admits(Uri url, CancellationToken end)
    {
        string host = HostOf(url);
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            return isPublic(address);
        }

        if (PublicHost.IsPrivateName(host) || HttpClient.DefaultProxy.IsBypassed(url))
        {
            return !PublicHost.IsPrivateName(host);
        }

        try
        {
            IPAddress[] found = await resolve(host, end).WaitAsync(OneLookup, end);
            return found.Length == 0 || Array.Exists(found, a => isPublic(a));
        }
        catch (Exception failure) when (failure is SocketException or TimeoutException)
        {
            return true;
        }
    }

    /// <summary>Makes each connection of a client: to the proxy, whatever its address, or to a public one.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken end)
    {
        DnsEndPoint to = context.DnsEndPoint;
        IPAddress[] found = IPAddress.TryParse(to.Host, out IPAddress? literal) ? [literal] : await resolve(to.Host, end);
        IPAddress[] fit = IsProxy(context) ? found : Array.FindAll(found, a => isPublic(a));
        if (fit.Length == 0)
        {
            throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(fit, to.Port, end);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // For an encrypted address the proxy is asked by CONNECT, which nothing else here sends; for others the request itself goes to it.
    private static bool IsProxy(SocketsHttpConnectionContext context)
    {
        Uri asked = context.InitialRequestMessage.RequestUri!;
        return context.InitialRequestMessage.Method == HttpMethod.Connect
            || context.DnsEndPoint.Port != asked.Port
            || !context.DnsEndPoint.Host.Equals(HostOf(asked), StringComparison.OrdinalIgnoreCase);
    }

    private static string HostOf(Uri url) => url.IdnHost.Trim('[', ']');
}

/// <summary>A name led to no address that the public can reach.</summary>
internal sealed class PrivateAddressException() : IOException("all addresses of the host are private");
