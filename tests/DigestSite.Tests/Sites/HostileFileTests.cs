using System.Diagnostics;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Sites;

/// <summary>Files and folders that no editor means to leave: each is told, none hangs or crashes the build.</summary>
public class HostileFileTests
{
    private static readonly string[] Typed = ["content/site.yml", "content/acknowledged.yml", "content/pages/about.md", "templates/page.hbs"];

    public static TheoryData<string> TypedFiles => [.. Typed];

    public static TheoryData<string> AllFiles => [.. Typed, "content/ledger.tsv", "content/dumps/2025-03-11.txt", "templates/assets/site.css"];

    [Theory]
    [Provokes("DS064")]
    [MemberData(nameof(AllFiles))]
    public void A_huge_file_is_refused_unread(string file)
    {
        using var site = new SiteFolder();
        using (FileStream sparse = File.Create(Path.Combine(site.Root, file)))
        {
            sparse.SetLength(10L << 30);
        }

        Diagnostic fault = Assert.Single(Faults(site, "DS064"));
        Assert.Equal((Path.Combine(site.Root, file), 0), (fault.Span.FileName, fault.Span.Line));
        Assert.StartsWith("the file has 10240 MiB", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TypedFiles))]
    public void A_file_that_nobody_typed_is_refused_unread(string file)
    {
        using var site = new SiteFolder();
        site[file] = new string('a', (4 << 20) + 1);
        Assert.Equal("the file has 5 MiB; such a file may have 4", Assert.Single(Faults(site, "DS064")).Message);
    }

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void A_conflict_marker_is_told_at_its_line(string file)
    {
        using var site = new SiteFolder();
        if (file.EndsWith("ledger.tsv", StringComparison.Ordinal))
        {
            site[file] = LedgerFile.Print(site.Build().Recorded!);
        }

        site[file] = (File.Exists(Path.Combine(site.Root, file)) ? site[file] : "acknowledged:\n") + "<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> branch\n";
        string[] lines = site[file].Split('\n');
        Assert.Equal(
            [Array.IndexOf(lines, "<<<<<<< HEAD") + 1, Array.IndexOf(lines, ">>>>>>> branch") + 1],
            Faults(site, "DS005").Where(d => d.Span.LineText is not "=======").Select(d => d.Span.Line));
        Assert.DoesNotContain(site.Diagnostics.InOrder(), d => d.Span.FileName.EndsWith(file, StringComparison.Ordinal) && d.Id != "DS005");
    }

    [Theory]
    [InlineData("content/pages/about.md")]
    public void A_NUL_or_a_control_character_is_told_at_its_place(string file)
    {
        using var site = new SiteFolder();
        site[file] += "one\u0000\ntwo \u001b[31m\n";
        int last = site[file].Split('\n').Length - 1;
        Assert.Equal([(last - 1, 4), (last, 5)], Faults(site, "DS007").Select(d => (d.Span.Line, d.Span.Column)));
    }

    [Theory]
    [MemberData(nameof(TypedFiles))]
    public void UTF16_is_called_so(string file)
    {
        using var site = new SiteFolder();
        site["content/acknowledged.yml"] = "acknowledged:\n";
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, new UnicodeEncoding(bigEndian: false, byteOrderMark: false)])
        {
            string text = site[file].Split('\0')[0];
            File.WriteAllText(Path.Combine(site.Root, file), text, encoding);
            Assert.Equal("the file is not UTF-8: it is UTF-16", Assert.Single(Faults(site, "DS002")).Message);
            site[file] = text;
        }
    }

    [Theory]
    [MemberData(nameof(TypedFiles))]
    public void A_Latin1_letter_is_shown_at_its_place(string file)
    {
        using var site = new SiteFolder();
        File.WriteAllText(Path.Combine(site.Root, file), "# a\nb caf\u00E9\n", Encoding.Latin1);
        Diagnostic fault = Assert.Single(Faults(site, "DS002"));
        Assert.Equal((2, 6), (fault.Span.Line, fault.Span.Column));
        Assert.Contains("E9", fault.Message, StringComparison.Ordinal);
        Assert.Contains("`é`", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void A_folder_in_place_of_a_file_is_told(string file)
    {
        using var site = new SiteFolder();
        File.Delete(Path.Combine(site.Root, file));
        Directory.CreateDirectory(Path.Combine(site.Root, file));
        site.Build();

        // For a template there is the built-in one.
        Assert.Equal(!file.StartsWith("templates/", StringComparison.Ordinal), site.Diagnostics.HasErrors);
    }

    [Theory]
    [InlineData("content/site.yml", "DS022")]
    [InlineData("content/pages/about.md", "DS040")]
    [InlineData("content/dumps/2025-03-11.txt", "DS101")]
    [InlineData("templates/assets/site.css", null)]
    [InlineData("templates/page.hbs", null)]
    public void A_pipe_is_as_good_as_an_empty_file_and_is_never_waited_for(string file, string? id)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var site = new SiteFolder();
        string path = Path.Combine(site.Root, file);
        File.Delete(path);
        using (Process made = Process.Start("mkfifo", [path])!)
        {
            made.WaitForExit();
        }

        site.Build();
        Assert.True(id is null || site.Diagnostics.InOrder().Any(d => d.Id == id && d.Span.FileName == path), site.DiagnosticText);
    }

    [Fact]
    [Provokes("DS068")]
    public void Links_that_lead_in_a_circle_are_told_and_others_followed()
    {
        using var site = new SiteFolder();
        site["shared/extra.css"] = "p { color: red }";
        Link("templates/assets/shared", "../../shared");
        Link("templates/partials/self", ".");
        Link("templates/up", "..");
        Link("templates/assets/one", "two");
        Link("templates/assets/two", "one");
        Link("content/pages/loop.md", "loop.md");
        Link("content/dumps/loop.txt", "loop.txt");
        BuiltSite built = site.Build();
        Assert.Equal(
            ["DS004 content/dumps/loop.txt", "DS004 content/pages/loop.md", "DS004 templates/assets/one", "DS004 templates/assets/two", "DS068 templates/partials/self", "DS068 templates/up"],
            site.Diagnostics.InOrder().Where(d => d.Id is "DS004" or "DS068").Select(d => $"{d.Id} {Path.GetRelativePath(site.Root, d.Span.FileName)}"));
        Assert.DoesNotContain(built.Files, f => f.Path.ToString().Contains("self", StringComparison.Ordinal));

        void Link(string path, string target) => File.CreateSymbolicLink(Path.Combine(site.Root, path), target);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_line_end_and_a_byte_order_mark_are_taken(string lineEnd)
    {
        using var site = new SiteFolder();
        BuiltSite before = site.Build();
        foreach (string file in (string[])["content/site.yml", "content/themes.yml", "content/tags.yml", "content/pages/about.md", "content/dumps/2025-03-11.txt", "content/dumps/2025-11-03.txt"])
        {
            site[file] = "\uFEFF" + site[file].ReplaceLineEndings(lineEnd);
        }

        BuiltSite after = site.Build();
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
        GoldenSiteTests.AssertSameBytes(before, after);
    }

    [Fact]
    public void A_dump_line_of_megabytes_is_shown_in_part()
    {
        using var site = new SiteFolder();
        site["content/dumps/2025-03-11.txt"] = "Mar 11\n\n" + new string('x', 8 << 20) + ".\n";
        site.Build();
        Assert.True(site.Diagnostics.HasErrors);
        Assert.True(site.DiagnosticText.Length < 10_000);
    }

    private static Diagnostic[] Faults(SiteFolder site, string id)
    {
        site.Build();
        return [.. site.Diagnostics.InOrder().Where(d => d.Id == id)];
    }
}
