using System.Text;
using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Scaffolding;
using DigestSite.Templates;
using DigestSite.Tests.Cli;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Scaffolding;

public class NewContentTests
{
    [Fact]
    public void A_new_note_is_a_draft_that_lists_the_papers_of_its_digest()
    {
        using var site = new SiteFolder();
        File.Delete(Path.Combine(site.Root, "content/notes/2025-11-03.md"));
        CommandLine.Result begun = CommandLine.Run(site.Root, "new", "note", "2025-11-03");
        Assert.Equal((0, ""), (begun.ExitCode, begun.Error));
        Assert.StartsWith("content/notes/2025-11-03.md\nNext: ", begun.Output, StringComparison.Ordinal);
        string note = site["content/notes/2025-11-03.md"];
        Assert.StartsWith("---\ndraft: true #", note, StringComparison.Ordinal);
        Assert.Contains("\n# a-bound-for-grokking: A Bound for Grokking\n", note, StringComparison.Ordinal);
        Assert.Contains("\n---\n\nWrite ", note, StringComparison.Ordinal);

        CommandLine.Result again = CommandLine.Run(site.Root, "new", "note", "2025-11-03");
        Assert.Equal(1, again.ExitCode);
        Assert.StartsWith("content/notes/2025-11-03.md: error DS070: ", again.Error, StringComparison.Ordinal);
        Assert.Equal(note, site["content/notes/2025-11-03.md"]);
    }

    [Fact]
    [Provokes("DS072")]
    public void A_note_on_a_day_without_digest_is_told_which_days_have_one()
    {
        var diagnostics = new DiagnosticBag();
        using var site = new SiteFolder();
        Assert.Null(NewNote.Of(site.Build().Compiled!.Site.Archive, new DateOnly(2025, 11, 4), diagnostics));
        Diagnostic fault = Assert.Single(diagnostics.InOrder());
        Assert.Equal(("DS072", "content/notes/2025-11-04.md"), (fault.Id, fault.Span.FileName));
        Assert.Equal("the digests are of 2025-11-03, 2025-03-11", fault.WayOut);
    }

    [Fact]
    public void No_title_breaks_out_of_the_comment_that_shows_it()
    {
        using var site = new SiteFolder();
        site["content/dumps/2025-11-03.txt"] = "Nov 3\n\n-\n\nA title: with # \u2028 and\u0085--- \u200Bmore {{x}}\n\n" + new string('x', 400) + ".\n\n  • 3 authors\n·\nOct 6, 2024\n";
        Archive archive = site.Build().Compiled!.Site.Archive;
        string note = Encoding.UTF8.GetString(NewNote.Of(archive, new DateOnly(2025, 11, 3), new DiagnosticBag())!.Bytes.Span);
        Assert.Contains("A title: with", note, StringComparison.Ordinal);
        var diagnostics = new DiagnosticBag();
        NoteSource? read = NoteFile.Read(new SourceText("content/notes/2025-11-03.md", note), diagnostics);
        Assert.Empty(diagnostics.InOrder().Select(d => d.ToString()));
        Assert.True(read!.IsDraft);
        Assert.Empty(read.Picks);
        Assert.Equal("Write the introduction to this digest here, in Markdown.", read.Markdown.Trim());
    }

    [Theory]
    [InlineData("about-us", null, "About us")]
    [InlineData("faq", "Questions: \"why?\" #1 \\", "Questions: \"why?\" #1 \\")]
    [InlineData("yes", null, "Yes")]
    public void A_new_page_is_read_back_as_it_was_meant(string name, string? title, string expected)
    {
        var diagnostics = new DiagnosticBag();
        NewFile file = NewPage.Of(name, title, diagnostics)!;
        Assert.Equal($"pages/{name}.md", file.Path);
        FreePage? page = PageFile.Read(new SourceText(file.Path, Encoding.UTF8.GetString(file.Bytes.Span)), diagnostics);
        Assert.Empty(diagnostics.InOrder().Select(d => d.ToString()));
        Assert.Equal(expected, page!.Title);
    }

    [Fact]
    [Provokes("DS075")]
    public void A_page_whose_name_is_no_address_is_told_one_that_is()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(NewPage.Of("About us", null, diagnostics));
        Diagnostic fault = Assert.Single(diagnostics.InOrder());
        Assert.Equal(("DS075", "content/pages/About us.md", "write `about-us`"), (fault.Id, fault.Span.FileName, fault.WayOut));
    }

    [Theory]
    [InlineData("paper", "paper.hbs")]
    [InlineData("paper.hbs", "paper.hbs")]
    [InlineData("card", "partials/card.hbs")]
    [InlineData("partials/card", "partials/card.hbs")]
    [InlineData("site.css", "assets/site.css")]
    [InlineData("assets/site.css", "assets/site.css")]
    public void A_template_is_copied_whichever_way_it_is_called(string name, string file)
    {
        var diagnostics = new DiagnosticBag();
        NewFile copy = NewTemplate.Of(name, diagnostics)!;
        Assert.Equal(file, copy.Path);
        Assert.Equal(BuiltInTemplates.Read(file), copy.Bytes.ToArray());
    }

    [Fact]
    [Provokes("DS076")]
    public void A_template_that_is_not_there_is_told_what_was_meant()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(NewTemplate.Of("crad", diagnostics));
        Diagnostic fault = Assert.Single(diagnostics.InOrder());
        Assert.Equal(("DS076", "crad"), (fault.Id, fault.Span.FileName));
        Assert.StartsWith("did you mean `card`?", fault.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_templates_names_every_one_and_what_it_is_for() =>
        Assert.All(BuiltInTemplates.Names, n => Assert.Matches($@"(^|\n){System.Text.RegularExpressions.Regex.Escape(n)} +\S", NewTemplate.List()));

    [Fact]
    [Provokes("DS070", "DS073")]
    public void Files_are_written_all_or_none()
    {
        using var site = new SiteFolder();
        NewFile free = NewFile.OfText("content/new/a.txt", "a");
        var diagnostics = new DiagnosticBag();
        Assert.False(NewFiles.Write(site.Root, [free, NewFile.OfText("content/site.yml", "x")], diagnostics));
        Assert.False(NewFiles.Write(site.Root, [free, NewFile.OfText("content/site.yml/below.txt", "x")], diagnostics));
        Assert.False(NewFiles.Write(site.Root, [free], diagnostics, then: () => false));
        Assert.Equal(
            [$"{site.Root}/content/site.yml DS070", $"{site.Root}/content/site.yml/below.txt DS073"],
            diagnostics.InOrder().Select(d => $"{d.Span.FileName} {d.Id}"));
        Assert.False(Directory.Exists(Path.Combine(site.Root, "content/new")));
        Assert.True(NewFiles.Write(site.Root, [free], diagnostics));
        Assert.Equal("a", site["content/new/a.txt"]);
    }
}
