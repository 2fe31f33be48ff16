using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Templates;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Templates;

public class BuiltInTemplatesTests
{
    private static readonly string Folder = Repository.File("templates");

    [Fact]
    public void The_program_carries_the_repositorys_templates_byte_for_byte()
    {
        string[] names = [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Assert.Equal(names, BuiltInTemplates.Names);
        Assert.All(names, n => Assert.Equal(File.ReadAllBytes(Path.Combine(Folder, n)), BuiltInTemplates.Read(n)));
    }

    [Fact]
    public void A_site_without_templates_of_its_own_is_built_with_the_built_in_ones()
    {
        using var site = new SiteFolder();
        BuiltSite copied = site.Build();
        Directory.Delete(Path.Combine(site.Root, "templates"), recursive: true);
        BuiltSite built = site.Build();
        Assert.Equal(["DS305"], site.Diagnostics.InOrder().Select(d => d.Id));
        GoldenSiteTests.AssertSameBytes(copied, built);
        Assert.Equal("built-in templates/assets/site.css", built.Files.Single(f => f.Path.ToString() == "assets/site.css").Source);
        Assert.Equal("built-in templates/home.hbs", built.Files.Single(f => f.Path == Routes.Home).Source);
    }

    [Fact]
    public void One_file_replaces_the_built_in_one_of_its_name_and_the_rest_stays()
    {
        using var site = Bare();
        BuiltSite plain = site.Build();
        site["templates/not-found.hbs"] = "{{> head}}<body><h1>Nothing here</h1>{{> extra}}{{> footer}}";
        site["templates/partials/extra.hbs"] = "<p>An extra partial</p>";
        site["templates/assets/site.css"] = "/* mine */";
        BuiltSite built = site.Build();
        Assert.Equal(["DS305"], site.Diagnostics.InOrder().Select(d => d.Id));
        Assert.Contains("<h1>Nothing here</h1><p>An extra partial</p>", Text(built, "404.html"), StringComparison.Ordinal);
        Assert.Equal("/* mine */", Text(built, "assets/site.css"));
        Assert.Equal(Text(plain, "themes/"), Text(built, "themes/"));
        Assert.Equal(Path.Combine(site.Root, "templates/not-found.hbs"), built.Files.Single(f => f.Path == Routes.NotFound).Source);
    }

    [Fact]
    public void A_built_in_partial_that_an_override_no_longer_includes_is_no_warning()
    {
        using var site = Bare();
        foreach (string page in BuiltInTemplates.Names.Where(n => TemplateNames.IsTemplate(n) && !n.Contains('/', StringComparison.Ordinal)))
        {
            site[$"templates/{page}"] = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>x</title></head><body></body></html>";
        }

        site.Build();
        Assert.Equal(["DS305"], site.Diagnostics.InOrder().Select(d => d.Id));
    }

    [Theory]
    [InlineData("partial/card.hbs", "did you mean `partials/card.hbs`?")]
    [InlineData("Paper.hbs", "did you mean `paper.hbs`? Capital letters make another name")]
    [InlineData("theme-page.hbs", "known here: ")]
    public void A_template_under_a_name_that_nothing_uses_is_told_what_was_meant(string name, string wayOut)
    {
        using var site = Bare();
        site["templates/" + name] = "x";
        site.Build();
        Diagnostic fault = site.Diagnostics.InOrder().Single(d => d.Id == "DS405");
        Assert.Equal(Path.Combine(site.Root, "templates", name), fault.Span.FileName);
        Assert.Contains(wayOut, fault.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("DS433")]
    public void A_partial_that_looks_like_another_is_an_error()
    {
        using var site = Bare();
        site["templates/partials/Card.hbs"] = "x";
        site.Build();
        Diagnostic fault = Assert.Single(site.Diagnostics.InOrder());
        Assert.Equal(("DS433", Path.Combine(site.Root, "templates/partials/Card.hbs")), (fault.Id, fault.Span.FileName));
        Assert.StartsWith("rename it to `partials/card.hbs`", fault.WayOut, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("DS430")]
    [InlineData("README.md", "did you mean `assets/README.md`?")]
    [InlineData("fonts/serif.woff2", "did you mean `assets/serif.woff2`?")]
    [InlineData("asset/site.css", "did you mean `assets/site.css`?")]
    [InlineData("Assets/site.css", "did you mean `assets/site.css`?")]
    [InlineData("paper.html", "did you mean `paper.hbs`?")]
    [InlineData("paper.HBS", "did you mean `paper.hbs`?")]
    public void A_file_that_nothing_reads_is_told_where_it_belongs(string name, string wayOut)
    {
        using var site = Bare();
        site["templates/" + name] = "x";
        site.Build();
        Diagnostic fault = site.Diagnostics.InOrder().Single(d => d.Id != "DS305");
        Assert.Equal(("DS430", Path.Combine(site.Root, "templates", name)), (fault.Id, fault.Span.FileName));
        Assert.Contains(wayOut, fault.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("DS431")]
    public void An_asset_that_nothing_links_to_is_a_warning()
    {
        using var site = Bare();
        site["templates/assets/old-logo.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        site["templates/assets/used.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        site["templates/assets/by-script.txt"] = "x";
        site["templates/assets/LICENSE.txt"] = "x";
        site["templates/assets/.DS_Store"] = "x";
        site["templates/assets/main.js"] = "fetch('./by-script.txt')";
        site["templates/not-found.hbs"] = "{{> head}}<body><script src=\"{{site.base}}assets/main.js\"></script><img src=\"{{site.base}}assets/used.svg\" alt=\"\">{{> footer}}";
        BuiltSite built = site.Build();
        Diagnostic fault = site.Diagnostics.InOrder().Single(d => d.Id != "DS305");
        Assert.Equal(("DS431", Path.Combine(site.Root, "templates/assets/old-logo.svg")), (fault.Id, fault.Span.FileName));
        Assert.DoesNotContain(built.Files, f => f.Path.ToString().Contains("DS_Store", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_of_an_override_is_told_at_its_place_with_the_names_that_exist_there()
    {
        using var site = Bare();
        site["templates/partials/digest-row.hbs"] = "<p>\n{{titel}}</p>";
        site.Build();
        Diagnostic fault = site.Diagnostics.InOrder()[0];
        Assert.Equal(("DS411", Path.Combine(site.Root, "templates/partials/digest-row.hbs"), 2, 3), (fault.Id, fault.Span.FileName, fault.Span.Line, fault.Span.Column));
        Assert.Contains("`themes`", fault.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("DS432")]
    public void A_built_in_partial_that_is_given_the_wrong_thing_is_told_where_it_is_included()
    {
        using var site = Bare();
        site["templates/digest.hbs"] = "{{> head}}\n<body>{{> card digest}}{{> footer}}";
        site.Build();
        Diagnostic fault = Assert.Single(site.Diagnostics.InOrder());
        Assert.Equal(("DS432", Path.Combine(site.Root, "templates/digest.hbs"), 2, 11), (fault.Id, fault.Span.FileName, fault.Span.Line, fault.Span.Column));
        Assert.Contains(" is no name here (DigestPart)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_built_in_template_opens_with_a_comment_that_says_what_it_is() => Assert.All(
        BuiltInTemplates.Names.Where(TemplateNames.IsTemplate),
        n => Assert.False(string.IsNullOrEmpty(BuiltInTemplates.PurposeOf(n)), $"templates/{n} must open with {{{{!-- what it is --}}}}"));

    private static SiteFolder Bare()
    {
        var site = new SiteFolder();
        Directory.Delete(Path.Combine(site.Root, "templates"), recursive: true);
        return site;
    }

    private static string Text(BuiltSite site, string path) => Encoding.UTF8.GetString(site.Files.Single(f => f.Path.ToString() == path).Bytes.Span);
}
