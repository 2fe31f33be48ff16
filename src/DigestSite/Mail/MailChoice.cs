using System.Globalization;
using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Mail;

/// <summary>Finds the digest that is to be mailed, and says what speaks against mailing it.</summary>
internal static class MailChoice
{
    /// <summary>The digest of a day, or null when there is none to mail, which has then been reported.</summary>
    /// <param name="day">Null for the newest; one that came late, when newer ones had been published, is never that.</param>
    public static Digest? Of(Archive archive, DateOnly? day, DiagnosticBag diagnostics)
    {
        Digest? digest = archive.Digests.FirstOrDefault(d => day is null ? !d.IsLate : d.Date == day);
        if (digest is null)
        {
            string which = day is { } date ? "of " + Routes.Iso(date) : "yet";
            diagnostics.Add(Catalog.NoDigestToMail.At(SourceSpan.File("digest mail"), which, Nearest(archive, day)));
            return null;
        }

        if (digest.Papers.Count == 0)
        {
            diagnostics.Add(Catalog.DigestWithoutPapers.At(SourceSpan.File("digest mail"), Routes.Iso(digest.Date)));
            return null;
        }

        return digest;
    }

    /// <summary>
    /// The day of the digest that a list is to get next: one whose mailing is not settled; else the oldest that is newer than all it got, so
    /// that none is left out; for a list that got none, the newest. Null when there is none. One that came late, or has no paper, is never that.
    /// </summary>
    public static DateOnly? Next(Archive archive, MailedLedger? mailed, string list)
    {
        if (mailed?.Unsettled(list) is { } unsettled && archive.Digests.Any(d => d.Date == unsettled.Date))
        {
            return unsettled.Date;
        }

        IEnumerable<Digest> mailable = archive.Digests.Where(d => !d.IsLate && d.Papers.Count > 0);
        return mailed?.Newest(list) is { } newest
            ? mailable.Where(d => d.Date > newest.Date).OrderBy(d => d.Date).FirstOrDefault()?.Date
            : mailable.FirstOrDefault()?.Date;
    }

    /// <summary>What of a digest the ledger does not know, in words; null when it knows all that a message leads to.</summary>
    public static string? Unrecorded(Ledger ledger, Digest digest)
    {
        int papers = digest.Papers.Count(p => !ledger.Papers.ContainsKey(p.Slug));
        return !ledger.Digests.ContainsKey(digest.Date) ? $"the digest of {Routes.Iso(digest.Date)} is not recorded"
            : papers > 0 ? string.Create(CultureInfo.InvariantCulture, $"{papers} of the papers of the digest of {Routes.Iso(digest.Date)} {(papers == 1 ? "is" : "are")} not recorded")
            : null;
    }

    /// <summary>Why the editors' note on a digest would be missing from the message; null when there is none, or it is there.</summary>
    public static Diagnostic? UnreadyNote(CompiledContent compiled, Digest digest)
    {
        if (digest.Note is not null || compiled.Content.Notes.FirstOrDefault(n => n.Date == digest.Date) is not { } note)
        {
            return null;
        }

        return note.IsDraft
            ? Catalog.NoteNotReady.At(LineOf(note, "draft:"), "is a draft", "finish it and remove `draft: true`")
            : Catalog.NoteNotReady.At(LineOf(note, "publish_after:"), $"waits for {Routes.Iso(note.PublishAfter ?? digest.Date)}", $"mail it once the site is built for that day, `--as-of {Routes.Iso(note.PublishAfter ?? digest.Date)}`");
    }

    private static SourceSpan LineOf(NoteSource note, string key)
    {
        for (int line = 1; line <= note.Source.LineCount; line++)
        {
            if (note.Source.Line(line).StartsWith(key, StringComparison.Ordinal))
            {
                return note.Source.At(line, 1, note.Source.Line(line).Length);
            }
        }

        return note.Source.At(1);
    }

    private static string Nearest(Archive archive, DateOnly? day)
    {
        if (archive.Digests.Count == 0)
        {
            return "`digest import FILE` takes a captured listing in";
        }

        int wanted = (day ?? DateOnly.MaxValue).DayNumber;
        DateOnly nearest = archive.Digests.Select(d => d.Date).OrderBy(d => Math.Abs(d.DayNumber - wanted)).ThenBy(d => d).First();
        return $"the nearest is of {Routes.Iso(nearest)}: `digest mail {Routes.Iso(nearest)}`";
    }
}
