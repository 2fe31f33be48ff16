using DigestSite.Templates;

namespace DigestSite.Tests.Templates;

/// <summary>A page with a value of each kind that templates can see.</summary>
internal sealed record TestPage(
    string Title,
    string? Note,
    Html Body,
    int ItemCount,
    bool IsNew,
    TestItem[] Items,
    TestItem[]? MoreItems,
    TestItem Best,
    TestItem? Worst,
    string[] Words)
{
    public static TestPage Sample { get; } = new("T&T", null, new("<b>raw</b>"), 2, true, [new("one", null), new("two", "x")], null, new("best", null), null, ["a", "b"]);
}

internal sealed record TestItem(string Name, string? Remark);
