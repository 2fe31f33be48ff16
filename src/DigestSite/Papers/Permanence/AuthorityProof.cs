using DigestSite.Diagnostics;

namespace DigestSite.Papers.Permanence;

/// <summary>What feed ids begin with is chosen once: under another authority every subscriber would get every entry once more.</summary>
internal static class AuthorityProof
{
    /// <summary>Reports an authority that is not the recorded one.</summary>
    public static void Check(SiteSettings settings, Ledger ledger, DiagnosticBag diagnostics)
    {
        if (ledger.Authority is { } published && published.Text != settings.FeedAuthority)
        {
            diagnostics.Add(Catalog.AuthorityChanged.At(settings.FeedAuthoritySpan, settings.FeedAuthority, published.Text, published.Span.Line, published.Span.FileName));
        }
    }

    /// <summary>The authority to record, or null while it is that of the sample site, which nobody has chosen.</summary>
    public static string? ToRecord(SiteSettings settings) => settings.FeedAuthority == SiteSettings.SampleAuthority ? null : settings.FeedAuthority;
}
