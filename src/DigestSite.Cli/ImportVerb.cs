using System.CommandLine;
using DigestSite.Diagnostics;
using DigestSite.Scaffolding;

namespace DigestSite.Cli;

/// <summary><c>digest import</c>: takes captured listings in, dated, proven and recorded, or not at all.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var files = new Argument<string[]>("file") { Description = "Captured listings: the text, HTML or Markdown of the page, the daily-papers API's JSON, arXiv's Atom or RSS.", Arity = ArgumentArity.OneOrMore };
        var year = new Option<int?>("--year") { Description = "The year they were captured in, where the evidence does not settle it.", HelpName = "yyyy" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what is new and write nothing." };
        year.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1991 or > 2199)
            {
                result.AddError("--year takes a year of four digits, such as 2025");
            }
        });
        var command = new Command("import", "Take captures into content/dumps, and arXiv's answers into content/metadata, byte for byte and record them. With any error nothing is written.") { files, year, dryRun };
        common.AddTo(command);
        common.Record(CollectVerb.SystemClock);
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag(parsed.GetValue(common.Strict));
            Report report = common.ReportFor(parsed);
            BuildOptions options = common.Read(parsed);
            var import = new DumpImport(options, diagnostics);
            ImportPlan? plan = import.Plan(parsed.GetValue(files)!, parsed.GetValue(year), report.Progress);
            bool isWritten = plan is not null && !parsed.GetValue(dryRun) && import.Write(plan);
            int exitCode = report.Diagnostics(diagnostics);
            if (plan is null || exitCode != ExitCode.Clean)
            {
                report.Line("Nothing was imported.");
                return exitCode;
            }

            Describe(plan, options, parsed.GetValue(year), report);
            report.Line(plan.Dumps.Count == 0 ? "Nothing is new." : isWritten ? "Next: look at it with `digest build`, then commit the content folder." : "Nothing was written.");
            return exitCode;
        });
        return command;
    }

    private static void Describe(ImportPlan plan, BuildOptions options, int? year, Report report)
    {
        string folder = options.Content.Replace('\\', '/').TrimEnd('/');
        foreach ((ImportSource source, string name) in plan.Known)
        {
            report.Line($"{source.Path}: is there already, byte for byte, as {name}");
            if (year is { } given)
            {
                report.Line(FormattableString.Invariant($"  its year is not changed by --year: write `{name}: {{ year: {given} }}` under `dumps:` in {folder}/dumps.yml"));
            }
        }

        foreach (ImportedDump dump in plan.Dumps)
        {
            report.Line($"{dump.Source.Path} -> {folder}/{dump.Path}");
            if (dump.Evidence is null)
            {
                report.Line($"  metadata of {Report.Count(dump.Listings, "paper")}, {dump.Papers} of them on the site");
                continue;
            }

            report.Quote("  " + dump.Evidence.Replace("\n", "\n  ", StringComparison.Ordinal));
            report.Line($"  {Report.Count(dump.Papers, "new paper")} in {Report.Count(dump.Listings, "listing")}");
        }

        if (plan.Difference.Length > 0)
        {
            report.Quote($"{folder}/ledger.tsv: {plan.Difference}");
        }
    }
}
