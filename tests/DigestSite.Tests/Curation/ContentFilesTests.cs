using System.Text;
using DigestSite.Curation;
using DigestSite.Diagnostics;

namespace DigestSite.Tests.Curation;

public sealed class ContentFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-content-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_files_of_a_folder_are_read_and_named_as_an_editor_types_them()
    {
        Write("site.yml", Edited.Site);
        Write("themes.yml", "\uFEFF" + Edited.Themes);
        Write("dumps.yml", "dumps: {}\n");
        Write("pages/b.md", Edited.Page);
        Write("pages/a.md", Edited.Page);
        Write("ledger.tsv", "");
        Write("notes/2025-11-03.md", "---\n---\nHello.\n");
        var diagnostics = new DiagnosticBag();
        ContentFiles files = ContentFiles.Read(_folder.FullName + "/", diagnostics);
        Assert.Empty(diagnostics.InOrder());
        string name = _folder.FullName.Replace('\\', '/');
        Assert.Equal(name + "/site.yml", files.Site?.Name);
        Assert.StartsWith("threshold", files.Themes?.Text, StringComparison.Ordinal);
        Assert.Null(files.Tags);
        Assert.Equal([name + "/pages/a.md", name + "/pages/b.md"], files.Pages.Select(p => p.Name));
        Assert.Equal([name + "/notes/2025-11-03.md"], files.Notes.Select(p => p.Name));
        Assert.Equal((2, 1), (Edited.Loaded(files).Pages.Count, Edited.Loaded(files).Notes.Count));
    }

    [Fact]
    [Provokes("DS001")]
    public void A_missing_file_is_named_with_what_to_create()
    {
        string missing = _folder.CreateSubdirectory("content").FullName;
        var diagnostics = new DiagnosticBag();
        Assert.Null(ContentLoader.Load(ContentFiles.Read(missing, diagnostics), diagnostics));
        string name = missing.Replace('\\', '/');
        Assert.Equal(
            [("DS001", name + "/site.yml"), ("DS001", name + "/themes.yml")],
            diagnostics.InOrder().Select(d => (d.Id, d.Span.FileName)));
    }

    [Fact]
    [Provokes("DS002")]
    public void A_byte_that_is_not_UTF8_is_pointed_at()
    {
        Write("themes.yml", Edited.Themes);
        File.WriteAllBytes(Path.Combine(_folder.FullName, "site.yml"), [0xEF, 0xBB, 0xBF, .. "title: é\nx: caf"u8, 0xE9, .. " z\n"u8]);
        var diagnostics = new DiagnosticBag();
        Assert.Null(ContentFiles.Read(_folder.FullName, diagnostics).Site);
        Diagnostic fault = Assert.Single(diagnostics.InOrder());
        Assert.Equal(("DS002", 2, 7, "x: caf\uFFFD z"), (fault.Id, fault.Span.Line, fault.Span.Column, fault.Span.LineText));
        Assert.Contains("E9", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x74, 0x00 }, 0)]
    [InlineData(new byte[] { 0x61, 0xC3 }, 2)]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 }, 2)]
    public void UTF16_cut_characters_and_surrogates_are_not_UTF8(byte[] bytes, int column)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(Utf8Text.Decode(bytes, "content/site.yml", diagnostics));
        Assert.Equal(column, Assert.Single(diagnostics.InOrder()).Span.Column);
    }

    [Fact]
    [Provokes("DS003")]
    public void A_misspelt_file_name_does_not_pass_in_silence()
    {
        Write("site.yml", Edited.Site);
        Write("themes.yml", Edited.Themes);
        Write("paper.yml", "papers: {}\n");
        var diagnostics = new DiagnosticBag();
        ContentFiles.Read(_folder.FullName, diagnostics);
        Diagnostic fault = Assert.Single(diagnostics.InOrder());
        Assert.Equal("DS003", fault.Id);
        Assert.Equal("did you mean `papers.yml`? Rename or remove it", fault.WayOut);
    }

    [Fact]
    [Provokes("DS043")]
    public void What_lies_among_the_pages_and_is_none_does_not_pass_in_silence()
    {
        Write("site.yml", Edited.Site);
        Write("themes.yml", Edited.Themes);
        Write("pages/about.md", Edited.Page);
        Write("pages/notes.txt", "");
        Write("pages/.DS_Store", "");
        Write("pages/drafts/later.md", Edited.Page);
        var diagnostics = new DiagnosticBag();
        Assert.Single(ContentFiles.Read(_folder.FullName, diagnostics).Pages);
        string pages = _folder.FullName.Replace('\\', '/') + "/pages";
        Assert.Equal(
            [("DS043", Severity.Warning, pages + "/drafts"), ("DS043", Severity.Warning, pages + "/notes.txt")],
            diagnostics.InOrder().Select(d => (d.Id, d.Severity, d.Span.FileName)));
        Assert.Equal("`drafts/` is not a page, so nothing reads it", diagnostics.InOrder()[0].Message);
        Assert.Equal($"pages are files `*.md` directly in `{pages}`: move it there as one, or out of this folder", diagnostics.InOrder()[0].WayOut);
    }

    [Fact]
    public void The_content_of_this_repository_loads_without_an_error()
    {
        var diagnostics = new DiagnosticBag();
        Content? content = ContentLoader.Load(ContentFiles.Read(Repository.File("content"), diagnostics), diagnostics);
        Assert.Empty(diagnostics.InOrder().Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
        Assert.NotNull(content);
        Assert.NotEmpty(content.Themes.Rules);
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
