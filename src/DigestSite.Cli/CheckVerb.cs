using System.CommandLine;
using DigestSite.Diagnostics;

namespace DigestSite.Cli;

/// <summary><c>digest check</c>: every pass of a build but the last; nothing is written.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var command = new Command("check", "Do all that build does, in memory, and publish nothing.");
        common.AddTo(command);
        command.Options.Add(common.Drafts);
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag(parsed.GetValue(common.Strict));
            Report report = common.ReportFor(parsed, showsSuggestions: true);
            BuiltSite site = new SiteBuilder(common.Read(parsed) with { IncludeScheduled = true, IncludeDrafts = parsed.GetValue(common.Drafts) }, diagnostics, report.Progress) { WithSuggestions = true, ReadsLinksTwice = true }.Build();
            int exitCode = report.Diagnostics(diagnostics);
            if (exitCode == ExitCode.Clean)
            {
                report.Line(Summary.Of(site));
            }

            return exitCode;
        });
        return command;
    }
}
