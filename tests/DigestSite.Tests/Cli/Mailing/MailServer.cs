using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace DigestSite.Tests.Cli.Mailing;

/// <summary>A real mail server (aiosmtpd of Debian's python3-aiosmtpd) on a port of this machine, with a certificate of its own making.</summary>
internal sealed class MailServer : IDisposable
{
    // Debian's Python, which has Debian's packages; another one may come first on PATH.
    private const string Interpreter = "/usr/bin/python3";

    private readonly Process _process;

    private MailServer(Process process, string folder, int port) => (_process, Folder, Port) = (process, folder, port);

    public string Folder { get; }

    public int Port { get; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"localhost:{Port}");

    /// <summary>What a program has to trust to trust this server.</summary>
    public Dictionary<string, string> Trusting => new(StringComparer.Ordinal) { ["SSL_CERT_FILE"] = Path.Combine(Folder, "authority.pem") };

    public bool WasHandedAMessage => File.Exists(Path.Combine(Folder, "handed-over"));

    /// <summary>What the server got, in order.</summary>
    public JsonElement[] Messages =>
        [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement)];

    /// <summary>A server that runs until it is disposed of.</summary>
    /// <param name="certifiedFor">The host that its certificate is for; null for a server that does not encrypt.</param>
    public static MailServer Start(string? certifiedFor, bool isExpired, params string[] arguments)
    {
        Require();
        string folder = Directory.CreateTempSubdirectory("digest-mail-").FullName;
        string[] certificate = certifiedFor is null ? [] : ["--certificate", Certify(folder, certifiedFor, isExpired)];
        var start = new ProcessStartInfo(Interpreter, ["-I", Repository.File("tests", "DigestSite.Tests", "Cli", "Mailing", "server.py"), folder, .. certificate, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        return new(process, folder, int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
    }

    public static MailServer Start(params string[] arguments) => Start("localhost", isExpired: false, arguments);

    public byte[] Bytes(int message) => File.ReadAllBytes(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{message}.eml")));

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A machine that checks changes has it; elsewhere the rest of the tests is worth running without.</summary>
    public static void Require()
    {
        bool isThere = false;
        if (File.Exists(Interpreter))
        {
            using Process process = Process.Start(new ProcessStartInfo(Interpreter, ["-I", "-c", "import aiosmtpd"]) { UseShellExecute = false, RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            isThere = process.ExitCode == 0;
        }

        const string Reason = "no mail server: install Debian's python3-aiosmtpd";
        Assert.SkipWhen(!isThere && Environment.GetEnvironmentVariable("CI") != "true", Reason);
        Assert.True(isThere, Reason);
    }

    /// <summary>What a script prints that is given some bytes.</summary>
    public static string Python(string script, byte[] input)
    {
        Require();
        var start = new ProcessStartInfo(Interpreter, ["-I", "-X", "utf8", "-c", script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    // An authority and, signed by it, a server's certificate with its key.
    private static string Certify(string folder, string host, bool isExpired)
    {
        DateTimeOffset from = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset until = from.AddYears(79);
        using ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 authority = authorityRequest.CreateSelfSigned(from, until);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.Create(authority, from, isExpired ? from.AddYears(1) : until, [1, 2, 3, 4]);
        File.WriteAllText(Path.Combine(folder, "authority.pem"), authority.ExportCertificatePem());
        string file = Path.Combine(folder, "server.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return file;
    }
}
