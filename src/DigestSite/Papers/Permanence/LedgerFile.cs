using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Papers.Permanence;

/// <summary>
/// content/ledger.tsv: one record a line, fields apart by tabs, sorted, so that a pull request shows what it changes.
/// <code>
/// alias  SLUG  IDENTITY
/// authority  FEED-AUTHORITY
/// digest  DATE  CHANGED  FINGERPRINT
/// dump   FILE  DATE  [late]
/// paper  SLUG  IDENTITY  FIRST-LISTED  CHANGED  FINGERPRINT  [ARCHIVED-IN]
/// url    /PATH/  live | retired | redirect  [/TARGET/]
/// </code>
/// A <c>paper</c> line stands for the paper's page and API file too; these need a <c>url</c> line only once they are no longer live.
/// </summary>
internal static class LedgerFile
{
    private const string Heading = "# What this site has published, kept by `digest record`. Slugs, identities and addresses here never change.";

    private const string Late = "late";

    /// <summary>Reads a ledger; each line that cannot be understood is an error and is left out.</summary>
    public static Ledger Read(SourceText source, DiagnosticBag diagnostics)
    {
        var papers = new Dictionary<Slug, RecordedPaper>();
        var aliases = new List<(Slug Slug, Identity Identity, SourceSpan Span)>();
        var dumps = new Dictionary<string, RecordedDump>(StringComparer.Ordinal);
        var urls = new Dictionary<SitePath, RecordedUrl>();
        var digests = new Dictionary<DateOnly, RecordedDigest>();
        RecordedAuthority? authority = null;
        for (int line = 1; line <= source.LineCount; line++)
        {
            string text = source.Line(line).ToString();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            SourceSpan span = source.At(line, 1, text.Length);
            bool known = text.Split('\t') switch
            {
                ["paper", ..] fields => ReadPaper(fields, span) is { } paper && papers.TryAdd(paper.Slug, paper),
                ["dump", ..] fields => ReadDump(fields, span) is { } dump && dumps.TryAdd(dump.Name, dump),
                ["digest", ..] fields => ReadDigest(fields, span) is { } digest && digests.TryAdd(digest.Date, digest),
                ["authority", { Length: > 0 } entity] when authority is null => (authority = new(entity, span)) is not null,
                ["url", ..] fields => ReadUrl(fields, span) is { } url && urls.TryAdd(url.Path, url),
                ["alias", { } slugText, { } identityText] => Slug.TryParse(slugText, out Slug slug)
                    && Identity.TryParse(identityText, out Identity identity) && Keep(aliases, (slug, identity, span)),
                _ => false,
            };
            if (!known)
            {
                diagnostics.Add(Catalog.LedgerLine.At(span));
            }
        }

        ReportImpossibleDocuments(papers, diagnostics);
        return new(WithAliases(papers, aliases, diagnostics), dumps.Values, urls.Values, digests.Values) { Authority = authority };
    }

    public static string Print(Ledger ledger)
    {
        IEnumerable<string> lines =
        [
            .. ledger.Papers.Values.Select(p => string.Join('\t', "paper", p.Slug, p.First, Routes.Iso(p.FirstListed), Routes.Iso(p.Changed), p.Fingerprint) + ArchivedIn(p)),
            .. ledger.Papers.Values.SelectMany(p => p.Aliases.Select(a => string.Join('\t', "alias", p.Slug, a))),
            .. ledger.Authority is { } authority ? ["authority\t" + authority.Text] : Array.Empty<string>(),
            .. ledger.Digests.Values.Select(d => string.Join('\t', "digest", Routes.Iso(d.Date), Routes.Iso(d.Changed), d.Fingerprint)),
            .. ledger.Dumps.Values.Select(d => string.Join('\t', "dump", d.Name, Routes.Iso(d.Date)) + (d.IsLate ? "\t" + Late : "")),
            .. ledger.Urls.Values.Select(u => $"url\t/{u.Path}\t{u.State.ToString().ToLowerInvariant()}{(u.Target is { } target ? $"\t/{target}" : "")}"),
        ];
        var text = new StringBuilder(Heading).Append('\n');
        foreach (string line in lines.Order(StringComparer.Ordinal))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<RecordedPaper> WithAliases(
        Dictionary<Slug, RecordedPaper> papers, List<(Slug Slug, Identity Identity, SourceSpan Span)> aliases, DiagnosticBag diagnostics)
    {
        var owners = new Dictionary<Identity, Slug>();
        foreach (RecordedPaper paper in papers.Values.OrderBy(p => p.Span.Line))
        {
            if (!owners.TryAdd(paper.First, paper.Slug))
            {
                papers.Remove(paper.Slug);
                diagnostics.Add(Catalog.LedgerIdentityTwice.At(paper.Span, paper.First, owners[paper.First]));
            }
        }

        var accepted = new List<(Slug Slug, Identity Identity)>();
        foreach ((Slug slug, Identity identity, SourceSpan span) in aliases)
        {
            if (!papers.ContainsKey(slug))
            {
                diagnostics.Add(Catalog.LedgerLine.At(span));
            }
            else if (owners.TryAdd(identity, slug))
            {
                accepted.Add((slug, identity));
            }
            else
            {
                diagnostics.Add(Catalog.LedgerIdentityTwice.At(span, identity, owners[identity]));
            }
        }

        ILookup<Slug, Identity> bySlug = accepted.ToLookup(a => a.Slug, a => a.Identity);
        return papers.Values.Select(p => p with { Aliases = bySlug[p.Slug].Order().ToEquatableArray() });
    }

    // A document is never without papers when it gets its number.
    private static void ReportImpossibleDocuments(Dictionary<Slug, RecordedPaper> papers, DiagnosticBag diagnostics)
    {
        foreach (RecordedPaper paper in papers.Values.Where(p => p.ArchivedIn > papers.Count).ToArray())
        {
            papers.Remove(paper.Slug);
            diagnostics.Add(Catalog.LedgerLine.At(paper.Span));
        }
    }

    private static string ArchivedIn(RecordedPaper paper) => paper.ArchivedIn is { } document ? string.Create(CultureInfo.InvariantCulture, $"\t{document}") : "";

    private static RecordedPaper? ReadPaper(string[] fields, SourceSpan span) =>
        fields is [_, var slugText, var identityText, var firstText, var changedText, { Length: > 0 } fingerprint, ..]
        && TryParseDocument(fields[6..], out int? document)
        && Slug.TryParse(slugText, out Slug slug)
        && Identity.TryParse(identityText, out Identity identity)
        && TryParseDate(firstText, out DateOnly first)
        && TryParseDate(changedText, out DateOnly changed)
            ? new(slug, identity, first, changed, fingerprint, [], span) { ArchivedIn = document }
            : null;

    private static RecordedDigest? ReadDigest(string[] fields, SourceSpan span) =>
        fields is [_, var dateText, var changedText, { Length: > 0 } fingerprint] && TryParseDate(dateText, out DateOnly date) && TryParseDate(changedText, out DateOnly changed)
            ? new(date, changed, fingerprint, span)
            : null;

    private static RecordedDump? ReadDump(string[] fields, SourceSpan span) =>
        fields is [_, { Length: > 0 } name, var dateText, ..] && TryParseDate(dateText, out DateOnly date) && fields[3..] is [] or [Late]
            ? new(name, date, span, IsLate: fields.Length > 3)
            : null;

    private static RecordedUrl? ReadUrl(string[] fields, SourceSpan span)
    {
        if (fields.Length < 3 || !TryParsePath(fields[1], out SitePath path))
        {
            return null;
        }

        return fields[2..] switch
        {
            ["live"] => new(path, UrlState.Live, null, span),
            ["retired"] => new(path, UrlState.Retired, null, span),
            ["redirect", var text] when TryParsePath(text, out SitePath target) => new(path, UrlState.Redirect, target, span),
            _ => null,
        };
    }

    private static bool TryParsePath(string text, out SitePath path)
    {
        path = default;
        return text.StartsWith('/') && SitePath.TryParse(text[1..], out path);
    }

    private static bool TryParseDocument(string[] fields, out int? document)
    {
        document = null;
        if (fields is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0)
        {
            document = number;
        }

        return document is not null || fields.Length == 0;
    }

    private static bool TryParseDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool Keep<T>(List<T> list, T item)
    {
        list.Add(item);
        return true;
    }
}
