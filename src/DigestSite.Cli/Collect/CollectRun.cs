using System.Text;
using DigestSite.Collecting;
using DigestSite.Diagnostics;

namespace DigestSite.Cli.Collect;

/// <summary>One run of <c>digest collect</c>: the network and the console around a <see cref="Collection"/>.</summary>
/// <param name="clock">Says what day it is and waits between requests.</param>
internal sealed class CollectRun(BuildOptions options, DiagnosticBag diagnostics, Report report, TimeProvider clock)
{
    public DateOnly? Since { get; init; }

    /// <summary>The file to write the summary to; null for none.</summary>
    public string? Summary { get; init; }

    /// <summary>After which nothing more is asked.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>How long one answer may take.</summary>
    public required TimeSpan OneAnswer { get; init; }

    /// <summary>Says what would be asked. Papers by id depend on what is answered, so they are not among it.</summary>
    public int Foresee()
    {
        Wanted[] due = [.. Begin()?.Foreseen() ?? []];
        int exitCode = report.Diagnostics(diagnostics);
        if (exitCode == ExitCode.Clean)
        {
            foreach (Wanted wanted in due)
            {
                report.Line($"{wanted.File} <- {wanted.Address.AbsoluteUri}");
            }

            report.Line($"{Report.Count(due.Length, "request")}; nothing was asked.");
        }

        return exitCode;
    }

    /// <summary>Asks, judges and writes, and says what came of it; returns the exit code.</summary>
    /// <param name="end">Ends the program, which then has written nothing.</param>
    public async Task<int> Run(CancellationToken end)
    {
        CollectionOutcome? outcome;
        try
        {
            outcome = await Collect(end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            Console.Error.WriteLine("digest: stopped; nothing was written");
            return ExitCode.UsageOrCrash;
        }

        int exitCode = report.Diagnostics(diagnostics);
        Describe(outcome);
        return await HasSummary(outcome) ? exitCode : ExitCode.UsageOrCrash;
    }

    /// <summary>Asks, judges and writes. Null when nothing was written; why has then been reported.</summary>
    public async Task<CollectionOutcome?> Collect(CancellationToken end)
    {
        if (Begin() is not { } collection)
        {
            return null;
        }

        await Ask(collection, end);
        return collection.Finish(report.Progress);
    }

    private async Task<bool> HasSummary(CollectionOutcome? outcome)
    {
        try
        {
            if (Summary is not null)
            {
                await File.WriteAllTextAsync(Summary, CollectionSummary.Of(outcome, diagnostics.InOrder()), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"digest: the summary cannot be written: {failure.Message}");
            return false;
        }
    }

    private Collection? Begin() => Collection.Begin(options, Since, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), diagnostics);

    private async Task Ask(Collection collection, CancellationToken end)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(end);
        over.CancelAfter(TimeLimit);
        using var client = new PoliteClient(UserAgent.Of(collection.Settings), OneAnswer, clock);
        foreach (Wanted wanted in collection.Due())
        {
            report.Progress("ask for " + wanted.File);
            Answer answer;
            try
            {
                answer = await client.Ask(wanted, over.Token);
            }
            catch (OperationCanceledException) when (!end.IsCancellationRequested)
            {
                string because = FormattableString.Invariant($"the time limit of {TimeLimit.TotalMinutes:0.##} min was over");
                collection.Stop(because);
                answer = Answer.Failed(because);
            }

            collection.Take(wanted, answer);
        }
    }

    private void Describe(CollectionOutcome? outcome)
    {
        if (outcome is null)
        {
            report.Line("Nothing was collected.");
            return;
        }

        foreach (IGrouping<string, Judged> source in outcome.Judged.GroupBy(j => j.Wanted.Source))
        {
            report.Line($"{source.Key}: {string.Join(", ", Parts([.. source], outcome.Build))}");
        }

        if (outcome.Difference.Length > 0)
        {
            report.Quote($"{options.Content.Replace('\\', '/').TrimEnd('/')}/ledger.tsv: {outcome.Difference}");
        }

        report.Line(outcome.Build.Kept.Count == 0 ? "Nothing is new." : "Next: look at it with `digest serve`, then commit the content folder.");
    }

    private static IEnumerable<string> Parts(Judged[] judged, CollectedBuild build)
    {
        int failed = build.Failed.Count(f => judged.Contains(f.Answer));
        (string What, Judged[] Those)[] kinds =
        [
            ("new", [.. judged.Where(j => j.Verdict == Verdict.New && build.Kept.Contains(j))]),
            ("renewed", [.. judged.Where(j => j.Verdict == Verdict.Better && build.Kept.Contains(j))]),
            ("unchanged", [.. judged.Where(j => j.Verdict == Verdict.Unchanged)]),
            ("without papers", [.. judged.Where(j => j.Verdict == Verdict.Empty)]),
            ("kept as it was", [.. judged.Where(j => j.Verdict == Verdict.Worse)]),
            ("not usable", [.. judged.Where(j => j.Verdict == Verdict.NotKept)]),
            ("not answered", [.. judged.Where(j => j.Verdict is Verdict.NotAnswered or Verdict.Refused)]),
        ];
        return kinds.Where(k => k.Those.Length > 0)
            .Select(k => FormattableString.Invariant($"{k.Those.Length:N0} {k.What} ({k.Those[0].Wanted.Name}{(k.Those.Length > 1 ? ", …" : "")})"))
            .Concat(failed > 0 ? [FormattableString.Invariant($"{failed:N0} that the site does not build with")] : []);
    }
}
