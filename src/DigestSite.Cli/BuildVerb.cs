using System.CommandLine;
using System.Diagnostics;
using DigestSite.Diagnostics;
using DigestSite.Publishing;

namespace DigestSite.Cli;

/// <summary><c>digest build</c>: the whole site, proven, then published.</summary>
internal static class BuildVerb
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var output = OutputOption();
        var timings = new Option<bool>("--timings") { Description = "Print how long each pass takes, and how much memory all of it." };
        Option<string?> trace = TraceOption();
        var command = new Command("build", "Build the site, prove every link, and publish what changed. Any error leaves the published site as it was.")
        {
            output,
            timings,
            trace,
        };
        common.AddTo(command);
        command.SetAction(parsed =>
        {
            using TraceFile? file = parsed.GetValue(trace) is { } path ? TraceFile.Open(path) : null;
            PassTimes? times = parsed.GetValue(timings) || file is not null ? new PassTimes() : null;
            if (file is null && parsed.GetValue(trace) is not null)
            {
                return ExitCode.UsageOrCrash;
            }

            int exitCode = Run(common.Read(parsed), parsed.GetValue(output)!, new DiagnosticBag(parsed.GetValue(common.Strict)), common.ReportFor(parsed), times, parsed.GetValue(timings));
            return file?.TryWrite(times!) == false ? ExitCode.UsageOrCrash : exitCode;
        });
        return command;
    }

    private static Option<string?> TraceOption()
    {
        var trace = new Option<string?>("--trace")
        {
            Description = "Write to this file when each pass, each file and each pause of the garbage collector began and ended: JSON for ui.perfetto.dev, speedscope.app or chrome://tracing.",
            HelpName = "file",
        };
        trace.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("--trace takes the name of a file, not an empty one");
            }
        });
        return trace;
    }

    public static Option<string> OutputOption() => new("--output", "-o")
    {
        Description = "Folder of the built site.",
        DefaultValueFactory = _ => "site",
        HelpName = "folder",
    };

    // Publishing swaps whole folders: one that holds the sources, or the shell's own, would pull the ground from under both.
    private static void ReportOutputAmongSources(string output, BuildOptions options, DiagnosticBag diagnostics)
    {
        if (output.Length == 0)
        {
            return;
        }

        string target = WholePath(output);
        foreach (string source in (string[])[options.Content, options.Templates])
        {
            if (target.StartsWith(WholePath(source), StringComparison.Ordinal) || WholePath(source).StartsWith(target, StringComparison.Ordinal))
            {
                diagnostics.Add(Catalog.OutputAmongSources.At(SourceSpan.File(output), output, source));
            }
        }

        if (WholePath(".").StartsWith(target, StringComparison.Ordinal))
        {
            diagnostics.Add(Catalog.OutputAmongSources.At(SourceSpan.File(output), output, "."));
        }
    }

    private static string WholePath(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string? target = Directory.Exists(full) ? Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName : null;
        return Path.TrimEndingDirectorySeparator(target ?? full) + Path.DirectorySeparatorChar;
    }

    private static int Run(BuildOptions options, string output, DiagnosticBag diagnostics, Report report, PassTimes? times, bool printsTimes)
    {
        long start = Stopwatch.GetTimestamp();
        ReportOutputAmongSources(output, options, diagnostics);
        Action<string> progress = pass =>
        {
            report.Progress(pass);
            times?.Begin(pass);
        };
        var ofPublishing = new DiagnosticBag();
        Publication? publication = null;
        using var interrupt = new Interrupt();
        var builder = new SiteBuilder(options, diagnostics, progress)
        {
            Watched = times is null ? null : times.Rendering.Watched,
            Keeping = plan =>
            {
                // With an error about, nothing will be published; and finishing what a killed build began is for one that publishes.
                publication = diagnostics.HasErrors || Publication.IsInterrupted(output) ? null
                    : Publication.Begin(output, [.. plan.Select(f => new SiteFile(f.Path.FilePath, f.Source))], ofPublishing);
                if (publication is null)
                {
                    return null;
                }

                interrupt.Await();
                return file =>
                {
                    interrupt.ThrowIfCame();
                    return publication.Keep(file);
                };
            },
        };
        BuiltSite site;
        try
        {
            site = builder.Build();
            interrupt.ThrowIfCame();
        }
        catch (Exception)
        {
            publication?.Abandon();
            if (!interrupt.Came)
            {
                throw;
            }

            Console.Error.WriteLine($"digest: stopped; {output} is as it was");
            return ExitCode.UsageOrCrash;
        }

        using Publication? held = publication;
        PublishResult? published = Finish(publication, site, output, diagnostics, ofPublishing, progress);
        times?.End();
        int exitCode = report.Diagnostics(diagnostics);
        if (published is null)
        {
            report.Line($"Not published: {output} is as it was.");
            return exitCode;
        }

        if (printsTimes)
        {
            report.Line(times!.Table(site));
        }

        report.Line(Summary.Of(site));
        report.Line(FormattableString.Invariant($"{output}: {Report.Count(published.Written, "file")} written, {published.Unchanged:N0} unchanged, {published.Deleted:N0} deleted, in {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s"));
        return exitCode;
    }

    // What is wrong with the site is told alone: until it is mended, nobody need know what publishing would have met.
    private static PublishResult? Finish(Publication? publication, BuiltSite site, string output, DiagnosticBag diagnostics, DiagnosticBag ofPublishing, Action<string> progress)
    {
        if (diagnostics.HasErrors)
        {
            publication?.Abandon();
            return null;
        }

        progress("publish");
        PublishResult? published = publication is not null ? publication.Commit(ofPublishing) : ofPublishing.HasErrors ? null : Publisher.Publish(output, site.Files, ofPublishing);
        foreach (Diagnostic found in ofPublishing.InOrder())
        {
            diagnostics.Add(found);
        }

        return published;
    }
}
