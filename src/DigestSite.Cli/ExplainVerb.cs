using System.CommandLine;
using DigestSite.Diagnostics;
using DigestSite.Explaining;

namespace DigestSite.Cli;

/// <summary><c>digest explain dump|paper|theme|tag|url</c>: every decision with its evidence.</summary>
internal static class ExplainVerb
{
    public static Command Create() => new("explain", "Show why the build decided as it did.")
    {
        Of("dump", "Where a capture's date comes from, and what the capture brought.", "File name of the dump, or a part of it.", DumpExplanation.Of, DumpExplanation.All),
        Of("paper", "A paper's merging, overrides, fields, theme scores and tags.", "Slug, arXiv id, or words of the title.", PaperExplanation.Of, c => c.Papers.Select(p => p.Paper.Slug.ToString())),
        Of("theme", "What a theme's phrases do, its rivals, and its weakest papers.", "Id of the theme.", ThemeExplanation.Of, c => c.Site.Archive.Themes.Select(t => t.Id)),
        Of("tag", "Which papers carry a tag, and why.", "Id of the tag.", TagExplanation.Of, c => c.Site.Archive.Tags.Select(t => t.Id)),
        Url(),
    };

    private static Command Of(
        string what, string description, string nameDescription, Func<CompiledContent, string, string?> explain, Func<CompiledContent, IEnumerable<string>> known)
    {
        var common = new CommonOptions();
        var name = new Argument<string>("name") { Description = nameDescription };
        var command = new Command(what, description) { name };
        common.AddTo(command);
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            CompiledContent? compiled = new SiteBuilder(common.Read(parsed), diagnostics) { IgnoresRecordedDates = what == "dump" }.Compile();
            string wanted = parsed.GetValue(name)!;
            return Say(new Report(quiet: true, parsed.GetValue(common.Format)), diagnostics, compiled, what, wanted, c => explain(c, wanted), c => Names.Nearest(known(c), wanted));
        });
        return command;
    }

    private static Command Url()
    {
        var common = new CommonOptions();
        var address = new Argument<string>("url") { Description = "Address of a page or file: a URL, or a path such as /papers/x/." };
        var command = new Command("url", "What stands at an address, and which template and content files made it.") { address };
        common.AddTo(command);
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();

            // What is not recorded yet is said of the address itself.
            BuiltSite site = new SiteBuilder(common.Read(parsed), diagnostics) { IsRecording = true }.Build();
            string wanted = parsed.GetValue(address)!;
            BuiltSite? finished = site.Compiled is null || site.Templates is null ? null : site;
            return Say(new Report(quiet: true, parsed.GetValue(common.Format)), diagnostics, finished, "address", wanted, s => UrlExplanation.Of(s, wanted), s => UrlExplanation.Nearest(s, wanted));
        });
        return command;
    }

    /// <summary>Prints the account, or what was probably meant; returns the exit code.</summary>
    /// <param name="subject">What was read; null when its diagnostics say why it cannot be used.</param>
    /// <param name="account">Null when nothing is called <paramref name="wanted"/>.</param>
    public static int Say<T>(Report report, DiagnosticBag diagnostics, T? subject, string what, string wanted, Func<T, string?> account, Func<T, string> nearest)
        where T : class
    {
        int exitCode = report.Diagnostics(diagnostics);
        if (subject is null)
        {
            return exitCode;
        }

        if (account(subject) is { } text)
        {
            report.Answer(text);
            return exitCode;
        }

        Console.Error.WriteLine($"digest: no {what} is called '{wanted}'; {nearest(subject)}");
        return ExitCode.UsageOrCrash;
    }
}
