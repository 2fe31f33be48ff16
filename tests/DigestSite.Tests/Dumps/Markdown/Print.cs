using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps.Markdown;

/// <summary>One print, read: the dump and what was said about it.</summary>
internal sealed record Print(Dump Dump, IReadOnlyList<Diagnostic> Diagnostics)
{
    public static Print Of(string text)
    {
        var diagnostics = new DiagnosticBag();
        Dump dump = MarkdownDumpReader.Read("sample.md", new SourceText("content/dumps/sample.md", text), diagnostics);
        return new(dump, diagnostics.InOrder());
    }

    /// <summary>What a listing says, whatever lines it says it on.</summary>
    public static Listing Fields(Listing listing) => listing with { Lines = default, TitleLine = 0, TitleColumn = 1 };
}
