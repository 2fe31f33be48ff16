using System.CommandLine;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;
using DigestSite.Scaffolding;

namespace DigestSite.Cli;

/// <summary><c>digest record</c>: brings content/ledger.tsv up to date with what a build makes.</summary>
internal static class RecordVerb
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var command = new Command("record", "Write what a build makes into the ledger: slugs, identities, dates and addresses that are never to change.");
        Option<string[]> redirect = RedirectOption();
        Option<string[]> retire = new("--retire")
        {
            Description = "An address, as a path or whole, that is gone for good; what stands below a page goes with it. May be given again.",
            HelpName = "url",
            Arity = ArgumentArity.OneOrMore,
        };
        command.Options.Add(redirect);
        command.Options.Add(retire);
        common.AddTo(command);
        common.Record(CollectVerb.SystemClock);
        command.SetAction(parsed => Run(common.Read(parsed), Reroutes(parsed.GetValue(redirect) ?? [], parsed.GetValue(retire) ?? []), new DiagnosticBag(parsed.GetValue(common.Strict)), common.ReportFor(parsed)));
        return command;
    }

    private static Option<string[]> RedirectOption()
    {
        var option = new Option<string[]>("--redirect")
        {
            Description = "Two addresses, as paths or whole: one that was published and is gone, and where it is now; what stands below a page goes with it. May be given again.",
            HelpName = "old> <new",
            Arity = new ArgumentArity(2, 10_000),
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count % 2 != 0)
            {
                result.AddError("--redirect takes two addresses, the old one and the new one");
            }
        });
        return option;
    }

    private static Reroute[] Reroutes(string[] redirected, string[] retired) =>
        [.. redirected.Chunk(2).Select(pair => Reroute.Redirect(pair[0], pair[1])), .. retired.Select(Reroute.Retire)];

    private static int Run(BuildOptions options, Reroute[] reroutes, DiagnosticBag diagnostics, Report report)
    {
        BuiltSite site = new SiteBuilder(options, diagnostics, report.Progress) { IsRecording = true, Reroutes = reroutes }.Build();
        string? written = diagnostics.HasErrors || site.Recorded is not { } recorded ? null : Write(recorded, site.Compiled!.Ledger, options, diagnostics);
        int exitCode = report.Diagnostics(diagnostics);
        report.Line(written ?? "Nothing was recorded.");
        return exitCode;
    }

    // What was written, in words; null when it could not be, which has then been reported.
    private static string? Write(Ledger recorded, Ledger before, BuildOptions options, DiagnosticBag diagnostics)
    {
        if (!LedgerWriting.Write(options, recorded, diagnostics))
        {
            return null;
        }

        string path = LedgerWriting.PathOf(options);
        string difference = Recording.Difference(before, recorded);
        IEnumerable<string> turned = Recording.Turned(before, recorded).Select(u => u.Target is { } target ? $"  /{u.Path} leads to /{target}" : $"  /{u.Path} is retired");
        return difference.Length == 0 ? $"{path}: nothing new" : string.Join('\n', turned.Prepend($"{path}: {difference}"));
    }
}
