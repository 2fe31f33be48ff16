using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Papers;

/// <summary>A fingerprint covers what an entry shows of the data, and that alone.</summary>
public class FingerprintTests
{
    private static readonly Paper One = Samples.Archive().Papers.Single(p => p.Title == Samples.HostileTitle) with { Published = new(2025, 1, 2), Note = "A note.", Tags = [Samples.Grokking], ExtraLinks = [new("Talk", new("https://x.org/"))] };

    private static readonly Digest Day = Samples.Archive().Digests[0] with { Note = new("Words.", [new(One, "Why.")]), Papers = [One, .. Samples.Archive().Digests[0].Papers.Where(p => p.Title != One.Title)] };

    public static TheoryData<string> Shown => [.. ShownOfPaper.Keys];

    public static TheoryData<string> NotShown => [.. NotShownOfPaper.Keys];

    public static TheoryData<string> ShownByDigest => [.. ShownOfDigest.Keys];

    public static TheoryData<string> NotShownByDigest => [.. NotShownOfDigest.Keys];

    private static Dictionary<string, Func<Paper, Paper>> ShownOfPaper { get; } = new(StringComparer.Ordinal)
    {
        ["title"] = p => p with { Title = "Other" },
        ["abstract"] = p => p with { Abstract = "Other." },
        ["no abstract"] = p => p with { Abstract = null },
        ["arXiv id"] = p => p with { Arxiv = Samples.Archive().Papers.Single(q => q.Arxiv is not null).Arxiv },
        ["date"] = p => p with { Published = new(2025, 1, 3) },
        ["first digest"] = p => p with { FirstListed = new(2025, 1, 3) },
        ["organization"] = p => p with { Organization = new("MIT Institute") },
        ["theme"] = p => p with { Theme = Samples.Robustness },
        ["title of its theme"] = p => p with { Theme = p.Theme with { Title = "Other words" } },
        ["tags"] = p => p with { Tags = [] },
        ["title of a tag"] = p => p with { Tags = [Samples.Grokking with { Title = "Other words" }] },
        ["note"] = p => p with { Note = "Another note." },
        ["no note"] = p => p with { Note = null },
        ["links of the editors"] = p => p with { ExtraLinks = [] },
        ["title of a link"] = p => p with { ExtraLinks = [new("Slides", new("https://x.org/"))] },
        ["authors"] = p => p with { Authors = ["A"] },
        ["order of authors"] = p => p with { Authors = p.Authors.Reverse().ToEquatableArray() },
        ["how many authors are not named"] = p => p with { Authors = Enumerable.Repeat("A", 22).ToEquatableArray() },
        ["code"] = p => p with { Code = null },
        ["project page"] = p => p with { ProjectPage = new("https://project.org/") },
    };

    private static Dictionary<string, Func<Paper, Paper>> NotShownOfPaper { get; } = new(StringComparer.Ordinal)
    {
        ["votes"] = p => p with { Upvotes = 99 },
        ["comments"] = p => p with { Comments = 7 },
        ["stars"] = p => p with { Code = p.Code! with { Stars = 5 } },
        ["later listings"] = p => p with { Appearances = [new(Samples.Capture("z.txt", new(2026, 1, 1)), p.Appearances[0].Listing), .. p.Appearances] },
        ["number of authors where none are named"] = p => p with { AuthorCount = 4 },
        ["keywords"] = p => p with { Keywords = [] },
        ["details"] = p => p with { Details = null },
        ["description of its theme"] = p => p with { Theme = p.Theme with { Description = "Other.", Order = 9 } },
        ["description of a tag"] = p => p with { Tags = [Samples.Grokking with { Description = "Other." }] },
        ["pin"] = p => p with { IsPinned = true },
        ["handle of the organization"] = p => p with { Organization = new("cal UC Berkeley") },
        ["score"] = p => p with { Scores = [new(p.Theme, 3, [], null)], IsThemeGiven = true },
        ["date of change"] = p => p with { Changed = new(2026, 1, 1) },
    };

    private static Dictionary<string, Func<Digest, Digest>> ShownOfDigest { get; } = new(StringComparer.Ordinal)
    {
        ["inferred year"] = d => d with { IsInferred = false },
        ["note"] = d => d with { Note = d.Note! with { Markdown = "Other." } },
        ["no note"] = d => d with { Note = null },
        ["picks"] = d => d with { Note = d.Note! with { Picks = [] } },
        ["sentence of a pick"] = d => d with { Note = d.Note! with { Picks = [new(One, "Because.")] } },
        ["title of a pick"] = d => d with { Note = d.Note! with { Picks = [new(One with { Title = "Other" }, "Why.")] } },
        ["papers"] = d => d with { Papers = d.Papers.Skip(1).ToEquatableArray() },
        ["title of a paper"] = d => d with { Papers = [d.Papers[0] with { Title = "Other" }, .. d.Papers.Skip(1)] },
        ["organization of a paper"] = d => d with { Papers = [d.Papers[0] with { Organization = null }, .. d.Papers.Skip(1)] },
        ["theme of a paper"] = d => d with { Papers = [d.Papers[0] with { Theme = Samples.Other }, .. d.Papers.Skip(1)] },
        ["title of a theme"] = d => d with { Papers = [d.Papers[0] with { Theme = d.Papers[0].Theme with { Title = "Other words" } }, .. d.Papers.Skip(1)] },
        ["order of themes"] = d => d with { Papers = [d.Papers[0] with { Theme = d.Papers[0].Theme with { Order = -1 } }, .. d.Papers.Skip(1)] },
    };

    private static Dictionary<string, Func<Digest, Digest>> NotShownOfDigest { get; } = new(StringComparer.Ordinal)
    {
        ["votes of a paper"] = d => d with { Papers = [d.Papers[0] with { Upvotes = 99, Comments = 3 }, .. d.Papers.Skip(1)] },
        ["abstract, tags and note of a paper"] = d => d with { Papers = [d.Papers[0] with { Abstract = "Other.", Tags = [], Note = null }, .. d.Papers.Skip(1)] },
        ["another capture of the same papers"] = d => d with { Captures = [Samples.Capture("z.txt", d.Date), .. d.Captures] },
        ["where it was captured"] = d => d with { Origins = [new("Daily Papers", null, null)] },
        ["order of papers of different themes"] = d => d with { Papers = d.Papers.Reverse().ToEquatableArray() },
        ["date of change"] = d => d with { Changed = new(2026, 1, 1) },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public void What_a_papers_entry_shows_moves_its_fingerprint(string field) =>
        Assert.NotEqual(Fingerprint.Of(One), Fingerprint.Of(ShownOfPaper[field](One)));

    [Theory]
    [MemberData(nameof(NotShown))]
    public void What_a_papers_entry_does_not_show_leaves_its_fingerprint_and_the_entry(string field)
    {
        Paper other = NotShownOfPaper[field](One);
        Assert.Equal(Fingerprint.Of(One), Fingerprint.Of(other));
        Assert.Equal(DigestSite.Feeds.PaperEntry.Of(One, Samples.Site()).Html, DigestSite.Feeds.PaperEntry.Of(other, Samples.Site()).Html);
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void Each_of_them_is_shown_indeed(string field) =>
        Assert.NotEqual(Entry(One), Entry(ShownOfPaper[field](One)));

    [Theory]
    [MemberData(nameof(ShownByDigest))]
    public void What_a_digests_entry_shows_moves_its_fingerprint(string field)
    {
        Digest other = ShownOfDigest[field](Day);
        Assert.NotEqual(Fingerprint.Of(Day), Fingerprint.Of(other));
        Assert.NotEqual(DigestSite.Feeds.DigestEntry.Of(Day, Samples.Site()).Html, DigestSite.Feeds.DigestEntry.Of(other, Samples.Site()).Html);
    }

    [Theory]
    [MemberData(nameof(NotShownByDigest))]
    public void What_a_digests_entry_does_not_show_leaves_its_fingerprint_and_the_entry(string field)
    {
        Digest other = NotShownOfDigest[field](Day);
        Assert.Equal(Fingerprint.Of(Day), Fingerprint.Of(other));
        Assert.Equal(DigestSite.Feeds.DigestEntry.Of(Day, Samples.Site()).Html, DigestSite.Feeds.DigestEntry.Of(other, Samples.Site()).Html);
    }

    [Fact]
    public void A_note_that_editors_see_before_its_day_moves_no_fingerprint() =>
        Assert.Equal(Fingerprint.Of(Day with { Note = null }), Fingerprint.Of(Day with { Note = Day.Note! with { IsPreview = true } }));

    [Fact]
    public void Fields_that_run_into_one_another_make_another_fingerprint() =>
        Assert.NotEqual(Fingerprint.Of(One with { Title = "A b", Abstract = "c" }), Fingerprint.Of(One with { Title = "A", Abstract = "b c" }));

    private static string Entry(Paper paper)
    {
        DigestSite.Feeds.FeedEntry entry = DigestSite.Feeds.PaperEntry.Of(paper, Samples.Site());
        return entry.Title + entry.Html;
    }
}
