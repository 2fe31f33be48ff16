using System.Text;
using DigestSite.Papers;
using DigestSite.Tests.Pages;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Mail;

/// <summary>Whatever stands in a dump or a note, a message is well formed, small, and says no more than it should.</summary>
public class HostileMailTests
{
    private static readonly string[] Fragments =
    [
        "a", "Z", " ", "\t", "\r\n", "\n", "\r\nBcc: x@y.example\r\n\r\n", "<", ">", "&", "\"", "'", "]]>", "-->", "&amp;", "&#0;", "<script>", "{{", "}}", "{{title}}", "=", "=?utf-8?Q?x?=", ".", "\n.\n", "From ", "--",
        "\0", "\u0001", "\u001B[31m", "\u007F", "\u0085", "\u2028", "\uFEFF", "\uFFFE", "\uD800", "\uDC00", "\U0001F600", "\U0001F469\u200D\U0001F52C", "\u202E", "\u2066", "\u2069", "\u200F", "\u0301", "é", "∑", "\u05D0", "漢", "$x^2$",
    ];

    private static Arbitrary<string> AnyText { get; } = Gen.Elements(Fragments).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    [Fact]
    public void Any_title_authors_and_note_make_a_sound_message() => Prop.ForAll(AnyText, AnyText, AnyText, (title, author, note) =>
    {
        Message message = Message.Of(SiteOf("T" + title, author, note));
        Assert.Equal(11 + 1, message.Headers.Count);
        Assert.DoesNotContain(message.Plain + message.Html, c => IsForbidden(c));
        string shown = RenderedSite.Folded(message.Document.QuerySelector("a[href*='/papers/']")!.TextContent);
        Assert.StartsWith("T", shown, StringComparison.Ordinal);
        Assert.Empty(message.Document.QuerySelectorAll("script, b, [onclick]"));
        Assert.Contains(RenderedSite.Folded("* " + shown), RenderedSite.Folded(message.Plain), StringComparison.Ordinal);
        Assert.Equal(2, message.Document.QuerySelectorAll("h2, h1").Length - message.Document.QuerySelectorAll("h2:not(.line)").Length);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_name_of_the_site_makes_sound_headers() => Prop.ForAll(AnyText, name =>
    {
        SiteModel site = Samples.Site();
        Message message = Message.Of(site with { Settings = site.Settings with { Title = "T" + name } });
        Assert.Equal(11 + 1, message.Headers.Count);
        Assert.DoesNotContain(message.Headers.Values, v => v.Any(c => c is < ' ' or > '~'));
        Assert.DoesNotContain(message.Made.Subject, c => IsForbidden(c) || c == '\n');
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("x")]
    [InlineData("漢")]
    [InlineData("\U0001F600")]
    [InlineData("\uD800")]
    [InlineData("<")]
    [InlineData("=")]
    [InlineData(". \n")]
    public void Words_of_a_hundred_kilobytes_everywhere_fit_into_a_message(string letter)
    {
        string word = new StringBuilder().Insert(0, letter, 100_000).ToString();
        SiteModel site = SiteOf("T" + word, word, word);
        site = site with { Settings = site.Settings with { Title = "T" + word } };
        Message message = Message.Of(site);
        Assert.Contains("To leave it:", message.Plain, StringComparison.Ordinal);
        Assert.Single(message.Document.QuerySelectorAll("a[href*='/papers/']"));
    }

    [Fact]
    public void Text_is_escaped_in_markup_and_stands_as_it_is_in_plain_text()
    {
        Message message = Message.Of(Samples.Site());
        const string Title = "<script>alert(\"1\")</script> & {{title}} ]]> 'q' \U0001F600";
        Assert.Contains("* " + Title + "\n  A. <b>One</b>, \"Two\" & {{name}}, Three ]]>\n".Replace("  A.", "  UC Berkeley · A.", StringComparison.Ordinal), message.Plain, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; {{title}} ]]&gt; &#39;q&#39; \U0001F600</a>", message.Html, StringComparison.Ordinal);
    }

    private static bool IsForbidden(char c) =>
        c is < ' ' and not '\n' or (>= '\u007F' and <= '\u009F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static SiteModel SiteOf(string title, string author, string note)
    {
        Capture capture = Samples.Capture("a.txt", new(2025, 11, 3));
        Paper paper = Samples.Paper("A title", Samples.Theory, null, capture) with { Title = title, Authors = [author], AuthorCount = 1, Organization = new(author) };
        SiteModel site = Samples.Site();
        var digest = new Digest { Date = capture.Date, IsInferred = false, Captures = [capture], Papers = [paper], Note = new DigestNote(note, []) };
        return site with { Archive = site.Archive with { Digests = [digest], Papers = [paper] } };
    }
}
