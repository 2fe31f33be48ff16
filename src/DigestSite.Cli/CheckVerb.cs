using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using DigestSite.Cli.LinkChecking;
using DigestSite.Diagnostics;
using DigestSite.Links.External;

namespace DigestSite.Cli;

/// <summary><c>digest check</c>: every pass of a build but the last; nothing is published. With <c>--external</c> other sites are asked too.</summary>
internal sealed class CheckVerb
{
    private readonly CommonOptions _common = new();

    private readonly Option<bool> _external = new("--external") { Description = "Then ask every address of other sites that the pages link to whether it is there." };

    private readonly Option<bool> _offline = new("--offline") { Description = "With --external: ask nothing, and tell what earlier checks learnt." };

    private readonly Option<TimeSpan?> _maxTime = new("--max-time")
    {
        Description = "With --external: after so long nothing more is asked; the next check goes on.",
        HelpName = "90s|10m|2h",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (DurationOf(text) is { } time)
            {
                return time;
            }

            result.AddError($"--max-time takes a time such as 90s, 10m or 2h, a day at most, not '{text}'");
            return null;
        },
    };

    private readonly Option<string[]> _include = new("--include") { Description = "With --external: ask only addresses like this; `*` stands for anything.", HelpName = "pattern" };

    private readonly Option<string[]> _exclude = new("--exclude") { Description = "With --external: do not ask addresses like this.", HelpName = "pattern" };

    private readonly Option<string?> _summary = new("--summary") { Description = "With --external: write what is wrong to this file as Markdown, for an issue.", HelpName = "file" };

    public static Command Create() => new CheckVerb().Command();

    private Command Command()
    {
        var command = new Command("check", "Do all that build does, in memory, and publish nothing.") { _external, _offline, _maxTime, _include, _exclude, _summary };
        _common.AddTo(command);
        command.Options.Add(_common.Drafts);
        command.Validators.Add(Validate);
        command.SetAction(Run);
        return command;
    }

    private void Validate(CommandResult result)
    {
        foreach (Option option in (Option[])[_offline, _maxTime, _include, _exclude, _summary])
        {
            if (result.GetResult(option) is { Implicit: false } given)
            {
                if (result.GetResult(_external) is not { Implicit: false })
                {
                    result.AddError($"{option.Name} is for links to other sites: use it with --external");
                }

                if (given.Tokens.Any(t => t.Value.Length == 0))
                {
                    result.AddError($"{option.Name} takes a {option.HelpName}, not an empty one");
                }
            }
        }
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken end)
    {
        var diagnostics = new DiagnosticBag(parsed.GetValue(_common.Strict));
        Report report = _common.ReportFor(parsed, showsSuggestions: true);
        BuildOptions options = _common.Read(parsed) with { IncludeScheduled = true, IncludeDrafts = parsed.GetValue(_common.Drafts) };
        BuiltSite site = new SiteBuilder(options, diagnostics, report.Progress) { WithSuggestions = true, ReadsLinksTwice = true }.Build();
        return parsed.GetValue(_external) && site.Links is not null && !diagnostics.HasFaults
            ? await CheckExternal(parsed, site, diagnostics, report, end)
            : Tell(parsed, site, diagnostics, report);
    }

    private int Tell(ParseResult parsed, BuiltSite site, DiagnosticBag diagnostics, Report report)
    {
        int exitCode = report.Diagnostics(diagnostics);
        if (exitCode == ExitCode.Clean)
        {
            report.Line(Summary.Of(site));
        }
        else if (parsed.GetValue(_external))
        {
            report.Line("Other sites were not asked: mend the errors first.");
        }

        return exitCode;
    }

    private async Task<int> CheckExternal(ParseResult parsed, BuiltSite site, DiagnosticBag diagnostics, Report report, CancellationToken end)
    {
        string content = parsed.GetValue(_common.Content)!;
        var cache = LinkCacheFile.Beside(content);
        var run = new LinkCheckRun(site, content.Replace('\\', '/').TrimEnd('/') + "/site.yml", diagnostics, report, SystemClock)
        {
            Cache = cache,
            IsOffline = parsed.GetValue(_offline),
            TimeLimit = parsed.GetValue(_maxTime),
            Include = Patterns(parsed, _include),
            Exclude = Patterns(parsed, _exclude),
        };
        LinkFindings findings;
        try
        {
            findings = await run.Check(end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            Console.Error.WriteLine($"digest: stopped; what was answered until then is in {cache.Display}");
            return ExitCode.UsageOrCrash;
        }

        int exitCode = report.Diagnostics(diagnostics);
        string counts = findings.Counts(run.Asked);
        report.Line(Summary.Of(site));
        report.Line(counts);
        return await HasSummary(parsed.GetValue(_summary), findings, counts, site.Compiled!.Site.Settings.BaseUrl) ? exitCode : ExitCode.UsageOrCrash;
    }

    private static async Task<bool> HasSummary(string? file, LinkFindings findings, string counts, BaseUrl baseUrl)
    {
        try
        {
            if (file is not null)
            {
                string text = LinkSummary.Of(findings, counts, DateOnly.FromDateTime(SystemClock.GetUtcNow().UtcDateTime), baseUrl);
                await File.WriteAllTextAsync(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"digest: the summary cannot be written: {failure.Message}");
            return false;
        }
    }

    private static AddressPattern[] Patterns(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).Select(p => new AddressPattern(p, new SourceText(option.Name, p).AtOffset(0, p.Length)))];

#pragma warning disable RS0030 // An answer is as old as it is.
    private static TimeProvider SystemClock => TimeProvider.System;
#pragma warning restore RS0030

    private static TimeSpan? DurationOf(string text)
    {
        int unit = text.Length < 2 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return unit > 0 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && (long)number * unit is > 0 and <= 86_400
            ? TimeSpan.FromSeconds(number * unit)
            : null;
    }
}
