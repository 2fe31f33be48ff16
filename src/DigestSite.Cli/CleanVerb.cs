using System.CommandLine;
using DigestSite.Diagnostics;
using DigestSite.Publishing;

namespace DigestSite.Cli;

/// <summary><c>digest clean</c>: deletes what earlier builds wrote, and nothing else.</summary>
internal static class CleanVerb
{
    public static Command Create()
    {
        var output = BuildVerb.OutputOption();
        Option<DiagnosticFormat> format = FormatOption.Create();
        var command = new Command("clean", "Delete what earlier builds wrote into the output folder, and nothing else.") { output, format };
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            var report = new Report(quiet: false, parsed.GetValue(format));
            PublishResult? cleaned = Publisher.Clean(parsed.GetValue(output)!, diagnostics);
            int exitCode = report.Diagnostics(diagnostics);
            if (cleaned is not null)
            {
                report.Line($"{parsed.GetValue(output)}: {Report.Count(cleaned.Deleted, "file")} deleted");
            }

            return exitCode;
        });
        return command;
    }
}
