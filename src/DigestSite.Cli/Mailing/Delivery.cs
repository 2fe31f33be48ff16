using System.Collections.Immutable;
using DigestSite.Diagnostics;
using DigestSite.Mail;
using static System.FormattableString;

namespace DigestSite.Cli.Mailing;

/// <summary>A mailing and its line in content/mailed.tsv, which says at each moment no less than what is certain.</summary>
/// <param name="mailing">The line as it begins.</param>
/// <param name="before">What was known before; null where that was nothing, or only that it is reserved for this run.</param>
/// <param name="having">The places of those who have it.</param>
internal sealed class Delivery(MailedFile file, MailedDigest mailing, MailedDigest? before, ImmutableSortedSet<int> having, IReadOnlyList<Recipient> recipients, DiagnosticBag diagnostics, Action<string> say)
{
    private readonly ImmutableSortedSet<int> _all = [.. recipients.Select(r => r.Place)];

    private readonly Lazy<string> _list = new(() => Recipients.Fingerprint(recipients, mailing.MessageId));

    private string Date => Routes.Iso(mailing.Date);

    /// <summary>Whether nobody is left to mail it to: all that is to be done is to write that down.</summary>
    public bool IsOnlySettled => having.Count == recipients.Count;

    public void Settle()
    {
        file.Ledger.Note(mailing with { Taken = having.Count });
        if (file.Save(diagnostics))
        {
            say($"That the digest of {Date} was mailed to `{mailing.List}` is settled. Nothing was mailed now.");
        }
    }

    /// <summary>Keeps it for a run to come. Should that be lost on the way, nobody knows who of the rest has it.</summary>
    public void Reserve()
    {
        if (Note(having, _all.Except(having)))
        {
            say($"The digest of {Date} is kept for the run `{mailing.Run}`. Nothing was mailed yet.");
        }
    }

    public async Task Send(DigestMessage message, Mailbox from, SourceSpan server, Func<Task<SmtpSession>> begin)
    {
        if (!Note(having, []))
        {
            return;
        }

        var posting = new Posting(message, from, recipients, having, p => Note(p.Has, p.Doubtful), diagnostics, server);
        await posting.Post(begin);
        WriteEnd(posting);
        int now = posting.Has.Count - having.Count;
        string some = Invariant($"The digest of {Date} was mailed to {now:N0} of {Report.Count(recipients.Count - having.Count, "recipient")} of `{mailing.List}`");
        say(posting switch
        {
            { Doubtful.Count: > 0 } => $"Nobody knows whether the digest of {Date} was mailed{(posting.Has.Count > 0 ? " to all" : "")}.",
            { IsComplete: true } when posting.Has.Count == recipients.Count => $"The digest of {Date} was mailed to {Report.Count(now, "recipient")} of `{mailing.List}`.",
            _ when now == 0 => "Nothing was mailed.",
            { IsComplete: true } => some + ".",
            _ => some + "; the others get it with `--resume`.",
        });
    }

    // Where nobody got it now, what was known before is what is known.
    private void WriteEnd(Posting posting)
    {
        if (posting.Doubtful.Count > 0 || (posting.Has.Count > having.Count && !posting.IsComplete))
        {
            Note(posting.Has, posting.Doubtful);
            return;
        }

        if (posting.Has.Count > 0 && posting.IsComplete)
        {
            file.Ledger.Note(mailing with { Taken = posting.Has.Count });
        }
        else if (before is not null)
        {
            file.Ledger.Note(before);
        }
        else if (having.Count > 0)
        {
            Note(having, []);
            return;
        }
        else
        {
            file.Ledger.Remove(mailing);
        }

        file.Save(diagnostics);
    }

    private bool Note(ImmutableSortedSet<int> has, ImmutableSortedSet<int> doubtful)
    {
        bool isAnybodys = has.Count == 0 && doubtful.Count == recipients.Count;
        bool isNobodys = has.Count == 0 && doubtful.Count == 0;
        file.Ledger.Note(mailing with { Progress = isAnybodys ? null : isNobodys ? MailProgress.None : new(_list.Value, has, doubtful) });
        return file.Save(diagnostics);
    }
}
