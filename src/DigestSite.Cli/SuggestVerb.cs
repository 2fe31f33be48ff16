using System.CommandLine;
using DigestSite.Diagnostics;
using DigestSite.Explaining;

namespace DigestSite.Cli;

/// <summary><c>digest suggest</c>: where a word of the editors would help most.</summary>
internal static class SuggestVerb
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var name = new Argument<string?>("name") { Description = "Id of a theme, or a paper as for `explain paper`; without, everything.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("suggest", "Show papers without a clear theme and the phrases that would settle it, and papers that look like one.") { name };
        common.AddTo(command);
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            CompiledContent? compiled = new SiteBuilder(common.Read(parsed), diagnostics).Compile();
            string? wanted = parsed.GetValue(name);
            return ExplainVerb.Say(new Report(quiet: true, parsed.GetValue(common.Format)), diagnostics, compiled, "theme or paper", wanted ?? "", c => SuggestionList.Of(c, wanted), c => SuggestionList.Nearest(c, wanted ?? ""));
        });
        return command;
    }
}
