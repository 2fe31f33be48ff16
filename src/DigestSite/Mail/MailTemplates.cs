using DigestSite.Templates;

namespace DigestSite.Mail;

/// <summary>The templates of messages. They are checked by every build and compiled when one is mailed.</summary>
internal static class MailTemplates
{
    public const string Html = "mail/digest.html.hbs";

    public const string Plain = "mail/digest.txt.hbs";

    public static IReadOnlyList<PageTemplate> Kinds { get; } =
    [
        new(Html, typeof(HtmlMail)) { IsOnDemand = true },
        new(Plain, typeof(PlainMail)) { IsOnDemand = true },
    ];
}
