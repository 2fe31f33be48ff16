using System.Diagnostics;
using DigestSite.Diagnostics;
using DigestSite.Templates;

namespace DigestSite.Cli.Serve;

/// <summary>Builds the site in memory again and again, and says on the console what came of it.</summary>
/// <param name="patience">In milliseconds: when the last good build took no longer, this one is waited for, and nothing is shown before it has ended.</param>
internal sealed class Rebuild(BuildOptions options, bool strict, Report report, int patience = Rebuild.UsualPatience)
{
    public const int UsualPatience = 500;

    private readonly CompiledTemplates _templates = new();
    private string _said = "";
    private double _took;

    /// <summary>One whole build. What is served after it is its site or, when it has errors, still that of <paramref name="before"/>.</summary>
    /// <param name="changed">The files that gave rise to it; none when it is not worth a line.</param>
    /// <param name="early">Given what to serve until a long build has ended: each page is rendered when somebody looks at it, its links are not yet proven.</param>
    public Served Run(Served? before, IReadOnlyCollection<string> changed, Action<Served>? early = null)
    {
        try
        {
            return Build(before, changed, early);
        }
        catch (Exception failure) when (Cause(failure) is IOException or UnauthorizedAccessException)
        {
            // A folder went while it was read, as when another branch is checked out; its going is a change, so another build follows.
            _said = $"The sources cannot be read: {Cause(failure).Message}";
            Console.Error.WriteLine(_said);
            return new(before?.Site, [_said]);
        }
    }

    private Served Build(Served? before, IReadOnlyCollection<string> changed, Action<Served>? early)
    {
        long start = Stopwatch.GetTimestamp();
        var diagnostics = new DiagnosticBag(strict);
        var builder = new SiteBuilder(options, diagnostics)
        {
            CompiledTemplates = _templates,
            Planned = _took <= patience ? null : (plan, baseUrl) => early?.Invoke(new(new SiteTree(baseUrl, [.. plan.Select(RenderedWhenAsked)]), [])),
        };
        BuiltSite built = builder.Build();
        bool isGood = !diagnostics.HasErrors && built.Compiled is not null;
        SiteTree? site = isGood ? new SiteTree(built.Compiled!.Site.Settings.BaseUrl, built.Files) : before?.Site;
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        // One with errors may end before it has done much.
        _took = isGood ? milliseconds : _took;
        IReadOnlyList<Diagnostic> all = diagnostics.InOrder();
        Say(diagnostics, all);
        if (changed.Count > 0)
        {
            string outcome = isGood ? Outcome(site!.CountChanges(before?.Site)) : "errors, the last good site stays";
            report.Line(FormattableString.Invariant($"{Names(changed)}: {outcome}, {milliseconds:F0} ms"));
        }

        return new(site, [.. all.Where(d => d.Severity == Severity.Error).Select(d => d.ToString())]);
    }

    private static OutputFile RenderedWhenAsked(PlannedFile planned)
    {
        var bytes = new Lazy<ReadOnlyMemory<byte>>(planned.Render);
        return new OutputFile(planned.Path, ReadOnlyMemory<byte>.Empty, planned.Source).KeptBy(() => bytes.Value);
    }

    private static Exception Cause(Exception failure) => failure is AggregateException { InnerException: { } inner } ? inner : failure;

    private static string Outcome(int files) => files == 0 ? "nothing on the site changed" : Report.Count(files, "file") + " changed";

    // Many editors write a file beside the one that they save: those that are gone by now say nothing.
    private static string Names(IReadOnlyCollection<string> changed)
    {
        string[] there = [.. changed.Where(File.Exists)];
        string[] names = there.Length > 0 ? there : [.. changed];
        return names.Length == 1 ? names[0] : FormattableString.Invariant($"{names[0]} and {names.Length - 1:N0} more");
    }

    // What stands on the screen already is not said again with every save.
    private void Say(DiagnosticBag diagnostics, IReadOnlyList<Diagnostic> all)
    {
        string text = string.Join('\n', all);
        if (text != _said)
        {
            _said = text;
            report.Diagnostics(diagnostics);
        }
    }
}
