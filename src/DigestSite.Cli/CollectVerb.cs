using System.CommandLine;
using System.Globalization;
using DigestSite.Cli.Collect;
using DigestSite.Diagnostics;

namespace DigestSite.Cli;

/// <summary><c>digest collect</c>: asks the sources of sources.yml for what is new, proves it, and records it.</summary>
internal static class CollectVerb
{
    // arXiv may take its time; so may a day in the middle of the night.
    private static readonly TimeSpan OneAnswer = TimeSpan.FromSeconds(60);

    public static Command Create()
    {
        var common = new CommonOptions();
        Option<DateOnly?> since = SinceOption();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be asked; ask nothing and write nothing." };
        var summary = new Option<string?>("--summary") { Description = "Write what is new to this file as Markdown, for the description of a pull request.", HelpName = "file" };
        Option<int> limit = TimeLimitOption();
        summary.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("--summary takes the name of a file, not an empty one");
            }
        });
        var command = new Command("collect", "Ask the sources that content/sources.yml names for what is new, keep what is sound, and record it. Commits nothing.")
        {
            since, dryRun, summary, limit,
        };
        common.AddTo(command);
        common.Record(SystemClock);
        command.SetAction((parsed, end) =>
        {
            var run = new CollectRun(common.Read(parsed), new DiagnosticBag(parsed.GetValue(common.Strict)), common.ReportFor(parsed), SystemClock)
            {
                Since = parsed.GetValue(since),
                Summary = parsed.GetValue(summary),
                TimeLimit = TimeSpan.FromMinutes(parsed.GetValue(limit)),
                OneAnswer = OneAnswer,
            };
            return parsed.GetValue(dryRun) ? Task.FromResult(run.Foresee()) : run.Run(end);
        });
        return command;
    }

#pragma warning disable RS0030 // The one place that asks what day it is: everything else is told.
    public static TimeProvider SystemClock => TimeProvider.System;
#pragma warning restore RS0030

    private static Option<DateOnly?> SinceOption() => new("--since")
    {
        Description = "Begin with this day instead of the `since` of sources.yml: to fill up old days.",
        HelpName = "yyyy-mm-dd",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year >= 1991)
            {
                if (date > DateOnly.FromDateTime(SystemClock.GetUtcNow().UtcDateTime))
                {
                    result.AddError($"--since takes a day that has come, not '{text}'");
                }

                return date;
            }

            result.AddError($"--since takes a date such as 2025-11-03, not '{text}'");
            return null;
        },
    };

    private static Option<int> TimeLimitOption() => new("--time-limit")
    {
        Description = "Minutes after which nothing more is asked; the next run goes on. Default: 30.",
        HelpName = "minutes",
        DefaultValueFactory = _ => 30,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) && minutes is > 0 and <= 1440)
            {
                return minutes;
            }

            result.AddError($"--time-limit takes minutes from 1 to 1440, not '{text}'");
            return 0;
        },
    };
}
