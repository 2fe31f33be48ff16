using System.Globalization;
using System.Text;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;
using static DigestSite.Tests.Sites.RandomDays;

namespace DigestSite.Tests.Sites;

/// <summary>What subscribers have seen stays what it is, on sites of a few random days that are edited at random.</summary>
public class FeedPermanenceTests
{
    private enum Edit
    {
        Title,
        Theme,
        Tag,
        Note,
        Pin,
        BaseUrl,
        Votes,
        DigestNote,
        ThemeTitle,
        SiteTitle,
        Template,
    }

    [Fact]
    public void No_edit_changes_an_id_or_a_date_or_loses_an_entry_and_only_content_moves_the_date_of_change()
    {
        Gen<(string[][] Days, Edit[] Edits, int Which)> inputs =
            from days in Days()
            from edits in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<Edit>()))
            from which in Gen.Choose(0, 50)
            select (days, edits.Distinct().ToArray(), which);
        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            using SiteFolder site = SiteOf(input.Days);
            BuiltSite before = Recorded(site);
            Apply(site, before, input.Days, input.Edits, input.Which);
            BuiltSite edited = Built(site);
            AssertKept(before, edited, input.Edits);
            Assert.Equal(Changes(before), Changes(edited));

            var later = new DateOnly(2026, 2, 1);
            BuiltSite recorded = Recorded(site, later);
            AssertKept(before, recorded, input.Edits);
            AssertMovedByContent(before, recorded, later, hasOwnTemplate: input.Edits.Contains(Edit.Template));
            Assert.Equal(Files(recorded), Files(Recorded(site, later)));
        }).Check(Cases.Of(15));
    }

    [Fact]
    public void Old_dumps_learned_ids_and_mergers_change_no_id_and_flood_nobody()
    {
        Gen<(string[][] Days, string[][] Old, int Learns, bool Prints, bool Merges)> inputs =
            from days in Days()
            from old in Days()
            from learns in Gen.Choose(0, 50)
            from prints in Gen.Elements(true, false)
            from merges in Gen.Elements(true, false)
            select (days, old, learns, prints, merges);
        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            using SiteFolder site = SiteOf(input.Days);
            BuiltSite before = Recorded(site);
            for (int i = 0; i < input.Old.Length; i++)
            {
                site[$"content/dumps/2024-0{i + 1}-10.txt"] = Dump(new(2024, i + 1, 10), input.Old[i], 0);
            }

            AssertNothingNew(before, Recorded(site), merged: null);
            (string? kept, string? merged) = Learn(site, before, input.Learns, input.Prints, input.Merges);
            BuiltSite after = Recorded(site);
            AssertNothingNew(before, after, merged);
            Assert.True(kept is null || PublishedFeeds.Of(after).Entries.Values.Count(e => e.Link.EndsWith($"/{kept}/", StringComparison.Ordinal)) == 1);

            // Whatever was learned, what was published before is known by the same name still.
            var of = after.Compiled!.Site.Archive.Papers.ToDictionary(p => p.Slug, p => p.Identity);
            Assert.All(before.Compiled!.Site.Archive.Papers.Where(p => p.Slug.ToString() != merged), p => Assert.Equal(p.Identity, of[p.Slug]));
        }).Check(Cases.Of(15));
    }

    // An id by an editor, or by a newer capture that prints it; and a second paper that is the same work.
    private static (string? Kept, string? Merged) Learn(SiteFolder site, BuiltSite before, int which, bool prints, bool merges)
    {
        Paper[] papers = [.. before.Compiled!.Site.Archive.Papers.OrderBy(p => p.Slug)];
        Paper paper = papers[which % papers.Length];
        Paper? other = merges && papers.Length > 1 ? papers[(which + 1) % papers.Length] : null;
        string aliases = other is null ? "" : $"    aliases: [{other.Slug}]\n";
        if (prints)
        {
            site["content/dumps/2025-03-20.json"] = $$"""[{"paper": {"id": "2310.00001", "title": {{System.Text.Json.JsonSerializer.Serialize(paper.Title)}}, "summary": {{System.Text.Json.JsonSerializer.Serialize(paper.Abstract)}}, "publishedAt": "2023-10-06T00:00:00.000Z", "authors": []}, "publishedAt": "2023-10-06T00:00:00.000Z"}]""";
        }

        string id = prints ? "" : "    arxiv: \"2310.00001\"\n";
        if (aliases.Length + id.Length > 0)
        {
            site["content/papers.yml"] = $"papers:\n  {paper.Slug}:\n{id}{aliases}";
        }

        return (paper.Slug.ToString(), other?.Slug.ToString());
    }

    private static void AssertNothingNew(BuiltSite before, BuiltSite after, string? merged)
    {
        PublishedFeeds old = PublishedFeeds.Of(before), now = PublishedFeeds.Of(after);
        string[] gone = [.. old.Entries.Values.Where(e => merged is not null && e.Link.EndsWith($"/papers/{merged}/", StringComparison.Ordinal)).Select(e => e.Id)];
        string[] added = [.. now.Entries.Keys.Except(old.Entries.Keys, StringComparer.Ordinal)];

        // The capture that prints an id is a digest of its own, and news.
        Assert.All(added, id => Assert.EndsWith(":digest/2025-03-20", id, StringComparison.Ordinal));
        Assert.Equal(old.Entries.Keys.Except(gone, StringComparer.Ordinal).Concat(added).Order(StringComparer.Ordinal), now.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.All(old.Entries.Values.Where(e => !gone.Contains(e.Id)), e => Assert.Equal((e.Date, e.Link), (now.Entries[e.Id].Date, now.Entries[e.Id].Link)));
    }

    private static void AssertKept(BuiltSite before, BuiltSite after, Edit[] edits)
    {
        PublishedFeeds old = PublishedFeeds.Of(before), now = PublishedFeeds.Of(after);
        Assert.Equal(old.Entries.Keys.Order(StringComparer.Ordinal), now.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.All(old.Entries.Values, e => Assert.Equal(e.Date, now.Entries[e.Id].Date));
        Assert.Equal(old.IdsOf("feed.xml"), now.IdsOf("feed.xml"));

        // What an editor puts under another theme or tag changes feeds; nothing else does.
        if (!edits.Contains(Edit.Theme) && !edits.Contains(Edit.Tag) && !edits.Contains(Edit.Title))
        {
            Assert.Equal(old.ByPath.Keys.Order(StringComparer.Ordinal), now.ByPath.Keys.Order(StringComparer.Ordinal));
            Assert.All(old.ByPath.Keys, f => Assert.Equal(old.IdsOf(f), now.IdsOf(f)));
        }
    }

    private static void AssertMovedByContent(BuiltSite before, BuiltSite after, DateOnly later, bool hasOwnTemplate)
    {
        PublishedFeeds old = PublishedFeeds.Of(before), now = PublishedFeeds.Of(after);
        var changed = Changes(after);
        var unchanged = Changes(before);
        foreach (PublishedEntry entry in old.Entries.Values)
        {
            string key = KeyOf(entry.Link);
            if (!hasOwnTemplate)
            {
                bool isSame = Placed(entry) == Placed(now.Entries[entry.Id]);
                Assert.Equal((key, isSame ? unchanged[key] : later), (key, changed[key]));
            }

            Assert.Contains(changed[key], new[] { unchanged[key], later });
        }
    }

    // Wherever the site is published: that is no content.
    private static (string Title, string Html) Placed(PublishedEntry entry) =>
        (entry.Title, entry.Html.Replace("https://moved.github.io/", "https://tiny.github.io/digest/", StringComparison.Ordinal));

    private static string KeyOf(string link) => string.Join('/', link.TrimEnd('/').Split('/')[^2..]);

    private static Dictionary<string, DateOnly> Changes(BuiltSite built)
    {
        Archive archive = built.Compiled!.Site.Archive;
        return archive.Papers.Select(p => (Key: $"papers/{p.Slug}", p.Changed))
            .Concat(archive.Digests.Select(d => (Key: $"digests/{Routes.Iso(d.Date)}", d.Changed)))
            .ToDictionary(c => c.Key, c => c.Changed, StringComparer.Ordinal);
    }

    private static void Apply(SiteFolder site, BuiltSite built, string[][] days, Edit[] edits, int which)
    {
        Paper[] papers = [.. built.Compiled!.Site.Archive.Papers.OrderBy(p => p.Slug)];
        Paper paper = papers[which % papers.Length];
        var entry = new StringBuilder();
        foreach (Edit edit in edits)
        {
            switch (edit)
            {
                case Edit.Title:
                    entry.Append(CultureInfo.InvariantCulture, $"    title: \"A title, edited {which}\"\n");
                    break;
                case Edit.Theme:
                    entry.Append(CultureInfo.InvariantCulture, $"    theme: {(paper.Theme.Id == "theory" ? "robustness" : "theory")}\n");
                    break;
                case Edit.Tag:
                    entry.Append(CultureInfo.InvariantCulture, $"    tags: {{ {(paper.Tags.Count > 0 ? "remove" : "add")}: [grokking] }}\n");
                    break;
                case Edit.Note:
                    entry.Append("    note: A *note*.\n");
                    break;
                case Edit.Pin:
                    entry.Append("    pin: true\n");
                    break;
                default:
                    ApplyToSite(site, days, edit, which);
                    break;
            }
        }

        if (entry.Length > 0)
        {
            site["content/papers.yml"] = $"papers:\n  {paper.Slug}:\n{entry}";
        }
    }

    private static void ApplyToSite(SiteFolder site, string[][] days, Edit edit, int which)
    {
        switch (edit)
        {
            case Edit.BaseUrl:
                site["content/site.yml"] = site["content/site.yml"].Replace("https://tiny.github.io/digest/", "https://moved.github.io/", StringComparison.Ordinal);
                break;
            case Edit.SiteTitle:
                site["content/site.yml"] = site["content/site.yml"].Replace("Tiny digest", "Another name", StringComparison.Ordinal);
                break;
            case Edit.ThemeTitle:
                site["content/themes.yml"] = site["content/themes.yml"].Replace("title: Theory", "title: Theory and more", StringComparison.Ordinal);
                break;
            case Edit.DigestNote:
                site["content/notes/2025-03-10.md"] = "---\n---\nSome *words*.\n";
                break;
            case Edit.Template:
                site["templates/feeds/paper.hbs"] = "<p>{{title}}</p>";
                break;
            default:
                WriteDumps(site, days, votes: which + 1);
                break;
        }
    }

    private static IEnumerable<(string, string)> Files(BuiltSite built) => built.Files.Select(f => (f.Path.ToString(), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(f.Bytes.Span))));
}
