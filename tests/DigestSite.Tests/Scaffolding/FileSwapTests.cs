using DigestSite.Diagnostics;
using DigestSite.Scaffolding;

namespace DigestSite.Tests.Scaffolding;

public sealed class FileSwapTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-swap-").FullName;
    private readonly DiagnosticBag _diagnostics = new();

    public FileSwapTests() => File.WriteAllText(Path.Combine(_folder, "a"), "old a");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_are_made_and_replaced_and_nothing_else_is_left()
    {
        Assert.True(Swap(() => true, "a", "new/b"));
        Assert.Equal("a=new a, new/b=new new/b", Everything());
    }

    [Fact]
    public void When_what_belongs_to_it_says_no_everything_is_as_it_was()
    {
        Assert.False(Swap(() => false, "a", "new/b"));
        Assert.Equal("a=old a", Everything());
        Assert.Empty(_diagnostics.InOrder());
    }

    [Fact]
    [Provokes("DS073")]
    public void A_file_that_cannot_be_written_leaves_everything_as_it_was()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "b/inside"));
        Assert.False(Swap(() => true, "a", "b"));
        Assert.Equal("a=old a", Everything());
        Diagnostic fault = Assert.Single(_diagnostics.InOrder());
        Assert.Equal(("DS073", _folder + "/b"), (fault.Id, fault.Span.FileName));
    }

    private bool Swap(Func<bool> then, params string[] files) => FileSwap.Write(_folder, [.. files.Select(f => NewFile.OfText(f, "new " + f))], _diagnostics, then);

    private string Everything() => string.Join(", ", Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(_folder, f)).Order(StringComparer.Ordinal).Select(f => $"{f}={File.ReadAllText(Path.Combine(_folder, f))}"));
}
