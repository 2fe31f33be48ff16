using System.CommandLine;
using DigestSite.Comparing;
using DigestSite.Diagnostics;

namespace DigestSite.Cli;

/// <summary><c>digest diff OLD NEW</c>: what changes when one built site takes the place of another.</summary>
internal static class DiffVerb
{
    private static readonly string[] Formats = ["text", "markdown", "json"];

    public static Command Create()
    {
        var old = new Argument<string>("old") { Description = "Folder of the site as it is; an empty one stands for none." };
        var @new = new Argument<string>("new") { Description = "Folder of the site as it would be." };
        var format = new Option<string>("--format")
        {
            Description = "text for people, markdown for a pull request or a job's summary, json for programs.",
            DefaultValueFactory = _ => Formats[0],
            HelpName = "text|markdown|json",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (!Formats.Contains(text))
                {
                    result.AddError($"--format takes text, markdown or json, not '{text}'");
                }

                return text;
            },
        };
        var command = new Command("diff", "Compare two built sites in the editor's terms: digests, papers, themes, pages, feeds.") { old, @new, format };
        command.SetAction(parsed => Run(parsed.GetValue(old)!, parsed.GetValue(@new)!, parsed.GetValue(format)!));
        return command;
    }

    private static int Run(string old, string @new, string format)
    {
        var diagnostics = new DiagnosticBag();
        ComparedSite? before = ComparedSite.Read(old, diagnostics);
        ComparedSite? after = ComparedSite.Read(@new, diagnostics);
        if (before is null || after is null)
        {
            return new Report(quiet: true).Diagnostics(diagnostics);
        }

        var difference = SiteDifference.Of(before, after);
        Console.Out.Write(format switch
        {
            "json" => DifferenceJson.Of(difference),
            "markdown" => DifferenceReport.Markdown(difference),
            _ => DifferenceReport.Text(difference),
        });
        return ExitCode.Clean;
    }
}
