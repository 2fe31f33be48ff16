using DigestSite.Links;

namespace DigestSite.Tests.Links;

/// <summary>The proof is proven: one link of the real site is broken at a time, and each time that link is told, at its place, and nothing else.</summary>
public class BrokenLinkTests(ProvenSite site) : IClassFixture<ProvenSite>
{
    [Fact]
    public void Nothing_is_an_error_on_the_site_as_it_is() =>
        Assert.DoesNotContain(site.Told(), t => t.StartsWith("Error", StringComparison.Ordinal));

    [Theory]
    [InlineData("an address with a letter too many", 150)]
    [InlineData("a doubled base path", 30)]
    [InlineData("a missing base path", 30)]
    [InlineData("an address in other letter case", 40)]
    [InlineData("a folder without its slash", 40)]
    [InlineData("a climb above the root", 20)]
    [InlineData("an unencoded space", 20)]
    [InlineData("a backslash", 20)]
    [InlineData("an address of nothing", 20)]
    [InlineData("a place that is not on the page", 40)]
    public void A_broken_link_of_a_page_is_told_at_its_place(string fault, int count) =>
        Assert.Equal(count, BreakEach(count, (file, link) => file.Path.IsFolder && link.Place is "<a href>", url => Broken(fault, url)));

    [Fact]
    public void A_relative_link_of_the_page_for_lost_addresses_is_told() =>
        Assert.Equal(5, BreakEach(5, (file, link) => file.Path.FilePath == "404.html" && link.Place is "<a href>", url => url.Length > site.BaseUrl.BasePath.Length ? url[site.BaseUrl.BasePath.Length..] : null));

    [Fact]
    public void A_canonical_address_of_another_page_is_told() =>
        Assert.Equal(10, BreakEach(10, (_, link) => link.Rules.HasFlag(LinkRules.Canonical), url => site.BaseUrl.Absolute(url.EndsWith("/about/", StringComparison.Ordinal) ? Routes.Stats : new("about/"))));

    [Theory]
    [InlineData("<link href>")]
    [InlineData("<script src>")]
    [InlineData("<form action>")]
    [InlineData("<meta content>")]
    [InlineData("<loc>")]
    [InlineData("<link>")]
    [InlineData("<atom:link href>")]
    [InlineData("<outline xmlUrl>")]
    [InlineData("<outline htmlUrl>")]
    [InlineData("<xml-stylesheet href>")]
    [InlineData("url")]
    [InlineData("feed_url")]
    [InlineData("home_page_url")]
    [InlineData("icon")]
    [InlineData("src")]
    public void A_broken_link_of_any_kind_is_told_at_its_place(string place)
    {
        int there = Places(place).Count();
        Assert.True(there > 0, place);
        int count = Math.Min(5, there);
        Assert.Equal(count, BreakEach(count, (_, link) => link.Place == place, url => Broken("an address with a letter too many", url)));
    }

    [Theory]
    [InlineData(".xml")]
    [InlineData(".json")]
    public void A_broken_link_within_an_entry_is_told_at_its_entry(string extension) =>
        Assert.Equal(10, BreakEach(10, (file, link) => file.Path.FilePath.EndsWith("feed" + extension, StringComparison.Ordinal) && link.Place is "<a href>", url => Broken("an address with a letter too many", url)));

    [Theory]
    [InlineData("<p><img srcset=\"NOWHERE 1x\">")]
    [InlineData("<p><img srcset=\"/digest/assets/icon.svg 1x, NOWHERE 2x\">")]
    [InlineData("<p><video poster=\"NOWHERE\"></video>")]
    [InlineData("<p><object data=\"NOWHERE\"></object>")]
    [InlineData("<p><blockquote cite=\"NOWHERE\"></blockquote>")]
    [InlineData("<p><img src=\"NOWHERE\" alt=\"\">")]
    [InlineData("<p><button formaction=\"NOWHERE\">x</button>")]
    [InlineData("<p><a ping=x href=\"NOWHERE\">x</a>")]
    [InlineData("<style>p { background: url(NOWHERE) }</style>")]
    [InlineData("<style>@import \"NOWHERE\";</style>")]
    [InlineData("<p style=\"background: url('NOWHERE')\">")]
    [InlineData("<meta http-equiv=refresh content=\"0; url=NOWHERE\">")]
    [InlineData("<meta property=\"og:url\" content=\"https://digestsite.github.ioNOWHERE\">")]
    [InlineData("<meta name=\"twitter:image\" content=\"https://digestsite.github.ioNOWHERE\">")]
    public void A_broken_link_that_no_page_has_yet_is_told_too(string markup)
    {
        int[] pages = [.. Enumerable.Range(0, site.Files.Length).Where(i => site.Files[i].Path.IsFolder).Take(200).Where((_, i) => i % 40 == 0)];
        Assert.Equal(5, pages.Length);
        foreach (int page in pages)
        {
            string text = FoundLinks.TextOf(site.Files[page]);
            int at = text.IndexOf("</body>", StringComparison.Ordinal);
            string told = Assert.Single(site.With(page, text.Insert(at, markup.Replace("NOWHERE", "/digest/nowhere.png", StringComparison.Ordinal) + "\n")));
            Assert.StartsWith($"Error DS510 site/{site.Files[page].Path.FilePath}({text[..at].Count(c => c == '\n') + 1},", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_renamed_anchor_and_a_second_one_are_told()
    {
        int tried = 0;
        for (int i = 0; i < site.Files.Length && tried < 30; i += 7)
        {
            string text = FoundLinks.TextOf(site.Files[i]);
            if (site.Files[i].Path.IsFolder && text.Contains("id=\"Main\"", StringComparison.Ordinal))
            {
                tried++;
                Assert.StartsWith($"Error DS517 site/{site.Files[i].Path.FilePath}(", Assert.Single(site.With(i, text.Replace("id=\"Main\"", "id=\"main\"", StringComparison.Ordinal))), StringComparison.Ordinal);
                Assert.StartsWith($"Error DS518 site/{site.Files[i].Path.FilePath}(", Assert.Single(site.With(i, text.Replace("<footer", "<footer id=\"Main\"", StringComparison.Ordinal))), StringComparison.Ordinal);
            }
        }

        Assert.Equal(30, tried);
    }

    // The links of the site at this place, as many as are asked for, from all over it.
    private IEnumerable<(int File, Link Link, string Url)> Places(string place) => Links((_, link) => link.Place == place);

    private IEnumerable<(int File, Link Link, string Url)> Links(Func<OutputFile, Link, bool> isMeant)
    {
        using var found = new FoundLinks();
        for (int i = 0; i < site.Files.Length; i++)
        {
            found.Read(site.Files[i]);
            foreach (Link link in found.Links.Where(l => isMeant(site.Files[i], l)))
            {
                string url = link.Url.ToString();
                if (url.StartsWith(site.BaseUrl.BasePath, StringComparison.Ordinal) || url.StartsWith(site.BaseUrl.ToString(), StringComparison.Ordinal))
                {
                    yield return (i, link, url);
                }
            }
        }
    }

    private int BreakEach(int count, Func<OutputFile, Link, bool> isMeant, Func<string, string?> fault)
    {
        (int File, TextRange Range, string Url, string Broken)[] all = [.. Links(isMeant).Select(l => (l.File, l.Link.Range, l.Url, Broken: fault(l.Url))).Where(l => l.Broken is not null).Select(l => (l.File, l.Range, l.Url, l.Broken!))];
        int broken = 0;
        foreach ((int file, TextRange range, string url, string other) in all.Where((_, i) => i % Math.Max(1, all.Length / (2 * count)) == 0))
        {
            string text = FoundLinks.TextOf(site.Files[file]);
            int at = text.IndexOf(url, range.Offset, Math.Min(text.Length, range.End) - range.Offset, StringComparison.Ordinal);
            if (at < 0 || broken == count)
            {
                continue;
            }

            broken++;
            string told = Assert.Single(site.With(file, string.Concat(text.AsSpan(0, at), other, text.AsSpan(at + url.Length))));
            int line = text.AsSpan(0, at).Count('\n') + 1;
            Assert.Contains($" site/{site.Files[file].Path.FilePath}({line},", told, StringComparison.Ordinal);
        }

        return broken;
    }

    private string? Broken(string fault, string url)
    {
        string basePath = site.BaseUrl.BasePath, origin = url[0] == '/' ? "" : site.BaseUrl.Origin, path = url[origin.Length..].Split('#')[0], rest = path[basePath.Length..];
        return fault switch
        {
            "an address with a letter too many" when rest.Length == 0 => origin + path + "nowhere/",
            "an address with a letter too many" => path.EndsWith('/') ? $"{origin}{path[..^1]}x/" : $"{origin}{path}x",
            "a doubled base path" => origin + basePath + path[1..],
            "a missing base path" when rest.Length > 0 => $"{origin}/{rest}",
            "an address in other letter case" when rest.Length > 0 && char.IsAsciiLetterLower(rest[0]) => $"{origin}{basePath}{char.ToUpperInvariant(rest[0])}{rest[1..]}",
            "a folder without its slash" when path.EndsWith('/') && rest.Length > 0 => origin + path[..^1],
            "a climb above the root" => "/digest/../../" + rest,
            "an unencoded space" when rest.Length > 2 => $"{origin}{basePath}{rest[..2]} {rest[2..]}",
            "a backslash" when rest.Length > 2 => $"{origin}{basePath}{rest[..2]}\\{rest[2..]}",
            "an address of nothing" => "",
            "a place that is not on the page" when path.EndsWith('/') => $"{origin}{path}#no-such-place",
            _ => null,
        };
    }
}
