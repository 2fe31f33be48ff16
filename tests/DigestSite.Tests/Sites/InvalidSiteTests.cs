using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Sites;

/// <summary>Each folder of Sites/Invalid is the base site with one fault laid over it; diagnostics.verified.txt is all that the build says.</summary>
public class InvalidSiteTests
{
    private static readonly string Folder = Repository.File("tests", "DigestSite.Tests", "Sites", "Invalid");

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

        Snapshot.Verify(site.DiagnosticText, Path.Combine(overlay, "diagnostics.verified.txt"));
        Assert.NotEmpty(site.Diagnostics.InOrder());
    }

    [Fact]
    public void Every_diagnostic_that_exists_is_provoked_by_a_test()
    {
        var provoked = Directory.GetFiles(Folder, "diagnostics.verified.txt", SearchOption.AllDirectories)
            .SelectMany(f => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(f), @"DS\d{3}", default, TimeSpan.FromSeconds(5)))
            .Select(m => m.Value)
            .Concat(typeof(InvalidSiteTests).Assembly.GetTypes()
                .SelectMany(t => t.GetMethods())
                .SelectMany(m => m.GetCustomAttributes(typeof(ProvokesAttribute), inherit: false).Cast<ProvokesAttribute>())
                .SelectMany(a => a.Ids))
            .ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(CatalogIds(), id => !provoked.Contains(id));
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
