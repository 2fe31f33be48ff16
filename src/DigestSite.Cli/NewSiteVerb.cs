using System.CommandLine;
using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Scaffolding;

namespace DigestSite.Cli;

/// <summary><c>digest new site</c>: a complete small site to begin from.</summary>
internal static class NewSiteVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "A folder that does not exist yet, or an empty one." };
        folder.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("name the folder of the new site, such as my-digest");
            }
        });
        Option<BaseUrl?> baseUrl = new CommonOptions().BaseUrl;
        baseUrl.Description = "Where the site will be published: https://owner.github.io/digest/";
        var authority = new Option<string?>("--feed-authority") { Description = "A host name that is yours and a year in which it was: owner.github.io,2025", HelpName = "host,year" };
        authority.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !SiteFile.IsAuthority(text))
            {
                result.AddError($"--feed-authority takes a host name and a year, such as owner.github.io,2025, not '{text}'");
            }
        });
        var command = new Command("site", "Begin a site: content with sample papers, schemas for your editor, and a ledger.") { folder, baseUrl, authority };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(baseUrl), parsed.GetValue(authority)));
        return command;
    }

    private static int Run(string folder, BaseUrl? baseUrl, string? feedAuthority)
    {
        var diagnostics = new DiagnosticBag();
        var report = new Report(quiet: false);
        IReadOnlyList<NewFile> files = SampleSite.Files(baseUrl, feedAuthority);
        bool isBegun = SampleSite.CanBegin(folder, diagnostics) && NewFiles.Write(folder, files, diagnostics, then: () => Record(folder, freezesAuthority: feedAuthority is not null, diagnostics));
        int exitCode = report.Diagnostics(diagnostics);
        if (isBegun)
        {
            report.Line($"{folder}: {Report.Count(files.Count + 1, "file")}, a small site with sample papers");
            report.Line(baseUrl is null
                ? $"Next: set base_url and feed_authority in {folder}/content/site.yml to your own, then `cd {folder}` and `digest build`."
                : feedAuthority is null
                    ? $"Next: look at feed_authority in {folder}/content/site.yml, which never changes once it is recorded; then `cd {folder}`, `digest record` and `digest build`."
                    : $"Next: `cd {folder}` and `digest build`.");
        }

        return exitCode;
    }

    private static bool Record(string folder, bool freezesAuthority, DiagnosticBag diagnostics)
    {
        var options = new BuildOptions { Content = Path.Combine(folder, "content"), Templates = Path.Combine(folder, "templates"), FreezesAuthority = freezesAuthority };
        BuiltSite site = new SiteBuilder(options, diagnostics) { IsRecording = true }.Build();
        return !diagnostics.HasErrors && LedgerWriting.Write(options, site.Recorded!, diagnostics);
    }
}
