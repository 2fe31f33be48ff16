using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Links.External;

/// <summary>
/// .digest/links.tsv: what addresses of other sites answered. One a line, fields apart by tabs, sorted by address; <c>-</c> is nothing.
/// <code>
/// ADDRESS  200 | no-host | …  TIME  FAILING-SINCE  FINAL-ADDRESS  MOVED-TO  FRAGMENTS  DETAIL
/// </code>
/// A fragment that is on the page has a <c>+</c> before it, one that is not a <c>-</c>, one that nobody can tell a <c>?</c>.
/// </summary>
internal static class AnswerCache
{
    private const string Heading = "# What links to other sites answered: written and read by `digest check --external`. Removed lines are asked again.";
    private const string TimeForm = "yyyy-MM-ddTHH:mm:ssZ";
    private const int LongestDetail = 200;

    private static readonly (AnswerKind Kind, string Name)[] Names =
    [
        (AnswerKind.NoHost, "no-host"), (AnswerKind.Tls, "tls"), (AnswerKind.NoAnswer, "no-answer"), (AnswerKind.Loop, "loop"),
        (AnswerKind.TooManyRedirects, "too-many-redirects"), (AnswerKind.NoAddress, "no-address"), (AnswerKind.Private, "private"),
    ];

    /// <summary>Reads it, by address. Of a damaged one nothing is taken, which is reported.</summary>
    public static IReadOnlyDictionary<string, LinkAnswer> Read(SourceText source, DiagnosticBag diagnostics)
    {
        var answers = new Dictionary<string, LinkAnswer>(StringComparer.Ordinal);
        if (!source.Text.StartsWith("# ", StringComparison.Ordinal) || !source.Text.EndsWith('\n'))
        {
            return Damaged(1, source.Text.StartsWith("# ", StringComparison.Ordinal) ? "it breaks off" : "its first line is missing");
        }

        for (int line = 1; line <= source.LineCount; line++)
        {
            string text = source.Line(line).ToString();
            if (text.Length > 0 && text[0] != '#' && !(TryRead(text.Split('\t')) is { } answer && answers.TryAdd(answer.Address, answer)))
            {
                return Damaged(line, "this line is none of its own");
            }
        }

        return answers;

        Dictionary<string, LinkAnswer> Damaged(int line, string because)
        {
            diagnostics.Add(Catalog.LinkCacheDamaged.At(source.At(line, 1, source.Line(line).Length), because));
            return new(StringComparer.Ordinal);
        }
    }

    public static string Print(IEnumerable<LinkAnswer> answers)
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (LinkAnswer answer in answers.OrderBy(a => a.Address, StringComparer.Ordinal))
        {
            text.AppendJoin('\t', (string[])
            [
                answer.Address,
                answer.Kind == AnswerKind.Status ? answer.Status.ToString(CultureInfo.InvariantCulture) : Array.Find(Names, n => n.Kind == answer.Kind).Name,
                answer.Asked.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture),
                answer.FailingSince is { } since ? Routes.Iso(since) : "-",
                answer.Final == answer.Address ? "-" : answer.Final,
                answer.MovedTo ?? "-",
                answer.Fragments.Count == 0 ? "-" : string.Join(' ', answer.Fragments.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => Sign(f.Value) + Uri.EscapeDataString(f.Key))),
                Plain(answer.Detail),
            ]).Append('\n');
        }

        return text.ToString();
    }

    private static LinkAnswer? TryRead(string[] fields)
    {
        if (fields is not [{ } address, { } ended, { } time, { } since, { } final, { } moved, { } fragments, { } detail]
            || !Uri.TryCreate(address, UriKind.Absolute, out _)
            || !DateTimeOffset.TryParseExact(time, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset asked)
            || TryReadFragments(fragments) is not { } states)
        {
            return null;
        }

        (AnswerKind kind, string name) = Array.Find(Names, n => n.Name == ended);
        bool isStatus = int.TryParse(ended, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && status is >= 100 and <= 999;
        DateOnly failing = default;
        if ((name is null && !isStatus) || (since != "-" && !DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out failing)))
        {
            return null;
        }

        return new()
        {
            Address = address,
            Kind = isStatus ? AnswerKind.Status : kind,
            Status = status,
            Asked = asked,
            FailingSince = since == "-" ? null : failing,
            Final = final == "-" ? address : final,
            MovedTo = moved == "-" ? null : moved,
            Fragments = states,
            Detail = detail == "-" ? "" : detail,
        };
    }

    private static Dictionary<string, FragmentState>? TryReadFragments(string field)
    {
        var states = new Dictionary<string, FragmentState>(StringComparer.Ordinal);
        foreach (string part in field == "-" ? [] : field.Split(' '))
        {
            FragmentState? state = part is [var sign, _, ..] ? sign switch { '+' => FragmentState.Found, '-' => FragmentState.Missing, '?' => FragmentState.Unknown, _ => null } : null;
            if (state is null || !states.TryAdd(Uri.UnescapeDataString(part[1..]), state.Value))
            {
                return null;
            }
        }

        return states;
    }

    private static char Sign(FragmentState state) => state switch { FragmentState.Found => '+', FragmentState.Missing => '-', _ => '?' };

    // It comes from the machine's own messages, which may have lines.
    private static string Plain(string detail)
    {
        string plain = string.Concat(detail.Take(LongestDetail).Select(c => MarkdownText.IsInvisible(c) ? ' ' : c)).Trim();
        return plain.Length == 0 ? "-" : plain;
    }
}
