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
        common.Record(CollectVerb.SystemClock);
        command.SetAction(parsed => Run(common.Read(parsed), new DiagnosticBag(parsed.GetValue(common.Strict)), common.ReportFor(parsed)));
        return command;
    }

    private static int Run(BuildOptions options, DiagnosticBag diagnostics, Report report)
    {
        BuiltSite site = new SiteBuilder(options, diagnostics, report.Progress) { IsRecording = true }.Build();
        string? written = diagnostics.HasErrors || site.Recorded is not { } recorded ? null : Write(recorded, site.Compiled!.Ledger, options, diagnostics);
        int exitCode = report.Diagnostics(diagnostics);
        report.Line(written ?? "Nothing was recorded.");
        return exitCode;
    }

    // What was written, in words; null when it could not be, which has then been reported.
    private static string? Write(Ledger recorded, Ledger before, BuildOptions options, DiagnosticBag diagnostics)
    {
        if (!LedgerWriting.Write(options, recorded, diagnostics))
        {
            return null;
        }

        string path = LedgerWriting.PathOf(options);
        string difference = Recording.Difference(before, recorded);
        return difference.Length == 0 ? $"{path}: nothing new" : $"{path}: {difference}";
    }
}
