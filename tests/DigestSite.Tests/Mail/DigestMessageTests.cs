using System.Globalization;
using AngleSharp.Dom;
using DigestSite.Papers;
using DigestSite.Tests.Cli.Mailing;
using DigestSite.Tests.Pages;

namespace DigestSite.Tests.Mail;

public class DigestMessageTests
{
    [Fact]
    public void The_headers_say_who_what_when_and_how_to_leave()
    {
        Message message = Message.Of(Samples.Site());
        Assert.Equal(
            [
                "Date: Tue, 04 Nov 2025 06:30:00 +0000",
                "From: Sample Digest <digest@sample.example>",
                "To: Readers of Sample digest:;",
                "Subject: Sample digest, 3 November 2025: 3 papers",
                $"Message-ID: {message.Made.Id}",
                "List-Id: Sample digest <digest.sample.example>",
                "List-Unsubscribe: <mailto:leave@sample.example>, <https://sample.example/leave>",
                "List-Archive: <https://digest.example.org/base/digests/>",
                "Auto-Submitted: auto-generated",
                "Content-Language: en",
                "MIME-Version: 1.0",
            ],
            message.Headers.Where(h => h.Key != "Content-Type").Select(h => $"{h.Key}: {h.Value}"));
        Assert.StartsWith("multipart/alternative; boundary=\"=_", message.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_id_is_the_digests_own_whatever_else_changes()
    {
        SiteModel site = Samples.Site();
        string id = Message.Of(site).Made.Id;
        Assert.Matches("^<digest-2025-11-03\\.[0-9a-f]{16}@digest\\.example\\.org>$", id);
        Assert.Equal(id, Message.Of(Samples.Site("https://elsewhere.example/"), Message.Settings with { From = Message.Mailbox("other@other.example"), ListId = "a.b" }).Made.Id);
        Assert.Equal(id, Message.Of(site with { Settings = site.Settings with { Title = "Renamed" } }).Made.Id);
        Assert.NotEqual(id, Message.Of(site with { Settings = site.Settings with { FeedAuthority = "digest.example.org,2024" } }).Made.Id);
        Assert.NotEqual(id, Message.Of(site, digest: 1).Made.Id);
        Assert.EndsWith("@host.example>", Message.Of(site with { Settings = site.Settings with { FeedAuthority = "me.you@host.example,2024-01-02" } }).Made.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes() => Assert.Equal(Message.Of(Samples.Site()).Made.Bytes, Message.Of(Samples.Site()).Made.Bytes);

    [Fact]
    public void Only_a_recipient_who_is_the_only_one_stands_in_the_message() =>
        Assert.Equal("Ada <ada@host.example>", Message.Of(Samples.Site(), to: Message.Mailbox("Ada <ada@host.example>")).Headers["To"]);

    [Fact]
    public void A_host_of_any_script_is_named_as_mail_knows_it() =>
        Assert.Equal("<https://xn--bcher-kva.example:8443/x/digests/>", Message.Of(Samples.Site("https://bücher.example:8443/x/")).Headers["List-Archive"]);

    [Fact]
    public void One_click_is_promised_only_where_it_is_kept() =>
        Assert.Equal("List-Unsubscribe=One-Click", Message.Of(Samples.Site(), Message.Settings with { IsOneClick = true }).Headers["List-Unsubscribe-Post"]);

    [Fact]
    public void A_subject_is_made_of_the_editors_words()
    {
        Message message = Message.Of(Samples.Site(), Message.Settings with { Subject = "{papers} ({themes}): {site}" });
        Assert.Equal("3 papers (Robustness (1), Theory (1), Other (1)): Sample digest", message.Made.Subject);
    }

    [Fact]
    public void Both_parts_have_the_note_the_picks_then_the_papers_by_theme_and_the_way_out()
    {
        Message message = Message.Of(WithNote("Two *papers*, one [again](/themes/theory/).\n\n1. First\n2. Second `code`\n\n> Said **so**\n\n![A picture](https://tracker.example/x.png)\n"));
        Assert.Equal(
            """
            Sample digest
            3 November 2025: 3 papers, by theme; the year is inferred
            https://digest.example.org/base/digests/2025-11-03/

            Two *papers*, one again [1].

            [1] https://digest.example.org/base/themes/theory/

            1. First
            2. Second `code`

            > Said **so**

            A picture

            Picks
            -----

            * No abstract here
              It says "why" <so>.
              https://digest.example.org/base/papers/no-abstract-here/

            Robustness (1)
            --------------

            * Grokking, twice
              3 authors
              https://digest.example.org/base/papers/grokking-twice/


            """,
            message.Plain[..message.Plain.IndexOf("Theory (1)", StringComparison.Ordinal)]);
        Assert.EndsWith(
            """
            --ws
            You get this because your address is on the list of Sample digest,
            https://digest.example.org/base/
            To leave it:
            mailto:leave@sample.example
            https://sample.example/leave

            """.Replace("--ws", "-- ", StringComparison.Ordinal),
            message.Plain,
            StringComparison.Ordinal);
        Assert.Equal(["3 November 2025", "Picks", "Robustness 1", "Theory 1", "Other 1"], message.Document.QuerySelectorAll("h1, h2").Select(h => RenderedSite.Folded(h.TextContent)));
        Assert.Equal("Two <em>papers</em>, one <a href=\"https://digest.example.org/base/themes/theory/\">again</a>.", message.Document.QuerySelector("p[dir]")!.InnerHtml);
        Assert.Equal(["First", "Second code"], message.Document.QuerySelectorAll("ol > li").Select(i => i.TextContent));
        Assert.Contains("because your address is on the list", message.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void No_word_of_a_note_is_lost_and_no_quote_or_number_changes_whatever_stands_in_what()
    {
        Message message = Message.Of(WithNote(
            """
            1. First

               ```
               run me
               ```
            2. Second
               - below it
            3. Third

               > said there

            > Quoted
            >
            >     if x:
            >       y
            >
            > 4. fourth
            > 5. fifth

            """));
        string plain = message.Plain[(message.Plain.IndexOf("1. First", StringComparison.Ordinal))..message.Plain.IndexOf("Picks", StringComparison.Ordinal)];
        Assert.Equal(
            "1. First\n\nrun me\n\n2. Second\n\n* below it\n\n3. Third\n\n> said there\n\n> Quoted\n\n> if x:\n>   y\n\n> 4. fourth\n\n> 5. fifth\n\n",
            plain);
        IHtmlCollection<IElement> blocks = message.Document.QuerySelectorAll("ol, ul, pre, blockquote");
        Assert.Equal(
            ["ol:First", "pre:run me", "ol 2:Second", "ul:below it", "ol 3:Third", "blockquote:said there", "blockquote:Quoted", "blockquote:if x:\u00A0\u00A0y", "blockquote:4. fourth", "blockquote:5. fifth"],
            blocks.Select(b => b.LocalName + (b.HasAttribute("start") ? " " + b.GetAttribute("start") : "") + ":" + b.TextContent));
    }

    [Theory]
    [InlineData("Größe, neu")]
    [InlineData("A (plain) \"one\"")]
    [InlineData("Ein Titel in vielen Wörtern, der über eine Zeile geht und noch weiter, bis zum Ende")]
    public void Another_program_finds_no_fault_in_any_header(string title)
    {
        SiteModel site = Samples.Site();
        string read = MailServer.Python(
            "import sys, email, email.policy; m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)\n"
            + "print([d for v in m.values() for d in v.defects], len(m['To'].groups), m['To'].groups[0].addresses, ''.join(m['To'].groups[0].display_name.split()))",
            Message.Of(site with { Settings = site.Settings with { Title = title } }).Made.Bytes);

        // Python has a space of its own between two encoded words of a name.
        Assert.Equal($"[] 1 () {$"Readers of {title}".Replace(" ", "", StringComparison.Ordinal)}\n", read);
    }

    [Fact]
    public void The_markup_asks_no_other_host_for_anything_and_every_address_is_absolute()
    {
        Message message = Message.Of(WithNote("![x](https://tracker.example/x.png) [bad](javascript:alert(1)) [up](../x) <https://a.example/> <b onclick=x>raw</b>"));
        Assert.Empty(message.Document.QuerySelectorAll("img, script, link, iframe, form, object, video, [src], [srcset], [background], [onclick]"));
        Assert.DoesNotContain("url(", message.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", message.Html, StringComparison.OrdinalIgnoreCase);
        Assert.All(message.Document.QuerySelectorAll("a[href]"), a => Assert.Matches("^(https://|mailto:leave@)", a.GetAttribute("href")));
        Assert.Contains("bad up https://a.example/ <b onclick=x>raw</b>", message.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_in_one_column_of_six_hundred_pixels_in_light_and_dark()
    {
        IDocument document = Message.Of(Samples.Site()).Document;
        Assert.Equal(["light dark", "light dark"], document.QuerySelectorAll("meta[name$=color-scheme], meta[name$=color-schemes]").Select(m => m.GetAttribute("content")));
        Assert.Contains("@media (prefers-color-scheme: dark)", document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("max-width:560px", document.QuerySelector("body > div.page")!.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Equal("3 papers: Robustness (1), Theory (1), Other (1)", document.QuerySelector("body > div")!.TextContent);
    }

    [Fact]
    public void A_digest_that_is_too_large_is_cut_by_theme_with_a_way_to_the_rest()
    {
        Message message = Message.Of(Large(themes: 3, perTheme: 200));
        Assert.InRange(message.Made.Bytes.Length, 90_000, 99_999);
        Assert.InRange(message.Made.LeftOut, 300, 590);
        int shown = message.Document.QuerySelectorAll("a[href*='/papers/']").Length;
        Assert.Equal(600 - message.Made.LeftOut, shown);
        string more = string.Create(CultureInfo.InvariantCulture, $"And {200 - (shown / 3)} more on the digest’s page");
        Assert.Equal(
            [(more, "#theme-0"), (more, "#theme-1"), (more, "#theme-2")],
            message.Document.QuerySelectorAll("a[href*='#']").Select(a => (a.TextContent, new Uri(a.GetAttribute("href")!).Fragment)));
        Assert.Equal(3, message.Plain.Split('\n').Count(l => l.StartsWith("And ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_digest_of_more_themes_than_fit_is_cut_at_its_end()
    {
        Message message = Message.Of(Large(themes: 1000, perTheme: 2));
        Assert.InRange(message.Made.Bytes.Length, 90_000, 99_999);
        int themes = message.Document.QuerySelectorAll("h2").Length;
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"And {2000 - (2 * themes):N0} more papers on the digest’s page"), message.Document.QuerySelectorAll("p.line a")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("To leave it:", message.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_without_end_goes_on_on_the_page()
    {
        Message message = Message.Of(WithNote(string.Join("\n\n", Enumerable.Repeat("A paragraph of a note that does not end.", 2_000))));
        Assert.Contains("Read on: https://digest.example.org/base/digests/2025-11-03/", message.Plain, StringComparison.Ordinal);
        Assert.Equal(0, message.Made.LeftOut);
    }

    private static SiteModel WithNote(string markdown)
    {
        SiteModel site = Samples.Site();
        Digest digest = site.Archive.Digests[0];
        Paper bare = digest.Papers[2];
        return site with { Archive = site.Archive with { Digests = [digest with { Note = new(markdown, [new(bare, "It says \"why\" <so>.")]) }, site.Archive.Digests[1]] } };
    }

    private static SiteModel Large(int themes, int perTheme)
    {
        Capture capture = Samples.Capture("a.txt", new(2025, 11, 3));
        var papers = new List<Paper>();
        for (int t = 0; t < themes; t++)
        {
            var theme = new Theme(string.Create(CultureInfo.InvariantCulture, $"theme-{t}"), string.Create(CultureInfo.InvariantCulture, $"Theme {t}"), "", t);
            papers.AddRange(Enumerable.Range(0, perTheme).Select(p => Samples.Paper(string.Create(CultureInfo.InvariantCulture, $"A paper of a usual title, number {p} of theme {t}"), theme, null, capture)));
        }

        SiteModel site = Samples.Site();
        return site with { Archive = site.Archive with { Digests = [new Digest { Date = capture.Date, IsInferred = false, Captures = [capture], Papers = papers.ToEquatableArray() }] } };
    }
}
