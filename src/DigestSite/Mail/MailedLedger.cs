using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Mail;

/// <summary>That a digest was mailed to a list, or that mailing it began.</summary>
/// <param name="List">The name of the list; its addresses are written down nowhere.</param>
/// <param name="When">UTC, to the second.</param>
/// <param name="Recipients">How many there were.</param>
/// <param name="Taken">For how many the server took it; null while it is not settled.</param>
/// <param name="Run">The run that it is kept for; null when it is the one that wrote the line.</param>
internal sealed record MailedDigest(DateOnly Date, string List, DateTimeOffset When, int Recipients, int? Taken, string? Run, string MessageId)
{
    public SourceSpan Span { get; init; }

    /// <summary>While it is not settled: how far it came; null where nothing says so, so that everybody may have it.</summary>
    public MailProgress? Progress { get; init; }

    /// <summary>For whom it is not settled, when it is taken up again.</summary>
    public ImmutableSortedSet<int> Doubtful => Taken is not null ? [] : Progress?.Doubtful ?? [.. Enumerable.Range(1, Recipients)];
}

/// <summary>
/// content/mailed.tsv: what was mailed to which list. The line of a mailing is written before the first byte is sent and after each step: a
/// run that dies leaves it as <c>begun</c>, and nobody mails that digest before somebody has looked. One mailing a line, fields apart by tabs,
/// sorted. A line that has <c>begun</c> with a bare number says that any of so many may have it.
/// <code>
/// DATE  LIST  begun | sent  TIME  RECIPIENTS or TAKEN/RECIPIENTS  RUN or -  MESSAGE-ID
/// DATE  LIST  begun  TIME  TAKEN/RECIPIENTS  RUN or -  MESSAGE-ID  FINGERPRINT-OF-LIST  PLACES-THAT-HAVE-IT  PLACES-IN-DOUBT
/// </code>
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

    /// <summary>The mailing to a list that is not settled, the oldest if there are several; null when there is none.</summary>
    public MailedDigest? Unsettled(string list) => _mailings.Values.FirstOrDefault(m => m.List == list && m.Taken is null);

    /// <summary>The mailing of the newest digest that a list got; null when it got none.</summary>
    public MailedDigest? Newest(string list) => _mailings.Values.LastOrDefault(m => m.List == list);

    public string Print()
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (MailedDigest m in _mailings.Values)
        {
            MailProgress? progress = m.Taken is null && (m.Progress?.Has.Count > 0 || m.Doubtful.Count < m.Recipients) ? m.Progress : null;
            int? taken = m.Taken ?? progress?.Has.Count;
            string recipients = taken is null ? m.Recipients.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{taken}/{m.Recipients}");
            text.AppendJoin('\t', Routes.Iso(m.Date), m.List, m.Taken is null ? "begun" : "sent", m.When.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture), recipients, m.Run ?? "-", m.MessageId);
            text.Append(progress is { List: { } list } ? $"\t{list}\t{MailProgress.Print(progress.Has)}\t{MailProgress.Print(progress.Doubtful)}" : "").Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Whether a text can name a list or a run: lower-case letters, digits and signs between them.</summary>
    public static bool IsName(string text) => text.Length is > 0 and <= 80 && text != "-" && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.');

    private static MailedDigest? Parse(string[] fields) =>
        fields is [var dateText, var list, ("begun" or "sent") and var state, var time, var recipients, var run, ['<', .., '>'] and var id, .. var places]
        && DateOnly.TryParseExact(dateText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        && IsName(list) && (run == "-" || IsName(run))
        && DateTimeOffset.TryParseExact(time, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset when)
        && Counts(recipients.Split('/')) is var (taken, all)
            ? With(new(date, list, when, all, taken, run == "-" ? null : run, id), isSent: state == "sent", places)
            : null;

    private static (int? Taken, int All)? Counts(string[] numbers) => numbers switch
    {
        [var one] when Number(one) is { } all => (null, all),
        [var some, var one] when Number(some) is { } taken && Number(one) is { } all && taken <= all => (taken, all),
        _ => null,
    };

    // What places a settled line still has say nothing more.
    private static MailedDigest? With(MailedDigest line, bool isSent, string[] places) => (isSent, line.Taken, places) switch
    {
        (true, not null, [] or [_, _, _]) => line,
        (false, null, []) => line,
        (false, 0, []) => line with { Taken = null, Progress = MailProgress.None },
        (false, { } taken, [var fingerprint, var has, var doubtful]) when Recipients.IsFingerprint(fingerprint)
            && MailProgress.Parse(has, line.Recipients) is { } got && MailProgress.Parse(doubtful, line.Recipients) is { } maybe
            && got.Count == taken && !got.Overlaps(maybe) => line with { Taken = null, Progress = new(fingerprint, got, maybe) },
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
