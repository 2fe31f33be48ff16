using System.Security.Cryptography;
using System.Text;
using DigestSite.Papers;
using DigestSite.Templates;

namespace DigestSite.Mail;

/// <summary>A digest as a message, ready to be sent. No recipient is named in it unless there is only one.</summary>
internal sealed record DigestMessage
{
    // Gmail shows the first 102 kB and hides the rest, the way out of the list included.
    public const int Limit = 100_000;

    public required string Subject { get; init; }

    /// <summary>With its brackets.</summary>
    public required string Id { get; init; }

    /// <summary>ASCII; lines of at most 998 octets that end at CRLF.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>How many papers of the digest it does not name.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Writes the message; null when the templates make one that is too large even without a paper.</summary>
    /// <param name="to">The one recipient; null where there are several, none of whom learns of the others.</param>
    /// <param name="sent">For the Date field.</param>
    public static DigestMessage? Of(SiteModel site, Digest digest, MailSettings settings, TemplateSet templates, Mailbox? to, DateTimeOffset sent)
    {
        var projection = new MailProjection(site, digest, settings);
        string head = Head(site, digest, settings, projection.Subject, to, sent);
        string boundary = Boundary(MessageId.Of(digest, site.Settings));
        (Share Share, byte[] Bytes)? fitting = Fitting(projection.Whole, share => Encoding.ASCII.GetBytes(head + Body(projection, share, templates, boundary)));
        return fitting is not { } fit ? null : new()
        {
            Subject = projection.Subject,
            Id = MessageId.Of(digest, site.Settings),
            Bytes = fit.Bytes,
            LeftOut = projection.LeftOut(fit.Share),
        };
    }

    // First every theme gives way alike, then the editors' words do, then themes from the end.
    private static (Share Share, byte[] Bytes)? Fitting(Share whole, Func<Share, byte[]> compose)
    {
        foreach ((bool hasNote, bool hasPicks) in ((bool, bool)[])[(true, true), (true, false), (false, false)])
        {
            Share least = whole with { PerTheme = Math.Min(1, whole.PerTheme), HasNote = hasNote, HasPicks = hasPicks };
            if (Greatest(least.PerTheme, whole.PerTheme, n => least with { PerTheme = n }, compose) is { } fit)
            {
                return fit;
            }
        }

        return Greatest(0, whole.Themes, n => new Share(n, 1, HasNote: false, HasPicks: false), compose);
    }

    // More of anything makes no message smaller.
    private static (Share Share, byte[] Bytes)? Greatest(int from, int to, Func<int, Share> share, Func<Share, byte[]> compose)
    {
        (Share, byte[])? best = null;
        int next = to;
        while (from <= to)
        {
            byte[] bytes = compose(share(next));
            (best, from, to) = bytes.Length < Limit ? ((share(next), bytes), next + 1, to) : (best, from, next - 1);
            next = from + ((to - from) / 2);
        }

        return best;
    }

    private static string Head(SiteModel site, Digest digest, MailSettings settings, string subject, Mailbox? to, DateTimeOffset sent)
    {
        string title = MailWords.Line(site.Settings.Title, 100);
        var head = new StringBuilder();
        HeaderField.Write("Date", HeaderField.Of(sent), head);
        HeaderField.Write("From", HeaderField.Of(settings.From), head);

        // An empty group (RFC 5322 3.4): who gets it is known to the envelope alone.
        HeaderField.Write("To", to is null ? HeaderField.EmptyGroup("Readers of " + title) : HeaderField.Of(to), head);
        HeaderField.Write("Subject", HeaderField.Unstructured(subject), head);
        HeaderField.Write("Message-ID", MessageId.Of(digest, site.Settings), head);
        HeaderField.Write("List-Id", $"{HeaderField.Phrase(title)} <{settings.ListId}>", head);
        HeaderField.Write("List-Unsubscribe", string.Join(", ", settings.Unsubscribe.Select(u => $"<{u}>")), head);
        if (settings.IsOneClick)
        {
            HeaderField.Write("List-Unsubscribe-Post", "List-Unsubscribe=One-Click", head);
        }

        HeaderField.Write("List-Archive", $"<{Ascii(site.Settings.BaseUrl.Absolute(Routes.Digests))}>", head);
        HeaderField.Write("Auto-Submitted", "auto-generated", head); // RFC 3834 5
        HeaderField.Write("Content-Language", site.Settings.Language, head);
        HeaderField.Write("MIME-Version", "1.0", head);
        HeaderField.Write("Content-Type", $"multipart/alternative; boundary=\"{Boundary(MessageId.Of(digest, site.Settings))}\"", head);
        return head.Append("\r\n").ToString();
    }

    // The host of an address may have letters of any script; a header field has none of them.
    private static string Ascii(string address)
    {
        var uri = new Uri(address);
        return new UriBuilder(uri) { Host = uri.IdnHost, Port = uri.IsDefaultPort ? -1 : uri.Port }.Uri.AbsoluteUri;
    }

    // The best part comes last (RFC 2046 5.1.4).
    private static string Body(MailProjection projection, Share share, TemplateSet templates, string boundary)
    {
        var body = new StringBuilder();
        Part("text/plain", PlainLayout.Of(Encoding.UTF8.GetString(templates.Render(MailTemplates.Plain, projection.Plain(share)).Span)), boundary, body);
        Part("text/html", Encoding.UTF8.GetString(templates.Render(MailTemplates.Html, projection.Html(share)).Span).TrimStart(), boundary, body);
        return body.Append("--").Append(boundary).Append("--\r\n").ToString();
    }

    private static void Part(string type, string text, string boundary, StringBuilder body)
    {
        body.Append("--").Append(boundary).Append("\r\n");
        HeaderField.Write("Content-Type", type + "; charset=utf-8", body);
        HeaderField.Write("Content-Transfer-Encoding", "quoted-printable", body);
        body.Append("\r\n");
        QuotedPrintable.Write(text, body);

        // The line end before a boundary belongs to the boundary (RFC 2046 5.1.1).
        body.Append("\r\n");
    }

    // `=_` stands in no quoted-printable text, so no part can hold it (RFC 2045 6.7).
    private static string Boundary(string id) => "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id)))[..24];
}
