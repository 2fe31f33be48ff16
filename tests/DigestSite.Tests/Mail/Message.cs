using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DigestSite.Mail;
using DigestSite.Tests.Pages;

namespace DigestSite.Tests.Mail;

/// <summary>A message as a mail program takes it apart: told independently of what put it together.</summary>
internal sealed record Message(DigestMessage Made, IReadOnlyDictionary<string, string> Headers, string Plain, string Html)
{
    public static readonly MailSettings Settings = new()
    {
        From = Mailbox("Sample Digest <digest@sample.example>"),
        ListId = "digest.sample.example",
        Unsubscribe = ["mailto:leave@sample.example", "https://sample.example/leave"],
    };

    public static readonly DateTimeOffset Sent = new(2025, 11, 4, 8, 30, 0, TimeSpan.FromHours(2));

    public IHtmlDocument Document => new HtmlParser().ParseDocument(Html);

    public string Text => Encoding.ASCII.GetString(Made.Bytes);

    public static Mailbox Mailbox(string text) => DigestSite.Mailbox.TryParse(text, out Mailbox? mailbox) ? mailbox : throw new ArgumentException(text, nameof(text));

    public static Message Of(SiteModel site, MailSettings? settings = null, Mailbox? to = null, int digest = 0)
    {
        DigestMessage? made = DigestMessage.Of(site, site.Archive.Digests[digest], settings ?? Settings, RenderedSite.Templates, to, Sent);
        Assert.NotNull(made);
        return Read(made);
    }

    public static Message Read(DigestMessage made)
    {
        string text = Encoding.ASCII.GetString(made.Bytes);
        Assert.DoesNotContain('?', Encoding.ASCII.GetString(made.Bytes.Where(b => b >= 0x80).ToArray()));
        string[] lines = text.Split("\r\n");
        Assert.All(lines, l => Assert.InRange(l.Length, 0, 998));
        Assert.DoesNotContain(text.Replace("\r\n", "", StringComparison.Ordinal), c => c is '\r' or '\n');
        Assert.InRange(made.Bytes.Length, 1, 99_999);
        (Dictionary<string, string> headers, string body) = Split(text);
        string boundary = headers["Content-Type"].Split('"')[1];
        string[] parts = body.Split("--" + boundary);
        Assert.Equal(("", "--\r\n", 4), (parts[0], parts[3], parts.Length));
        string[] decoded = [.. parts[1..3].Select((p, i) =>
        {
            (Dictionary<string, string> own, string content) = Split(p[2..]);
            Assert.Equal(i == 0 ? "text/plain; charset=utf-8" : "text/html; charset=utf-8", own["Content-Type"]);
            Assert.Equal("quoted-printable", own["Content-Transfer-Encoding"]);
            Assert.EndsWith("\r\n", content, StringComparison.Ordinal);
            return Decoded(content[..^2]);
        })];
        return new(made, headers, decoded[0], decoded[1]);
    }

    public static string Decoded(string quotedPrintable)
    {
        var bytes = new List<byte>();
        string joined = quotedPrintable.Replace("=\r\n", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
        for (int i = 0; i < joined.Length; i++)
        {
            bytes.Add(joined[i] == '=' ? byte.Parse(joined.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : (byte)joined[i]);
            i += joined[i] == '=' ? 2 : 0;
        }

        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString([.. bytes]);
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string unfolded = text[..end].Replace("\r\n ", " ", StringComparison.Ordinal);
        return (unfolded.Split("\r\n").Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal), text[(end + 4)..]);
    }
}
