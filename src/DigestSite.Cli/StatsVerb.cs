using System.CommandLine;
using DigestSite.Diagnostics;
using DigestSite.Explaining;

namespace DigestSite.Cli;

/// <summary><c>digest stats</c>: the archive in numbers.</summary>
internal static class StatsVerb
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var command = new Command("stats", "Show the archive in numbers: themes with their margins, tags, growth, gaps.");
        common.AddTo(command);
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            CompiledContent? compiled = new SiteBuilder(common.Read(parsed), diagnostics).Compile();
            return ExplainVerb.Say(new Report(quiet: true, parsed.GetValue(common.Format)), diagnostics, compiled, "archive", "", Statistics.Of, _ => "");
        });
        return command;
    }
}
