using DigestSite.Diagnostics;

namespace DigestSite.Cli.Mailing;

/// <summary>Why mailing goes no further, as it will be told. The network gives up in the middle of things, so this is thrown; <see cref="MailRun"/> catches it.</summary>
internal sealed class MailFailure(DiagnosticDescriptor kind, params string[] words) : Exception(words.Length > 0 ? words[0] : kind.Id)
{
    public DiagnosticDescriptor Kind => kind;

    public string[] Words => words;
}

/// <summary>A server that fell silent, broke off, or said what is no SMTP, in words: <c>closed the connection</c>.</summary>
internal sealed class ServerGone(string how) : Exception(how);
