using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>A line that the lexer reads, or several that are certainly one.</summary>
/// <param name="Text">White space folded, not blank.</param>
/// <param name="OpensBlock">Whether something parts it from the line above.</param>
/// <param name="IsTitle">Whether a sign of the captured format says that it is a paper's title.</param>
internal readonly record struct DumpLine(LineRange Lines, string Text, LineShape Shape, bool OpensBlock, bool IsTitle = false);
