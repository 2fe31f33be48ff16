using System.CommandLine;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;
using DigestSite.Scaffolding;

namespace DigestSite.Cli;

/// <summary><c>digest record</c>: brings content/ledger.tsv up to date with what a build makes.</summary>
internal static class RecordVerb
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var command = new Command("record", "Write what a build makes into the ledger: slugs, identities, dates and addresses that are never to change.");
        common.AddTo(command);
        command.SetAction(parsed => Run(common.Read(parsed), parsed.GetValue(common.Strict), parsed.GetValue(common.Quiet)));
        return command;
    }

    private static int Run(BuildOptions options, bool strict, bool quiet)
    {
        var diagnostics = new DiagnosticBag(strict);
        var report = new Report(quiet);
        BuiltSite site = new SiteBuilder(options, diagnostics, report.Progress) { IsRecording = true }.Build();
        int exitCode = report.Diagnostics(diagnostics);
        if (exitCode != ExitCode.Clean || site.Recorded is not { } recorded)
        {
            report.Line("Nothing was recorded.");
            return exitCode;
        }

        if (!LedgerWriting.Write(options, recorded, diagnostics))
        {
            return report.Diagnostics(diagnostics);
        }

        string path = LedgerWriting.PathOf(options);
        string difference = Recording.Difference(site.Compiled!.Ledger, recorded);
        report.Line(difference.Length == 0 ? $"{path}: nothing new" : $"{path}: {difference}");
        return exitCode;
    }
}
