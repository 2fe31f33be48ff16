using System.Text;
using AngleSharp.Dom;
using DigestSite.Feeds;
using DigestSite.Papers;
using DigestSite.Tests.Sites;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Feeds;

/// <summary>Hostile titles and abstracts, through every feed file that a site has.</summary>
public class HostileFeedTests
{
    private static readonly string[] Kept = ["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "em", "strong", "sub", "sup", "code"];

    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p></div><iframe src=javascript:alert(1)>", "]]>", "]]]]>><![CDATA[", "-->", "</content:encoded></item></channel>",
        "&amp;lt;b&amp;gt;", "&#x202e;", "&nbsp;", "&bogus;", "{{{body}}}", "{{> card}}", "\0\u0001\u000B\u001F\u007F\u0085", "\uD800", "\uDC00\uD800", "\uFFFE\uFFFF\uFDD0\U0001FFFE", "\u202Egnp.exe",
        "\u2067a\u2066b", "\u202Aunclosed", "\u05D0\u05D1 \u200F!", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "e\u0301\u0327", "Z\u0351\u036B\u0343", "∑ᵢ√x≤½", "javascript:alert(1)", "data:text/html,x",
        "https://x.org/\"onclick=\"alert(1)", "\uFEFF", "\u2028\u2029", "' onmouseover='alert(1)",
    ];

    [Fact]
    public void A_hostile_title_or_abstract_breaks_no_feed() => Assert.All(Hostile, text => AssertSound(SiteOf(text, text, "Lab " + text)));

    [Fact]
    public void Words_of_100_kB_break_no_feed_and_bound_every_title()
    {
        foreach (string text in (string[])[new('x', 100_000), string.Concat(Enumerable.Repeat("\U0001F600", 50_000)), new string('&', 100_000), string.Concat(Enumerable.Repeat("<b>", 33_000))])
        {
            FeedStrings[] feeds = AssertSound(SiteOf(text, text, "Lab " + text));
            Assert.All(feeds.SelectMany(f => f.Titles), t => Assert.InRange(t.Length, 1, 1_001));
            Assert.NotEmpty(feeds.SelectMany(f => f.Contents));
        }
    }

    [Fact]
    public void An_override_in_a_title_turns_nothing_around_in_any_feed()
    {
        FeedStrings[] feeds = AssertSound(SiteOf("Invoice \u202Egnp.exe", "a", "b"));
        Assert.Contains(feeds.SelectMany(f => f.Titles), t => t == "Invoice gnp.exe");
        feeds = AssertSound(SiteOf("שלום \u200Fעולם", "a", "b"));
        Assert.Contains(feeds.SelectMany(f => f.Titles), t => t == "שלום \u200Fעולם");
    }

    [Fact]
    public void Any_mixture_of_them_breaks_no_feed() =>
        Prop.ForAll(Texts(), Texts(), (title, text) => { AssertSound(SiteOf(title, text, "Lab " + title)); }).Check(Cases.Of(60));

    [Fact]
    public void A_built_site_with_hostile_listings_has_sound_feeds()
    {
        using var site = new SiteFolder();
        string[] lines = [.. Hostile.Select(h => string.Concat(FeedText.Clean(h).Where(c => !char.IsControl(c) && c is not ('\uFEFF' or '\u2028' or '\u2029'))).Trim()).Where(h => h.Length > 0 && !h.Contains("://", StringComparison.Ordinal)), new string('w', 100_000)];
        site["content/dumps/2025-12-01.txt"] = "Daily Papers\n\nDec 1\n\n" + string.Concat(lines.Select((l, i) =>
            $"Title {i} of {l[..Math.Min(60, l.Length)]}\n\nWe study {l} at length and say what we found in plain words, of which \u202Ethere are enough.\n\n  • 3 authors\n·\nOct 6, 2024\n\n"));
        BuiltSite built = site.Build();
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText[..Math.Min(2_000, site.DiagnosticText.Length)]);
        FeedStrings[] feeds = [.. built.Files.Where(f => FeedStrings.IsFeed(f.Path.ToString())).Select(f => FeedStrings.Read(f.Path.ToString(), f.Bytes))];
        Assert.All(feeds, f => AssertSound(f, "https://tiny.github.io/digest/"));
        Assert.Contains(feeds.SelectMany(f => f.Titles), t => t.EndsWith(" of <script>alert(1)</script>", StringComparison.Ordinal));
    }

    private static Arbitrary<string> Texts() => Gen.Elements(Hostile.Append("plain words ").ToArray()).NonEmptyListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    private static SiteModel SiteOf(string title, string text, string organization)
    {
        Paper paper = Samples.Paper(title, Samples.Theory, text, Samples.Capture("a.txt", new(2025, 11, 3)));
        return FeedFiles.SiteOf(paper with { Organization = new(organization), Authors = [title, organization], Links = AbstractLinks.In(text), Tags = [Samples.Grokking] });
    }

    private static FeedStrings[] AssertSound(SiteModel site)
    {
        FeedStrings[] feeds = [.. SiteFeeds.Plan(site).Where(f => FeedStrings.IsFeed(f.Path.ToString())).Select(f => FeedStrings.Read(f.Path.ToString(), f.Render()))];
        Assert.True(feeds.Length > 1);
        Assert.All(feeds, f => AssertSound(f, site.Settings.BaseUrl.ToString()));
        return feeds;
    }

    private static void AssertSound(FeedStrings feed, string baseUrl)
    {
        Assert.All(feed.Texts, AssertClean);
        foreach (string html in feed.Contents)
        {
            foreach (IElement element in FeedFiles.ParseHtml(html).Body!.QuerySelectorAll("*"))
            {
                Assert.Contains(element.LocalName, Kept);
                Assert.Equal(element.LocalName == "a" ? ["href"] : [], element.Attributes.Select(a => a.Name));
                Assert.True(element.LocalName != "a" || Uri.TryCreate(element.GetAttribute("href"), UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https");
            }
        }

        Assert.Contains(baseUrl, string.Concat(feed.Texts), StringComparison.Ordinal);
    }

    // XML 1.0, 2.2, without what it discourages, and no mark that turns the rest of a line around.
    private static void AssertClean(string text)
    {
        Assert.True(text.IsNormalized(NormalizationForm.FormC), text);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Assert.False(rune.Value is (< 0x20 and not '\n' and not '\t') or (>= 0x7F and <= 0x9F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF) || (rune.Value & 0xFFFE) == 0xFFFE, $"U+{rune.Value:X4}");
        }

        Assert.DoesNotContain(text.Where((c, i) => char.IsSurrogate(c) && !(char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]))), _ => true);
    }
}
