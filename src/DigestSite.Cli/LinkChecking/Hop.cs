using System.Net.Sockets;
using System.Security.Authentication;
using DigestSite.Links.External;

namespace DigestSite.Cli.LinkChecking;

/// <summary>What one request came to: a status, or the reason why there is none.</summary>
internal sealed record Hop
{
    public AnswerKind Kind { get; init; } = AnswerKind.Status;

    public int Status { get; init; }

    public string Detail { get; init; } = "";

    /// <summary>Where it redirects to, as written.</summary>
    public string? Location { get; init; }

    public IReadOnlyList<string> Cookies { get; init; } = [];

    /// <summary>For how long the host wants to be left alone.</summary>
    public TimeSpan? Rest { get; init; }

    /// <summary>The text of the page where it is HTML and was wanted.</summary>
    public string? Page { get; init; }

    /// <summary>Whether <see cref="Page"/> is all of it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether asking again in a while may help.</summary>
    public bool IsPassing { get; init; }

    public bool IsRedirect => Kind == AnswerKind.Status && Status is 301 or 302 or 303 or 307 or 308 && Location is { Length: > 0 };

    public static Hop Failed(AnswerKind kind, string detail = "", bool isPassing = false) => new() { Kind = kind, Detail = detail, IsPassing = isPassing };

    /// <summary>What an exception of a request means.</summary>
    public static Hop Failed(Exception failure)
    {
        Exception[] all = [.. Chain(failure)];
        if (all.OfType<PrivateAddressException>().Any())
        {
            return Failed(AnswerKind.Private);
        }

        if (all.OfType<AuthenticationException>().FirstOrDefault() is { } untrusted)
        {
            return Failed(AnswerKind.Tls, untrusted.Message);
        }

        HttpRequestError error = all.OfType<HttpRequestException>().Select(f => f.HttpRequestError).FirstOrDefault();
        SocketError? socket = all.OfType<SocketException>().FirstOrDefault()?.SocketErrorCode;
        return (error, socket) switch
        {
            (_, SocketError.HostNotFound or SocketError.NoData) => Failed(AnswerKind.NoHost),
            (_, SocketError.TryAgain or SocketError.NoRecovery) or (HttpRequestError.NameResolutionError, _) => Failed(AnswerKind.NoAnswer, "its name cannot be looked up now", isPassing: true),
            (HttpRequestError.SecureConnectionError, _) => Failed(AnswerKind.Tls, "no encrypted connection comes about"),
            (HttpRequestError.ProxyTunnelError, _) => Failed(AnswerKind.NoAnswer, "the proxy does not reach it", isPassing: true),
            (_, SocketError.ConnectionRefused) => Failed(AnswerKind.NoAnswer, "it refuses connections", isPassing: true),
            (_, SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TimedOut) => Failed(AnswerKind.NoAnswer, "it cannot be reached", isPassing: true),
            (HttpRequestError.ConfigurationLimitExceeded, _) => Failed(AnswerKind.NoAnswer, "its answer has no end of headers"),
            (HttpRequestError.InvalidResponse, _) => Failed(AnswerKind.NoAnswer, "it answers with something else than HTTP", isPassing: true),
            _ => Failed(AnswerKind.NoAnswer, "the connection breaks off", isPassing: true),
        };
    }

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
