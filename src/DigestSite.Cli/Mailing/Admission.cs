using System.Collections.Immutable;
using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Mail;
using DigestSite.Papers;
using static System.FormattableString;

namespace DigestSite.Cli.Mailing;

/// <summary>Whether a digest may be mailed to a list, by what content/mailed.tsv knows of it.</summary>
/// <param name="before">The line of this digest and this list; null when there is none.</param>
internal sealed class Admission(MailOrder order, Digest digest, MailedDigest? before, DiagnosticBag diagnostics, Action<string> say)
{
    /// <summary>Whether the line was written for this run, which now mails.</summary>
    public bool IsOurs => before is { Taken: null, Run: not null } && before.Run == order.Reserved;

    /// <summary>The places of those who have it and get it no more; null when nobody gets it, for which there is always a reason that was told.</summary>
    public ImmutableSortedSet<int>? Having(IReadOnlyList<Recipient> recipients, string messageId)
    {
        if (!MayMail())
        {
            return null;
        }

        if (before is null || order.IsAgain || !(IsOurs || order.Resume is not null))
        {
            return [];
        }

        ImmutableSortedSet<int> having = before.Progress?.Has ?? [];
        having = order.Resume == Resumption.Got ? having.Union(before.Doubtful) : having;
        if (having.Count > 0 && !IsTheList(recipients, messageId))
        {
            diagnostics.Add(Unsettled(
                Invariant($"it had {Report.Count(before.Recipients, "recipient")}, and this is not the same list in the same order, so that nobody can tell who of it has the digest"),
                "put the list back as it was then; whom it lacks gets the digest as a list of another name: `--recipients FILE --list NAME`"));
            return null;
        }

        return having;
    }

    private bool IsTheList(IReadOnlyList<Recipient> recipients, string messageId) =>
        recipients.Count == before!.Recipients && before.Progress?.List is var list && (list is null || list == Recipients.Fingerprint(recipients, messageId));

    private bool MayMail()
    {
        if (order.Reserved is { } run && !IsOurs)
        {
            say($"Nothing was mailed: nothing is reserved for the run `{run}`.");
            diagnostics.Add(before is null ? Catalog.NotReserved.At(SourceSpan.File("--reserved"), $"is reserved for the run `{run}`", $"reserve it first: `--reserve {run}`") : Objection(before));
            return false;
        }

        if (order.Resume is { } resume)
        {
            return MayResume(resume);
        }

        if (before is null || IsOurs || order.IsAgain)
        {
            return true;
        }

        if (order.OnlyIfNew && before.Taken is not null)
        {
            say($"Nothing is new: the digest of {Routes.Iso(digest.Date)} was mailed to `{order.List}` on {Day(before)}.");
        }
        else
        {
            diagnostics.Add(Objection(before));
        }

        return false;
    }

    private bool MayResume(Resumption resume)
    {
        if (before is null)
        {
            diagnostics.Add(Catalog.NotReserved.At(SourceSpan.File("--resume"), $"of the digest of {Routes.Iso(digest.Date)} was begun for the list `{order.List}`", "mail it without `--resume`, or name the list that it was begun for: `--list NAME`"));
        }
        else if (before.Taken is not null || (resume == Resumption.Untold && before.Doubtful.Count > 0))
        {
            diagnostics.Add(Objection(before));
        }
        else
        {
            return true;
        }

        return false;
    }

    private Diagnostic Objection(MailedDigest line)
    {
        if (line.Taken is not null)
        {
            return Catalog.AlreadyMailed.At(line.Span, Routes.Iso(digest.Date), line.List, Day(line));
        }

        int has = line.Progress?.Has.Count ?? 0;
        string certain = Invariant($"{has:N0} of {Report.Count(line.Recipients, "recipient")} {(has == 1 ? "has" : "have")} it for certain");
        return line.Doubtful.Count == 0
            ? Unsettled($"{certain}, and the others have it not", "mail it to the others: `--resume`")
            : Unsettled(
                line.Progress is null ? "nothing says whether it was sent" : $"{certain}, and nothing says whether those in these places of the list have it: {MailProgress.Print(line.Doubtful)}",
                "ask one of them, or look into the mail server's log; if they have it, `--resume got` settles that, and if not, `--resume missed` mails it to them, too; whoever has it for certain gets no second one");
    }

    private Diagnostic Unsettled(string how, string wayOut) => Catalog.MailingUnsettled.At(before!.Span, Routes.Iso(digest.Date), before.List, Day(before), how, wayOut);

    public static string Day(MailedDigest mailing) => mailing.When.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
