namespace DigestSite.Tests.Sites;

public class AllFaultsAtOnceTests
{
    [Fact]
    public void One_run_tells_the_faults_of_every_content_file_page_dump_template_and_asset()
    {
        using var site = new SiteFolder();
        site["content/site.yml"] += "titel: a\n";
        site["content/themes.yml"] += "\ttab: a\n";
        site["content/tags.yml"] += "x: y\n";
        site["content/papers.yml"] = "papers: [a]\n";
        site["content/dumps.yml"] = "dumps: { a.txt: { year: 20255 } }\n";
        site["content/acknowledged.yml"] = "acknowledged: [{ id: DS000, about: a, reason: b }]\n";
        site["content/extra.yml"] = "a: b\n";
        site["content/ledger.tsv"] = "paper\tx\n";
        site["content/pages/about.md"] += "\u0001\n";
        site["content/pages/other.md"] = "no front matter\n";
        site["content/dumps/2025-03-11.txt"] = "";
        site["content/dumps/2025-11-03.txt"] += "<<<<<<< HEAD\n";
        site["templates/home.hbs"] += "{{#if}";
        site["templates/paper.hbs"] += "{{nonsense}}";
        site["templates/assets/a b.css"] = "";
        site.Build();
        string[] found = [.. site.DiagnosticText.Split('\n').Where(l => l.Contains(": error DS", StringComparison.Ordinal)).Select(l => l.Split(": error ")[0].Split('(')[0] + " " + l.Split(": error ")[1][..5])];
        Assert.Equal(
            [
                "content/acknowledged.yml DS060",
                "content/dumps.yml DS024",
                "content/dumps/2025-03-11.txt DS101",
                "content/dumps/2025-11-03.txt DS005",
                "content/extra.yml DS003",
                "content/ledger.tsv DS303",
                "content/pages/about.md DS007",
                "content/pages/other.md DS040",
                "content/papers.yml DS023",
                "content/site.yml DS021",
                "content/tags.yml DS021",
                "content/themes.yml DS006",
                "templates/assets/a b.css DS403",
                "templates/home.hbs DS406",
                "templates/paper.hbs DS411",
            ],
            found);
    }

    [Fact]
    public void Faults_of_what_was_compiled_and_of_links_come_in_one_run_too()
    {
        using var site = new SiteFolder();
        site["content/papers.yml"] = "papers:\n  no-such-paper: { theme: theory }\n";
        site["content/dumps.yml"] = "dumps:\n  no-such-dump.txt: { skip: true }\n";
        site["content/pages/about.md"] += "\n[gone](/gone/)\n";
        site.Build();
        Assert.Equal(["DS322", "DS510", "DS320"], site.Diagnostics.InOrder().Select(d => d.Id).Intersect(["DS320", "DS322", "DS510"], StringComparer.Ordinal));
    }
}
