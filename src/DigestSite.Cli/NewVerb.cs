using System.CommandLine;
using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Scaffolding;

namespace DigestSite.Cli;

/// <summary><c>digest new site|note|theme|page|template</c>: begins what an editor goes on with.</summary>
internal static class NewVerb
{
    public static Command Create() => new("new", "Begin a site, a note, a theme, a page, or a template of your own. Nothing is ever overwritten.")
    {
        NewSiteVerb.Create(),
        Note(),
        Theme(),
        Page(),
        Template(),
    };

    private static Command Note()
    {
        var common = new CommonOptions();
        var date = new Argument<DateOnly>("date")
        {
            Description = "The day of the digest, such as 2025-11-03.",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
                {
                    result.AddError($"a digest is named by its day, such as 2025-11-03, not '{text}'");
                }

                return day;
            },
        };
        var command = new Command("note", "Begin the note on one digest, its papers listed to choose from.") { date };
        common.AddTo(command);
        command.SetAction(parsed =>
        {
            BuildOptions options = common.Read(parsed);
            var diagnostics = new DiagnosticBag();
            CompiledContent? compiled = new SiteBuilder(options, diagnostics).Compile();
            if (compiled is null || diagnostics.HasErrors)
            {
                return common.ReportFor(parsed).Diagnostics(diagnostics);
            }

            diagnostics = new DiagnosticBag(); // Warnings are for a build to tell.
            NewFile? note = NewNote.Of(compiled.Site.Archive, parsed.GetValue(date), diagnostics, options.Content);
            return Write(options.Content, note, diagnostics, "write it, choose its picks, and take `draft: true` away when it is ready");
        });
        return command;
    }

    private static Command Theme()
    {
        Option<string> content = new CommonOptions().Content;
        var id = new Argument<string>("id") { Description = "What its address is made of, such as domain-generalization." };
        var title = new Option<string?>("--title") { Description = "Its heading. Default: made of the id.", HelpName = "text" };
        var about = new Option<string?>("--description") { Description = "A sentence on what belongs there.", HelpName = "text" };
        var match = new Option<string[]>("--match") { Description = "A phrase that speaks for it; may be given several times.", HelpName = "phrase" };
        var command = new Command("theme", "Add a theme at the end of themes.yml.") { id, title, about, match, content };
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(id)!;
            string heading = parsed.GetValue(title) ?? (name.Length > 0 ? NewPage.TitleOf(name) : "");
            var theme = new NewTheme(name, heading, parsed.GetValue(about) ?? $"Papers on {heading}.", parsed.GetValue(match) ?? []);
            return AddTheme(theme, $"{parsed.GetValue(content)}/themes.yml");
        });
        return command;
    }

    private static int AddTheme(NewTheme theme, string path)
    {
        var diagnostics = new DiagnosticBag();
        var report = new Report(quiet: false);
        bool isAdded = ThemesText(path, diagnostics) is { } file
            && theme.AddTo(file, diagnostics) is { } text
            && NewFiles.Replace(path, text, Catalog.NotWritten, diagnostics);
        int exitCode = report.Diagnostics(diagnostics);
        if (isAdded)
        {
            report.Line($"{path}: the theme {theme.Id} stands at its end");
            report.Line(theme.Phrases.Count == 0
                ? "Next: put the phrases that speak for it between the brackets of `match: []`; until then it gets no paper."
                : "Next: `digest build`; a tie goes to the theme that stands earlier.");
        }

        return exitCode;
    }

    private static SourceText? ThemesText(string path, DiagnosticBag diagnostics) =>
        InputFile.Read(path, path, diagnostics) is { } bytes ? Utf8Text.Decode(bytes, path, diagnostics) : null;

    private static Command Page()
    {
        Option<string> content = new CommonOptions().Content;
        var name = new Argument<string>("name") { Description = "Its address, such as about-us." };
        var title = new Option<string?>("--title") { Description = "Its heading. Default: made of the name.", HelpName = "text" };
        var command = new Command("page", "Begin a Markdown page.") { name, title, content };
        command.SetAction(parsed =>
        {
            var diagnostics = new DiagnosticBag();
            NewFile? page = NewPage.Of(parsed.GetValue(name)!, parsed.GetValue(title), diagnostics, parsed.GetValue(content)!);
            string next = $"write it, and put `- {{ title: …, path: /{parsed.GetValue(name)}/ }}` under `navigation:` in site.yml if the header should link to it";
            return Write(parsed.GetValue(content)!, page, diagnostics, next);
        });
        return command;
    }

    private static Command Template()
    {
        Option<string> templates = new CommonOptions().Templates;
        var name = new Argument<string?>("name") { Description = "A template, partial or asset, such as paper or card; without it all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("template", "Copy a built-in template, partial or asset, so that you can change it.") { name, templates };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is not { } wanted)
            {
                Console.WriteLine(NewTemplate.List());
                return ExitCode.Clean;
            }

            var diagnostics = new DiagnosticBag();
            return Write(parsed.GetValue(templates)!, NewTemplate.Of(wanted, diagnostics), diagnostics, "change it; every mistake is told with its line, and removing the file brings the built-in one back");
        });
        return command;
    }

    private static int Write(string folder, NewFile? file, DiagnosticBag diagnostics, string next)
    {
        var report = new Report(quiet: false);
        bool isWritten = file is not null && NewFiles.Write(folder, [file], diagnostics);
        int exitCode = report.Diagnostics(diagnostics);
        if (isWritten)
        {
            report.Line($"{folder.Replace('\\', '/').TrimEnd('/')}/{file!.Path}");
            report.Line($"Next: {next}.");
        }

        return exitCode;
    }
}
