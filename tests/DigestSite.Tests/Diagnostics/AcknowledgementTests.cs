using DigestSite.Diagnostics;

namespace DigestSite.Tests.Diagnostics;

public class AcknowledgementTests
{
    private static readonly SourceText Dump = new("/site/content/dumps/2025-11-03.txt", "Fragile Mastery\nabout 5 authors\n");
    private static readonly Diagnostic Conflict = Catalog.FieldConflict.At(Dump.At(2, 1, 5), "count", "5", "6", "A title");

    [Theory]
    [InlineData("2025-11-03.txt", null, true)]
    [InlineData("dumps/2025-11-03.txt", null, true)]
    [InlineData("/site/content/dumps/2025-11-03.txt", null, true)]
    [InlineData("11-03.txt", null, false)]
    [InlineData("2025-11-03", null, false)]
    [InlineData(null, "a TITLE", true)]
    [InlineData(null, "5 authors", true)]
    [InlineData(null, "fragile", false)]
    [InlineData("2025-11-03.txt", "fragile", false)]
    public void It_names_the_last_segments_of_the_file_or_words_of_the_message_or_line(string? file, string? about, bool covers) =>
        Assert.Equal(covers, Of("DS302", file, about).Covers(Conflict));

    [Fact]
    public void An_error_and_another_warning_are_never_covered()
    {
        Assert.False(Of("DS301", "2025-11-03.txt").Covers(Conflict));
        Assert.False(Of("DS105", "2025-11-03.txt").Covers(Catalog.ImpossibleDate.At(Dump.At(1, 1, 1), "x")));
    }

    [Fact]
    public void Under_strict_a_warning_is_an_error_until_acknowledged_even_if_reported_before()
    {
        var bag = new DiagnosticBag(strict: true);
        bag.Add(Conflict);
        Assert.Equal((true, false, Severity.Error), (bag.HasErrors, bag.HasFaults, bag.InOrder()[0].Severity));
        bag.Acknowledge([Of("DS302", null, "a title")]);
        Diagnostic judged = Assert.Single(bag.InOrder());
        Assert.Equal((false, Severity.Warning, "It is right."), (bag.HasErrors, judged.Severity, judged.Acknowledged));
        Assert.Empty(bag.Unneeded());
        bag.Add(Catalog.StrayWildcard.At(Dump.At(1, 1, 1), "a*b", "a b"));
        Assert.True(bag.HasErrors);
    }

    [Fact]
    public void An_error_stays_one_and_a_suggestion_fails_nothing()
    {
        var bag = new DiagnosticBag(strict: true);
        bag.Add(Said(Severity.Suggestion));
        Assert.False(bag.HasErrors);
        Assert.Equal(Severity.Suggestion, Assert.Single(bag.InOrder()).Severity);
        bag.Acknowledge([Of("DS105", "2025-11-03.txt")]);
        bag.Add(Catalog.ImpossibleDate.At(Dump.At(1, 1, 1), "x"));
        Assert.True(bag.HasFaults);
        Assert.Single(bag.Unneeded());
    }

    internal static Diagnostic Said(Severity severity) => new DiagnosticDescriptor("DS799", severity, "50% of {0}:\nall, or none", "write {0}").At(Dump.At(1, 9, 7), "it");

    private static Acknowledgement Of(string id, string? file, string? about = null) => new(id, file, about, "It is right.", default);
}
