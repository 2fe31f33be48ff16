using System.CommandLine;
using DigestSite.Diagnostics;
using DigestSite.Enriching;

namespace DigestSite.Cli;

/// <summary><c>digest enrich</c>: proposes arXiv ids for papers that have none.</summary>
internal static class EnrichVerb
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var common = new CommonOptions();
        var arxiv = new Option<string>("--arxiv")
        {
            Description = "arXiv's metadata: the snapshot, one JSON object a line, plain or .gz, or - to read it from standard input; or an answer of the API, Atom.",
            HelpName = "file",
            Required = true,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would be written, and write nothing." };
        arxiv.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("--arxiv takes the name of a file, or -, not an empty one");
            }
        });
        var command = new Command("enrich", "Find papers without an arXiv id by their titles in arXiv's metadata, and propose the ids in papers.yml.") { arxiv, dryRun };
        common.AddTo(command);
        command.SetAction(parsed => Run(common.Read(parsed), parsed.GetValue(arxiv)!, parsed.GetValue(dryRun), new DiagnosticBag(parsed.GetValue(common.Strict)), new Report(parsed.GetValue(common.Quiet), parsed.GetValue(common.Format)) { ShowsSuggestions = true, SuggestionsOfOneKind = int.MaxValue }));
        return command;
    }

    private static int Run(BuildOptions options, string file, bool isDryRun, DiagnosticBag diagnostics, Report report)
    {
        var enrichment = new Enrichment(options, diagnostics, report.Progress);
        EnrichmentPlan? plan = enrichment.Plan(metadata => Read(metadata, file));
        bool isWritten = plan is not null && !isDryRun && enrichment.Write(plan);
        int exitCode = report.Diagnostics(diagnostics);
        if (plan is null || exitCode != ExitCode.Clean)
        {
            report.Line("Nothing was written.");
            return exitCode;
        }

        foreach (int number in plan.Papers?.Changed ?? [])
        {
            report.Quote(FormattableString.Invariant($"{plan.Papers!.Text.Name}({number}): {plan.Papers.Text.Line(number).ToString()}"));
        }

        report.Line(Summary(plan));
        report.Line(plan.Papers is null ? "Nothing is new."
            : isWritten ? "Next: look at what was added, run `digest record`, then commit the content folder."
            : "Nothing was written.");
        return exitCode;
    }

    private static int? Read(ArxivMetadata metadata, string file)
    {
        if (file != StandardInput)
        {
            return metadata.Read(file);
        }

        using Stream input = Console.OpenStandardInput();
        return metadata.Scan(input, "standard input");
    }

    private static string Summary(EnrichmentPlan plan) => FormattableString.Invariant(
        $"{Report.Count(plan.Wanted, "paper")} without an arXiv id, looked for in {Report.Count(plan.Records, "record")}: {plan.Ids.Count:N0} proposed, {plan.Told:N0} left to you, {plan.Wanted - plan.Ids.Count - plan.Told:N0} not found");
}
