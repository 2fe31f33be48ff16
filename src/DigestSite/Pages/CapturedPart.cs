using System.Text;

namespace DigestSite.Pages;

/// <summary>The captured form of an abstract that reads differently on its page.</summary>
/// <param name="Text">The sentences that differ, with an ellipsis for the rest, which stands on the page word for word.</param>
/// <param name="Href">The file of the API that has all of it.</param>
internal sealed record CapturedPart(string Text, string Href)
{
    // In UTF-16 units: a page that has a long abstract twice would weigh more than all else on it.
    private const int MaxLength = 160;

    public static CapturedPart Of(string captured, string shown, string href) => new(Excerpt.Of(Differing(captured, shown), MaxLength), href);

    private static string Differing(string captured, string shown)
    {
        var text = new StringBuilder(captured.Length);
        bool isGap = false;
        for (int start = 0; start < captured.Length;)
        {
            int dot = captured.IndexOf(". ", start, StringComparison.Ordinal);
            int end = dot < 0 ? captured.Length : dot + 2;
            bool isSame = shown.AsSpan().Contains(captured.AsSpan(start, end - start), StringComparison.Ordinal);
            if (!isSame)
            {
                text.Append(isGap ? "… " : "").Append(captured, start, end - start);
            }

            isGap = isSame;
            start = end;
        }

        return text.Append(isGap ? "…" : "").ToString();
    }
}
