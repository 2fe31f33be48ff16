using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>The shape of <c>mail:</c> in site.yml. It makes the settings once it is told the site's feed authority.</summary>
internal static partial class MailFile
{
    private static readonly string[] SubjectWords = ["{site}", "{date}", "{papers}", "{themes}"];

    // RFC 2919 2: dot-atoms; a namespace that is a host name has at least one dot.
    private const string ListForm = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+";

    private static readonly Key<Mailbox> From = Key.Required(
        "from",
        Shapes.Parsed<Mailbox>("a mail address", "write one such as `digest@your-host.org` or `\"My Digest <digest@your-host.org>\"`: letters, digits and signs without accents before the `@`", Mailbox.TryParse),
        "who sends it, such as `\"My Digest <digest@your-host.org>\"`");

    private static readonly Key<EquatableArray<string>> Unsubscribe = Key.Required(
        "unsubscribe",
        Shapes.ListOf(ListAddress.Shape("an address to leave a list by", "mailto:leave@your-host.org?subject=unsubscribe")),
        "how readers leave the list, the best way first, such as `[\"mailto:leave@your-host.org?subject=unsubscribe\"]`");

    private static readonly Key<string> Subscribe = Key.Optional(
        "subscribe",
        ListAddress.Shape("an address to join a list by", "mailto:join@your-host.org?subject=subscribe"),
        "how readers join the list, such as `mailto:join@your-host.org?subject=subscribe`: with it, the page on subscribing tells of the digest by mail");

    private static readonly Key<string> ListId = Key.Optional(
        "list_id",
        Shapes.Parsed<string>("the name of a list (RFC 2919)", "write one such as `digest.your-host.org`: letters, digits and hyphens, with a dot", TryParseList, ScalarSchema.Matching(ListForm)),
        "the list's permanent name, by which mail programs sort it, such as `digest.your-host.org`; without it, `digest.` and the host of `feed_authority`");

    private static readonly Key<Located<bool>> OneClick = Key.Optional(
        "one_click",
        Shapes.Located(Shapes.Flag),
        "`true` where the https address takes a reader off the list by a single POST (RFC 8058)");

    private static readonly Key<string> Subject = Key.Optional(
        "subject",
        Shapes.Parsed<string>("a subject", $"write words in which {string.Join(", ", SubjectWords.Select(w => $"`{w}`"))} stand for what they say, and no other braces", TryParseSubject),
        $"the subject, such as `\"{MailSettings.DefaultSubject}\"`, which it is without this");

    public static MapShape<Func<string, MailSettings>> Shape { get; } = new([From, Unsubscribe, Subscribe, ListId, OneClick, Subject], Read);

    private static Func<string, MailSettings> Read(KeyValues values)
    {
        EquatableArray<string> unsubscribe = values.Of(Unsubscribe);
        var oneClick = values.Of(OneClick, new(false, default));
        if (unsubscribe.Count == 0)
        {
            values.Diagnostics.Add(Catalog.NoWayToLeave.At(values.Span, "unsubscribe", "an address, or nobody could leave the list", "write one under it, such as `[\"mailto:leave@your-host.org?subject=unsubscribe\"]`"));
        }
        else if (oneClick.Value && !unsubscribe.Any(u => u.StartsWith("https:", StringComparison.Ordinal)))
        {
            values.Diagnostics.Add(Catalog.NoWayToLeave.At(oneClick.Span, "one_click", "an address that takes the click", "write one that begins with `https://` under `unsubscribe:`, or remove this line"));
        }

        return authority => new()
        {
            From = values.Of(From),
            Unsubscribe = unsubscribe,
            Subscribe = values.Of(Subscribe, "") is { Length: > 0 } join ? join : null,
            ListId = values.Of(ListId, "digest." + HostOf(authority)).ToLowerInvariant(),
            IsOneClick = oneClick.Value,
            Subject = values.Of(Subject, MailSettings.DefaultSubject),
        };
    }

    // The host of `me@owner.github.io,2025`.
    private static string HostOf(string authority) => authority.Split(',')[0].Split('@')[^1];

    private static bool TryParseList(string text, [MaybeNullWhen(false)] out string list)
    {
        list = text;
        return text.Length <= 255 && ListName().IsMatch(text);
    }

    private static bool TryParseSubject(string text, [MaybeNullWhen(false)] out string subject)
    {
        subject = text;
        string rest = SubjectWords.Aggregate(text, (t, w) => t.Replace(w, "", StringComparison.Ordinal));
        return text.Length > 0 && !text.Any(char.IsControl) && !rest.AsSpan().ContainsAny('{', '}');
    }

    [GeneratedRegex(@"\A" + ListForm + @"\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListName();
}
