using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Links.External;

/// <summary>A site's links to other sites beside what their addresses answered.</summary>
/// <param name="answers">By address.</param>
internal sealed class LinkFindings(IReadOnlyList<OutputFile> files, LinkReport links, BaseUrl baseUrl, AskedLinks asked, IReadOnlyDictionary<string, LinkAnswer> answers)
{
    private readonly Findings _findings = new(files, baseUrl, namesPage: true);
    private PlacedFinding[]? _placed;

    /// <summary>What is wrong, each with its place, by page.</summary>
    public IReadOnlyList<PlacedFinding> Placed => _placed ??= [.. _findings.Place(links.Sightings.SelectMany(Flaws))];

    /// <summary>The place in the finished page.</summary>
    public SourceSpan SpanOf(Sighting at) => _findings.SpanOf(at);

    public OutputFile PageOf(Sighting at) => files[at.File];

    /// <summary>What the address of a link answered; null when nothing is known.</summary>
    public LinkAnswer? AnswerTo(string url) => asked.AddressOf(url) is { } address ? answers.GetValueOrDefault(address) : null;

    public void Report(DiagnosticBag diagnostics)
    {
        foreach (PlacedFinding placed in Placed)
        {
            _findings.Report(placed, diagnostics);
        }
    }

    /// <summary>How many links, pages and hosts there are, and what came of the addresses.</summary>
    /// <param name="askedNow">How many addresses were asked just now.</param>
    public string Counts(int askedNow)
    {
        Sighting[] sightings = [.. links.Sightings.Where(s => asked.AddressOf(s.Url) is not null)];
        LinkAnswer[] known = [.. asked.Addresses.Select(a => answers.GetValueOrDefault(a.Address)).OfType<LinkAnswer>()];
        Flaw?[] verdicts = [.. known.Select(Verdict.Of)];
        int broken = verdicts.Count(v => v?.Descriptor.Severity == Severity.Error);
        int moved = verdicts.Count(v => v?.Descriptor == Catalog.MovedLink);
        int untold = verdicts.Count(v => v is not null) - broken - moved;
        return $"{Count(sightings.Length, "link")} to {Count(asked.Addresses.Count, "address", "addresses")} of other sites, {Count(sightings.Select(s => s.File).Distinct().Count(IsPage), "page")}, "
            + $"{Count(asked.Addresses.Select(a => a.Host).Distinct(StringComparer.Ordinal).Count(), "host")}: "
            + string.Create(CultureInfo.InvariantCulture, $"{verdicts.Count(v => v is null):N0} good, {moved:N0} moved, {untold:N0} could not be told, {broken:N0} broken, {asked.Addresses.Count - known.Length:N0} not known; {askedNow:N0} asked now");
    }

    private bool IsPage(int file) => files[file].Path.IsFolder || files[file].Path.ToString().EndsWith(".html", StringComparison.Ordinal);

    private IEnumerable<Finding> Flaws(Sighting at)
    {
        if (AnswerTo(at.Url) is not { } answer)
        {
            yield break;
        }

        if (Verdict.Of(answer) is { } flaw)
        {
            yield return new(flaw, at);
        }

        if (Verdict.OfFragment(answer, AskedAddress.FragmentOf(at.Url)) is { } fragment)
        {
            yield return new(fragment, at);
        }
    }

    private static string Count(int number, string noun, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? noun : many ?? noun + "s")}");
}
