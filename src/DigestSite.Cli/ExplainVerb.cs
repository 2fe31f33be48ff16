using System.CommandLine;
using DigestSite.Diagnostics;

namespace DigestSite.Cli;

/// <summary><c>digest explain dump|paper</c>: every decision with its evidence.</summary>
internal static class ExplainVerb
{
    public static Command Create() => new("explain", "Show why the build decided as it did.")
    {
        Of("dump", "Where a capture's year comes from.", "File name of the dump, or a part of it.", Explanation.OfDump),
        Of("paper", "A paper's merging, dates, theme scores and tags.", "Slug, arXiv id, or words of the title.", Explanation.OfPaper),
    };

    private static Command Of(string what, string description, string nameDescription, Func<CompiledContent, string, string?> explain)
    {
        var common = new CommonOptions();
        var name = new Argument<string>("name") { Description = nameDescription };
        var command = new Command(what, description) { name };
        common.AddTo(command);
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            CompiledContent? compiled = new SiteBuilder(common.Read(parsed), diagnostics) { IgnoresRecordedDates = what == "dump" }.Compile();
            var report = new Report(quiet: true, parsed.GetValue(common.Format));
            int exitCode = report.Diagnostics(diagnostics);
            if (compiled is null)
            {
                return exitCode;
            }

            string wanted = parsed.GetValue(name)!;
            if (explain(compiled, wanted) is { } text)
            {
                report.Answer(text);
                return exitCode;
            }

            Console.Error.WriteLine($"digest: no {what} is called '{wanted}'; {Explanation.Nearest(compiled, what, wanted)}");
            return ExitCode.UsageOrCrash;
        });
        return command;
    }
}
