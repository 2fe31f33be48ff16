using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Curation;

public class AcknowledgedFileTests
{
    [Theory]
    [Provokes("DS060", "DS061", "DS062")]
    [InlineData("id: DS999\n    about: x\n    reason: y", "DS060 content/acknowledged.yml(2): DS999")]
    [InlineData("id: DS105\n    about: x\n    reason: y", "DS061 content/acknowledged.yml(2): DS105")]
    [InlineData("id: DS302\n    reason: y", "DS062 content/acknowledged.yml(2): DS302")]
    [InlineData("id: DS302\n    about: x", "DS022 content/acknowledged.yml(2): id")]
    [InlineData("id: DS302\n    file: a.txt\n    reason:", "DS025 content/acknowledged.yml(4): reason")]
    [InlineData("id: DS302\n    about: x\n    why: y\n    reason: z", "DS021 content/acknowledged.yml(4): why")]
    [InlineData("DS302", "DS023 content/acknowledged.yml(2): DS302")]
    public void An_entry_names_a_warning_and_why_it_is_right(string entry, string expected) =>
        Assert.Equal([expected], Edited.Faults(With($"acknowledged:\n  - {entry}\n")));

    [Theory]
    [InlineData("DS306", "`DS306` is an error, and only warnings are acknowledged", "remove this entry and mend what the error points at")]
    [InlineData("DS3O2", "there is no warning `DS3O2`", "write the id that the warning prints: did you mean `DS302`?")]
    public void A_wrong_id_says_what_it_is_instead(string id, string message, string wayOut)
    {
        Diagnostic fault = Edited.OnlyDiagnostic(With($"acknowledged:\n  - id: {id}\n    about: x\n    reason: y\n"));
        Assert.Equal((message, wayOut), (fault.Message, fault.WayOut));
    }

    [Theory]
    [InlineData("acknowledged:\n")]
    [InlineData("")]
    [InlineData("acknowledged:\n  - id: DS036\n    file: ./themes.yml\n    about: math*reason\n    reason: A pattern of old.\n")]
    public void A_right_file_is_read(string yaml) => Edited.Loaded(With(yaml));

    [Fact]
    [Provokes("DS063")]
    public void An_acknowledged_warning_fails_nothing_and_an_unneeded_one_is_a_warning_at_its_place()
    {
        using var site = new SiteFolder();
        site.Build(strict: true);
        Assert.Equal(["DS305"], site.Diagnostics.InOrder().Select(d => d.Id));
        Assert.True(site.Diagnostics.HasErrors);

        site["content/acknowledged.yml"] = "acknowledged:\n  - id: DS305\n    file: content/ledger.tsv\n    reason: A trial.\n";
        site.Build(strict: true);
        Diagnostic acknowledged = Assert.Single(site.Diagnostics.InOrder());
        Assert.Equal(("DS305", Severity.Warning, "A trial.", false), (acknowledged.Id, acknowledged.Severity, acknowledged.Acknowledged, site.Diagnostics.HasErrors));

        site["content/acknowledged.yml"] += "  - id: DS405\n    file: card.hbs\n    reason: Of old.\n  - id: DS613\n    about: x\n    reason: Publishing tells it.\n";
        site.Build();
        Assert.Equal(["DS063 content/acknowledged.yml(5): DS405"], Unneeded(site));

        site["content/acknowledged.yml"] = site["content/acknowledged.yml"].Replace("card", "partials/unused", StringComparison.Ordinal);
        site["templates/partials/unused.hbs"] = "<p>x</p>";
        site.Build(strict: true);
        Assert.Empty(Unneeded(site));
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
    }

    [Fact]
    public void Where_errors_kept_passes_from_running_nothing_is_called_unneeded()
    {
        using var site = new SiteFolder();
        site["content/acknowledged.yml"] = "acknowledged:\n  - id: DS302\n    about: x\n    reason: y\n";
        site["content/dumps/2025-11-03.txt"] = "";
        site.Build();
        Assert.Equal(["DS101"], site.Diagnostics.InOrder().Select(d => d.Id));
    }

    private static ContentFiles With(string yaml) => Edited.Files() with { Acknowledged = new SourceText("content/acknowledged.yml", yaml) };

    private static string[] Unneeded(SiteFolder site) =>
        [.. site.Diagnostics.InOrder().Where(d => d.Id == "DS063").Select(d => Edited.Shown(d).Replace(site.Root + "/", "", StringComparison.Ordinal))];
}
