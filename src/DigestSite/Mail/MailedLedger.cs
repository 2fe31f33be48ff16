using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Mail;

/// <summary>That a digest was mailed to a list, or that mailing it began.</summary>
/// <param name="List">The name of the list; its addresses are written down nowhere.</param>
/// <param name="When">UTC, to the second.</param>
/// <param name="Recipients">How many there were.</param>
/// <param name="Taken">For how many the server took it; null while nothing says so.</param>
/// <param name="Run">The run that it is kept for; null when it is the one that wrote the line.</param>
internal sealed record MailedDigest(DateOnly Date, string List, DateTimeOffset When, int Recipients, int? Taken, string? Run, string MessageId)
{
    public SourceSpan Span { get; init; }
}

/// <summary>
/// content/mailed.tsv: what was mailed to which list. The line of a mailing is written before the first byte is sent: a run that dies leaves
/// it as <c>begun</c>, and nobody mails that digest before somebody has looked. One mailing a line, fields apart by tabs, sorted.
/// <code>DATE  LIST  begun | sent  TIME  RECIPIENTS or TAKEN/RECIPIENTS  RUN or -  MESSAGE-ID</code>
/// </summary>
internal sealed class MailedLedger
{
    public const string Name = "mailed.tsv";

    private const string Heading = "# What `digest mail` has sent, kept by it, so that nothing is mailed twice. Commit it with the rest.";
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly SortedDictionary<(DateOnly Date, string List), MailedDigest> _mailings = new(Comparer<(DateOnly Date, string List)>.Create((a, b) =>
        a.Date != b.Date ? a.Date.CompareTo(b.Date) : string.CompareOrdinal(a.List, b.List)));

    /// <summary>Null when a line cannot be understood, which has then been reported: it might say that something was mailed.</summary>
    public static MailedLedger? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var ledger = new MailedLedger();
        bool isSound = true;
        for (int line = 1; line <= source.LineCount; line++)
        {
            string text = source.Line(line).ToString();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            SourceSpan span = source.At(line, 1, text.Length);
            if (Parse(text.Split('\t')) is not { } mailing || !ledger._mailings.TryAdd((mailing.Date, mailing.List), mailing with { Span = span }))
            {
                diagnostics.Add(Catalog.MailedLine.At(span));
                isSound = false;
            }
        }

        return isSound ? ledger : null;
    }

    public MailedDigest? Find(DateOnly date, string list) => _mailings.GetValueOrDefault((date, list));

    /// <summary>Puts the line of a mailing in the place of what was known of it.</summary>
    public void Note(MailedDigest mailing) => _mailings[(mailing.Date, mailing.List)] = mailing;

    public void Remove(MailedDigest mailing) => _mailings.Remove((mailing.Date, mailing.List));

    public string Print()
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (MailedDigest m in _mailings.Values)
        {
            string recipients = m.Taken is { } taken ? string.Create(CultureInfo.InvariantCulture, $"{taken}/{m.Recipients}") : m.Recipients.ToString(CultureInfo.InvariantCulture);
            text.AppendJoin('\t', Routes.Iso(m.Date), m.List, m.Taken is null ? "begun" : "sent", m.When.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture), recipients, m.Run ?? "-", m.MessageId).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Whether a text can name a list or a run: lower-case letters, digits and signs between them.</summary>
    public static bool IsName(string text) => text.Length is > 0 and <= 80 && text != "-" && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.');

    private static MailedDigest? Parse(string[] fields) =>
        fields is [var dateText, var list, ("begun" or "sent") and var state, var time, var recipients, var run, ['<', .., '>'] and var id]
        && DateOnly.TryParseExact(dateText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        && IsName(list) && (run == "-" || IsName(run))
        && DateTimeOffset.TryParseExact(time, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset when)
        && Counts(recipients, isSent: state == "sent") is { } counts
            ? new(date, list, when, counts.Recipients, counts.Taken, run == "-" ? null : run, id)
            : null;

    private static (int Recipients, int? Taken)? Counts(string text, bool isSent) => (text.Split('/'), isSent) switch
    {
        ([var taken, var all], true) when Number(taken) is { } t && Number(all) is { } a => (a, t),
        ([var all], false) when Number(all) is { } a => (a, null),
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
