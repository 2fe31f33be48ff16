using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using DigestSite.Curation.Yaml;

namespace DigestSite.Curation;

/// <summary>The shape of site.yml.</summary>
internal static partial class SiteFile
{
    // The shape of BCP 47 tags, not the registry.
    private const string LanguageForm = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";

    // RFC 4151 2.1: a domain name or an e-mail address, and a date of which month and day may be left out.
    private const string AuthorityForm = "([A-Za-z0-9._-]+@)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?,[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";

    private static readonly Key<string> LinkTitle = Key.Required("title", Shapes.Text, "the words of the link");

    private static readonly Key<SitePath> LinkPath = Key.Required(
        "path",
        Shapes.Parsed<SitePath>("a path of the site", "write it from the root of the site, such as `/digests/`", TryParsePath),
        "where it leads, from the root of the site, such as `/digests/`");

    private static readonly Key<int> Limit = Key.Optional("limit", Shapes.Number(1, 1000), "how many entries a feed holds at most");

    private static readonly Key<string> Title = Key.Required("title", Shapes.Text, "the name of the site");

    private static readonly Key<string> Tagline = Key.Optional("tagline", Shapes.Text, "a few words beside the title");

    private static readonly Key<string> Description = Key.Required("description", Shapes.Text, "one or two sentences that search engines and feed readers show");

    private static readonly Key<BaseUrl> Address = Key.Required(
        "base_url",
        Shapes.Parsed<BaseUrl>("an address that a site can have", "write an http or https address without query, such as `https://owner.github.io/digest/`", BaseUrl.TryParse, ScalarSchema.Matching(Shapes.WebForm)),
        "where the site is published, such as `https://owner.github.io/digest/`");

    private static readonly Key<string> Language = Key.Optional(
        "language",
        Shapes.Parsed<string>("a language tag", "write one such as `en` or `pt-BR`", TryParseLanguage, ScalarSchema.Matching(LanguageForm)),
        "the language of the site's own words, such as `en`");

    private static readonly Key<Located<string>> FeedAuthority = Key.Required(
        "feed_authority",
        Shapes.Located(Shapes.Parsed<string>("a tagging entity (RFC 4151)", "write a host name that is yours and a date on which it was, such as `owner.github.io,2025`", TryParseAuthority, ScalarSchema.Matching(AuthorityForm))),
        "a host name that is yours and a date on which it was, such as `owner.github.io,2025`; every feed id begins with it, so it never changes");

    private static readonly Shape<string> Contacts = Shapes.Parsed("an address of the web or of mail", "write one such as `https://github.com/owner/digest/issues` or `editors@host.org`", (string text, [MaybeNullWhen(false)] out string contact) =>
    {
        contact = text;
        return Shapes.IsWebAddress(text) || (text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.Contains(' ', StringComparison.Ordinal));
    });

    private static readonly Key<string> Contact = Key.Optional("contact", Contacts, "where readers report a fault or ask for a takedown");

    private static readonly Key<EquatableArray<NavigationLink>> Navigation = Key.Optional(
        "navigation",
        Shapes.ListOf(new MapShape<NavigationLink>([LinkTitle, LinkPath], v => new(v.Of(LinkTitle), v.Of(LinkPath)))),
        "the links of the header, in order");

    private static readonly Key<FeedSettings> Feeds = Key.Optional(
        "feeds",
        new MapShape<FeedSettings>([Limit], v => new(v.Of(Limit, DefaultFeedLimit))),
        "what the feeds hold");

    private static readonly Key<Located<SearchEngine>> Search = Key.Optional(
        "search",
        Shapes.Located(Shapes.Parsed<SearchEngine>("a search that there is", "write `minisearch`, or `pagefind` for tens of thousands of papers", TryParseEngine, ScalarSchema.Matching("minisearch|pagefind"))),
        "what finds papers on the search page: `minisearch`, which is built in, or `pagefind`, a program to install, for tens of thousands of papers");

    private const int DefaultFeedLimit = 50;

    private static readonly Key<EquatableArray<Located<string>>> Unjudged = Key.Optional(
        "exclude",
        Shapes.ListOf(Shapes.Located(Shapes.Text)),
        "addresses of other sites that no check judges; a `*` stands for anything, as in `http://old.example.org/*`");

    private static readonly Key<EquatableArray<Located<string>>> Asked = Key.Optional(
        "include",
        Shapes.ListOf(Shapes.Located(Shapes.Text)),
        "addresses of other sites that `digest check --external` asks, and no others; all of them without it; a `*` stands for anything");

    private static readonly Key<LinkPatterns> ExternalLinks = Key.Optional(
        "external_links",
        new MapShape<LinkPatterns>([Unjudged, Asked], v => new(PatternsOf(v.Of(Unjudged, [])), PatternsOf(v.Of(Asked, [])))),
        "how links to other sites are judged");

    private static readonly Key<Func<string, MailSettings>> Mail = Key.Optional("mail", MailFile.Shape, "who sends the digest by mail, and how readers leave the list; who gets it is not written here");

    public static MapShape<SiteSettings> Shape { get; } = new(
        [Title, Tagline, Description, Address, Language, FeedAuthority, Contact, Navigation, Feeds, Search, ExternalLinks, Mail],
        v => new SiteSettings
        {
            Title = v.Of(Title),
            Tagline = v.Of(Tagline, ""),
            Description = v.Of(Description),
            BaseUrl = v.Of(Address),
            Language = v.Of(Language, "en"),
            FeedAuthority = v.Of(FeedAuthority).Value,
            FeedAuthoritySpan = v.Of(FeedAuthority).Span,
            Contact = v.Find(Contact),
            Navigation = v.Of(Navigation, []),
            Search = v.Find(Search) is { } search ? new(search.Value, search.Span) : new(SearchEngine.MiniSearch, default),
            UnjudgedLinks = v.Find(ExternalLinks)?.Unjudged ?? [],
            AskedLinks = v.Find(ExternalLinks)?.Asked ?? [],
            FeedLimit = v.Of(Feeds, new(DefaultFeedLimit)).Limit,
            Mail = v.Find(Mail)?.Invoke(v.Of(FeedAuthority).Value),
        });

    /// <summary>Whether a text is a tagging entity (RFC 4151).</summary>
    public static bool IsAuthority(string text) => TaggingEntity().IsMatch(text);

    private static EquatableArray<AddressPattern> PatternsOf(EquatableArray<Located<string>> texts) => texts.Select(t => new AddressPattern(t.Value, t.Span)).ToEquatableArray();

    // The leading slash stands for the root of the site.
    private static bool TryParsePath(string text, out SitePath path)
    {
        path = default;
        return text.StartsWith('/') && SitePath.TryParse(text[1..], out path);
    }

    private static bool TryParseEngine(string text, out SearchEngine engine)
    {
        engine = text == "pagefind" ? SearchEngine.Pagefind : SearchEngine.MiniSearch;
        return text is "pagefind" or "minisearch";
    }

    private static bool TryParseLanguage(string text, [MaybeNullWhen(false)] out string language)
    {
        language = text;
        return LanguageTag().IsMatch(text);
    }

    private static bool TryParseAuthority(string text, [MaybeNullWhen(false)] out string authority)
    {
        authority = text;
        return TaggingEntity().IsMatch(text);
    }

    [GeneratedRegex(@"\A" + LanguageForm + @"\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"\A" + AuthorityForm + @"\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TaggingEntity();

    private sealed record FeedSettings(int Limit);

    private sealed record LinkPatterns(EquatableArray<AddressPattern> Unjudged, EquatableArray<AddressPattern> Asked);
}
