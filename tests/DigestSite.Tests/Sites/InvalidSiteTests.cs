using System.Text.RegularExpressions;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Cli;

namespace DigestSite.Tests.Sites;

/// <summary>Each folder of Sites/Invalid is the base site with one fault laid over it; diagnostics.verified.txt is all that the build says.</summary>
public class InvalidSiteTests
{
    private static readonly string Folder = Repository.File("tests", "DigestSite.Tests", "Sites", "Invalid");

    // DS115 is a name that not every system can store, DS404 and DS528 would be faults of the program;
    // DS083 to DS091 need a source that answers; DS531 an order of tags that no template here writes; DS621 to DS623 need a program that fails, DS354 and DS355 need hundreds of megabytes, DS669 two at once, DS672 to DS678 a mail server, DS687 hosts that want to rest; the rest are disks that fail or change while something is written.
    private static readonly string[] OfNoFolder =
        ["DS073", "DS083", "DS084", "DS085", "DS086", "DS087", "DS088", "DS089", "DS090", "DS091", "DS115", "DS309", "DS348", "DS354", "DS355", "DS404", "DS528", "DS531", "DS606", "DS607", "DS608", "DS609", "DS610", "DS611", "DS612", "DS613", "DS621", "DS622", "DS623", "DS669", "DS672", "DS673", "DS674", "DS675", "DS676", "DS677", "DS678", "DS687", "DS688"];

    public static TheoryData<string> Faults => [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void One_fault_is_told_where_it_is_with_the_way_out(string fault)
    {
        string overlay = Path.Combine(Folder, fault);
        using var site = new SiteFolder(overlay);
        bool hasOwnLedger = File.Exists(Path.Combine(overlay, "content", "ledger.tsv"));
        if (!hasOwnLedger)
        {
            site["content/ledger.tsv"] = Recorded.Value;
        }

        BuiltSite built = site.Build();
        if (!hasOwnLedger && !site.Diagnostics.HasErrors)
        {
            // Curation that changes an entry would have the ledger told of it too.
            site["content/ledger.tsv"] = LedgerFile.Print(built.Recorded!);
            site.Build();
        }

        string told = site.Runs.Any() ? string.Concat(site.Runs.Select(r => Told(site, r))) : site.DiagnosticText;
        Snapshot.Verify(told, Path.Combine(overlay, "diagnostics.verified.txt"));
        Assert.NotEmpty(told);
    }

    // What a verb says on the console, which here is all about the fault.
    private static string Told(SiteFolder site, string[] verb) =>
        CommandLine.Run(site.Root, verb).Error.Replace(site.Root + "/", "", StringComparison.Ordinal);

    [Fact]
    public void Every_diagnostic_has_a_site_that_shows_its_words_but_for_those_that_no_folder_can_show()
    {
        var shown = Directory.GetFiles(Folder, "diagnostics.verified.txt", SearchOption.AllDirectories)
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"DS\d{3}", default, TimeSpan.FromSeconds(5)))
            .Select(m => m.Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(OfNoFolder.Order(StringComparer.Ordinal), CatalogIds().Where(id => !shown.Contains(id)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_diagnostic_that_no_folder_can_show_is_provoked_by_a_test()
    {
        var provoked = typeof(InvalidSiteTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .SelectMany(m => m.GetCustomAttributes(typeof(ProvokesAttribute), inherit: false).Cast<ProvokesAttribute>())
            .SelectMany(a => a.Ids)
            .ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(OfNoFolder, id => !provoked.Contains(id));
    }

    [Fact]
    public void No_two_diagnostics_share_an_id() => Assert.Equal(CatalogIds().Distinct(StringComparer.Ordinal), CatalogIds());

    private static IEnumerable<string> CatalogIds() =>
        typeof(Catalog).GetProperties().Select(p => p.GetValue(null)).OfType<DiagnosticDescriptor>().Select(d => d.Id);

    // The base site is recorded, so that a fault is the only thing to tell; a fault of the ledger brings its own.
    private static readonly Lazy<string> Recorded = new(() =>
    {
        using var site = new SiteFolder();
        return LedgerFile.Print(site.Build().Recorded!);
    });
}
