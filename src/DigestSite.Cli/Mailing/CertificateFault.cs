using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using DigestSite.Mail;

namespace DigestSite.Cli.Mailing;

/// <summary>What is wrong with a server's certificate, in words.</summary>
internal static class CertificateFault
{
    private const int LongestName = 120;

    /// <summary>Null when nothing is.</summary>
    public static string? Of(string host, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return null;
        }

        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "it shows none";
        }

        using var shown = new X509Certificate2(certificate);
        X509ChainStatusFlags status = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
        return status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? $"it is good from {Day(shown.NotBefore)} to {Day(shown.NotAfter)}, which is not now"
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? $"it is of {NamesOf(shown)}, not of {host}"
            : status.HasFlag(X509ChainStatusFlags.UntrustedRoot) || status.HasFlag(X509ChainStatusFlags.PartialChain) ? "nobody whom this machine trusts has signed it"
            : $"it is faulty ({status})";
    }

    private static string Day(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NamesOf(X509Certificate2 certificate)
    {
        string[] names = [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(e => e.EnumerateDnsNames().Concat(e.EnumerateIPAddresses().Select(a => a.ToString())))];
        return MailWords.Line(names.Length > 0 ? string.Join(", ", names) : certificate.Subject, LongestName);
    }
}
