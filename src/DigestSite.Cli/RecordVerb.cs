using System.CommandLine;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;

namespace DigestSite.Cli;

/// <summary><c>digest record</c>: brings content/ledger.tsv up to date with what a build makes.</summary>
internal static class RecordVerb
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var command = new Command("record", "Write what a build makes into the ledger: slugs, identities, dates and addresses that are never to change.");
        common.AddTo(command);
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
        string path = Path.Combine(options.Content, SiteBuilder.LedgerName);
        string difference = Recording.Difference(before, recorded);
        try
        {
            WriteWhole(path, LedgerFile.Print(recorded));
            return difference.Length == 0 ? $"{path}: nothing new" : $"{path}: {difference}";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Catalog.LedgerNotWritten.At(SourceSpan.File(path), failure.Message));
            return null;
        }
    }

    // A ledger cut in half would be worse than an old one: write beside it, then put it in place.
    private static void WriteWhole(string path, string text)
    {
        string beside = path + ".new";
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }
}
