using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps.Markdown;

/// <summary>A way to print listings as a tool does.</summary>
/// <param name="Title">A title with the address of its paper, and the number of that address.</param>
/// <param name="Escape">Makes text of what would be signs.</param>
/// <param name="Authors">A count of authors.</param>
/// <param name="Reference">An address in the list at the end; null where there is none.</param>
internal sealed record MarkdownStyle(
    string Name, Func<string, string, int, string> Title, Func<string, string> Escape, string Authors, Func<int, string, string>? Reference, string Votes = "{0}")
{
    private static readonly string[] Heading = ["new", "Get trending papers in your email inbox!", "# Daily Papers", "by AK and the research community", "Search models, datasets"];

    public static readonly MarkdownStyle[] All =
    [
        new("inline", (title, address, _) => $"### [{title}]({address})", Escaped, "*   · {0} authors", null),
        new("bare links", (title, address, _) => $"[{title}]({address} \"A (paper)\")", Escaped, "- {0} authors", null, "[{0}]"),
        new("references", (title, _, number) => $"## [{title}][{number}]", Escaped, "  * • {0} authors", (number, address) => $"   [{number}]: {address}"),
        new("underlined", (title, address, _) => $"[{title}]({address})\n-----", Escaped, "* [{0} authors](/x)", null),
        new("bold", (title, address, _) => $"#### **[{title}]({address})** ####", Escaped, "• {0} authors", null),
        new("numbers", (title, _, number) => $"[{number}]{title}", text => text, "     * • {0} authors", (number, address) => $"  {number}. {address}", "[{0}]"),
        new("numbered headings", (title, _, number) => $"### [{number}]{title}", Escaped, "* {0} authors", (number, address) => $"{number}. {address}"),
    ];

    public string Print(PrintedDate date, IReadOnlyList<Listing> listings)
    {
        var page = new StringBuilder().AppendJoin("\n\n", Heading).Append("\n\n").Append(date);
        for (int i = 0; i < listings.Count; i++)
        {
            Append(page, listings[i], i + 1);
        }

        page.Append("\n\n[TOS](/tos) [Privacy](/privacy)\n\nSystem theme");
        if (Reference is not null)
        {
            page.Append("\n\nReferences\n\n").AppendJoin('\n', listings.Select((l, i) => Reference(i + 1, AddressOf(l))));
        }

        return page.Append('\n').ToString();
    }

    private void Append(StringBuilder page, Listing listing, int number)
    {
        if (listing.SubmittedBy is not null)
        {
            page.Append("\n\n[Submitted by ![](a.png)\n").Append(Escape(listing.SubmittedBy)).Append("](/someone)");
        }

        page.Append("\n\n").AppendFormat(CultureInfo.InvariantCulture, listing.Upvotes is null ? "-" : Votes, listing.Upvotes);
        page.Append("\n\n").Append(Title(Escape(listing.Title), AddressOf(listing), number));
        if (listing.Abstract is not null)
        {
            page.Append("\n\n").Append(Escape(listing.Abstract));
        }

        if (listing.AuthorCount is { } count)
        {
            page.Append("\n\n").AppendFormat(CultureInfo.InvariantCulture, Authors, count);
        }
        else if (listing.Organization is not null)
        {
            page.Append("\n\n").Append(listing.Organization.Printed);
        }

        if (listing.Published is { } date)
        {
            page.Append("\n\n·\n\n").Append(date).Append(listing.Comments is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {listing.Comments}"));
        }
    }

    public override string ToString() => Name;

    private static string AddressOf(Listing listing) => $"https://huggingface.co/papers/{listing.Arxiv}";

    private static string Escaped(string text) => Regex.Replace(text, @"[\\`*_\[\]<>]", @"\$0", RegexOptions.None, TimeSpan.FromSeconds(5));
}
