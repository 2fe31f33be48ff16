namespace DigestSite.Searching;

/// <summary>Runs Pagefind over pages that are written for it.</summary>
/// <param name="pages">Their addresses are those that results lead to.</param>
internal delegate IndexAnswer IndexTool(IReadOnlyList<OutputFile> pages);

/// <summary>What came of it.</summary>
/// <param name="Files">The index, each file named within its folder; empty when there is none.</param>
internal sealed record IndexAnswer(IndexFault Fault, IReadOnlyList<OutputFile> Files)
{
    /// <summary>What the program said, or where it was looked for; what a message quotes.</summary>
    public string Detail { get; init; } = "";

    public static IndexAnswer NoProgram(string detail) => new(IndexFault.NoProgram, []) { Detail = detail };
}

internal enum IndexFault
{
    None,
    NoProgram,
    Failed,
    TimedOut,
}
