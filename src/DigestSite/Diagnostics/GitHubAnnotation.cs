using System.Globalization;
using System.Text;

namespace DigestSite.Diagnostics;

/// <summary>A diagnostic as a workflow command, which GitHub shows beside the line.</summary>
/// <remarks>The form and its escapes are those of actions/toolkit, packages/core/src/command.ts.</remarks>
internal static class GitHubAnnotation
{
    /// <summary>One line: <c>::error file=…,line=…,col=…,endColumn=…,title=DS012::message</c>.</summary>
    /// <param name="file">The file, relative to the root of the repository.</param>
    public static string Of(Diagnostic diagnostic, string file)
    {
        string command = diagnostic.Severity == Severity.Suggestion ? "notice" : diagnostic.SeverityName;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"::{command} file={Property(file)}");
        if (diagnostic.Span.Line > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $",line={diagnostic.Span.Line},col={diagnostic.Span.Column},endColumn={diagnostic.Span.EndColumn}");
        }

        string wayOut = diagnostic.WayOut.Length == 0 ? "" : "\n" + diagnostic.WayOut;
        return text.Append(CultureInfo.InvariantCulture, $",title={Property(diagnostic.Id)}::{Data(diagnostic.Message + wayOut)}").ToString();
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
