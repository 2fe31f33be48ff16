using DigestSite.Curation;

namespace DigestSite.Tests.Curation;

public class NoteFileTests
{
    [Fact]
    public void A_note_is_named_for_its_digest_and_has_picks_and_an_introduction()
    {
        NoteSource note = Read("---\npicks:\n  - { paper: grokking-twice, note: \"It groks: twice.\" }\n  - { paper: \"2301.12643\", note: By id. }\n---\nHello *there*.\n");
        Assert.Equal((new DateOnly(2025, 11, 3), "Hello *there*.\n"), (note.Date, note.Markdown));
        Assert.Equal([("grokking-twice", "It groks: twice."), ("2301.12643", "By id.")], note.Picks.Select(p => (p.Paper.Value.Text, p.Sentence)));
    }

    [Theory]
    [InlineData("", "2025-11-05", true)]
    [InlineData("draft: true", "2025-11-05", false)]
    [InlineData("publish_after: 2025-11-05", "2025-11-04", false)]
    [InlineData("publish_after: 2025-11-05", "2025-11-05", true)]
    [InlineData("publish_after: 2025-11-05", "2025-11-06", true)]
    public void A_note_is_shown_from_its_day_on_unless_it_is_a_draft(string key, string asOf, bool expected) =>
        Assert.Equal(expected, Read($"---\n{key}\n---\nText.\n").IsPublished(DateOnly.ParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [Provokes("DS044")]
    [InlineData("november.md", "---\n---\n", "DS044 content/notes/november.md(0): ")]
    [InlineData("2025-02-30.md", "---\n---\n", "DS044 content/notes/2025-02-30.md(0): ")]
    [InlineData("2025-11-03.md", "---\npicks:\n  - { paper: a }\n---\n", "DS022 content/notes/2025-11-03.md(3): paper")]
    [InlineData("2025-11-03.md", "---\npublish_after: 5 November\n---\n", "DS024 content/notes/2025-11-03.md(2): 5 November")]
    [InlineData("2025-11-03.md", "---\ntitle: x\n---\n", "DS021 content/notes/2025-11-03.md(2): title")]
    [InlineData("2025-11-03.md", "Hello.\n", "DS040 content/notes/2025-11-03.md(1): Hello.")]
    public void A_fault_is_told_where_it_is(string name, string note, string expected) =>
        Assert.Equal([expected], Edited.Faults(Edited.Files(note: note, noteName: name)));

    private static NoteSource Read(string note) => Assert.Single(Edited.Loaded(Edited.Files(note: note)).Notes);
}
