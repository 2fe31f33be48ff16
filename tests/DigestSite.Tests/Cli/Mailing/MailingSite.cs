using DigestSite.Papers.Permanence;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Cli.Mailing;

/// <summary>The tiny site, recorded, with what mailing needs; and the program run on it.</summary>
internal sealed class MailingSite : IDisposable
{
    public const string Settings = """
        mail:
          from: "Tiny Digest <digest@tiny.example>"
          unsubscribe: ["mailto:leave@tiny.example?subject=unsubscribe", "https://tiny.example/leave"]

        """;

    private readonly SiteFolder _site = new();

    public MailingSite()
    {
        _site["content/site.yml"] += "\n" + Settings;
        _site["content/ledger.tsv"] = LedgerFile.Print(_site.Build().Recorded!);
    }

    public string Root => _site.Root;

    public string? Ledger => Exists("content/mailed.tsv") ? _site["content/mailed.tsv"] : null;

    /// <summary>The lines of the ledger but for the times, which are different each time.</summary>
    public string[] Mailed =>
        [.. (Ledger ?? "").Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Select(f => string.Join(' ', f[0], f[1], f[2], f[4], f[5]))];

    public string this[string file]
    {
        get => _site[file];
        set => _site[file] = value;
    }

    public bool Exists(string file) => File.Exists(Path.Combine(Root, file));

    public CommandLine.Result Run(params string[] arguments) => CommandLine.Run(Root, ["mail", .. arguments]);

    /// <summary>Hands the newest digest to the server, whom the program trusts.</summary>
    public CommandLine.Result Send(MailServer server, params string[] arguments) => SendWith(server, "", arguments);

    public CommandLine.Result SendWith(MailServer server, string password, params string[] arguments)
    {
        Dictionary<string, string> environment = server.Trusting;
        environment["DIGEST_SMTP_PASSWORD"] = password;
        return CommandLine.Run(Root, environment, ["mail", "latest", "--smtp", server.Address, .. arguments]);
    }

    public void Dispose() => _site.Dispose();
}
