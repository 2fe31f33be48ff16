using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Templates;

namespace DigestSite.Tests.Templates;

public sealed class TemplateFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-templates-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Templates_and_assets_are_read_in_order_by_their_names_in_the_folder()
    {
        Write("paper.hbs", "\uFEFFpaper");
        Write("partials/card.hbs", "card");
        Write("assets/site.css", "p {}");
        Write("README.md", "not a template");
        TemplateFiles files = TemplateFiles.Read(_folder.FullName, mustExist: true, new DiagnosticBag());
        Assert.Equal([("paper.hbs", "paper"), ("partials/card.hbs", "card")], files.Templates.Select(t => (t.Name, t.Source.Text)));
        Assert.Equal($"{_folder.FullName}/partials/card.hbs", files.Templates[1].Source.Name);
        Assert.Equal("assets/site.css", Assert.Single(files.Assets).Path.ToString());
        Assert.Equal("p {}", Encoding.UTF8.GetString(files.Assets[0].Bytes.Span));
    }

    [Fact]
    [Provokes("DS401")]
    public void A_missing_folder_is_told_by_its_name() => AssertFault("DS401", Path.Combine(_folder.FullName, "none"), Path.Combine(_folder.FullName, "none"));

    [Fact]
    [Provokes("DS002")]
    public void A_template_that_is_not_utf8_is_told_by_its_name()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "paper.hbs"), [0x70, 0xE9]);
        AssertFault("DS002", _folder.FullName, _folder.FullName + "/paper.hbs");
    }

    [Fact]
    [Provokes("DS403")]
    public void An_asset_whose_name_needs_escaping_is_told_by_its_name()
    {
        Write("assets/my icon.svg", "x");
        AssertFault("DS403", _folder.FullName, _folder.FullName + "/assets/my icon.svg");
    }

    private static void AssertFault(string id, string folder, string file)
    {
        var diagnostics = new DiagnosticBag();
        TemplateFiles.Read(folder, mustExist: true, diagnostics);
        Diagnostic fault = Assert.Single(diagnostics.InOrder());
        Assert.Equal((id, file), (fault.Id, fault.Span.FileName));
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
