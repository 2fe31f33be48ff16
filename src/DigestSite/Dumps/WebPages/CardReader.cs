using System.Buffers;
using DigestSite.Diagnostics;
using DigestSite.Dumps.DailyPapers;
using DigestSite.Papers;

namespace DigestSite.Dumps.WebPages;

/// <summary>Reads the cards of a page, as the page's texts and links pass by.</summary>
/// <remarks>
/// <para>Relied upon: a card is an <c>article</c>; its heading <c>h3</c> holds a link to <c>/papers/</c> and the paper's id, whose text is the title.
/// Then, each where it is:</para>
/// <list type="bullet">
/// <item>a number in a link to <c>…#community</c> counts comments, one in a link to a GitHub repository its stars, any other the upvotes;</item>
/// <item><c>3 authors</c>, with or without a dot in front;</item>
/// <item>a date, alone or behind <c>Published on</c>;</item>
/// <item><c>Submitted by</c> and, next, the account;</item>
/// <item>the text of a link to an account's page, one segment deep, names the organization;</item>
/// <item>the first paragraph below the title is the abstract, or as much of it as the page shows.</item>
/// </list>
/// <para>Addresses may be relative or, as browsers save them, absolute.</para>
/// </remarks>
internal sealed class CardReader(SourceText source, FaultLimit faults)
{
    private const string PaperPath = "/papers/";

    private static readonly SearchValues<char> AccountCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private readonly DistinctListings _listings = new(source, faults);
    private Card? _card;
    private int _count;

    public EquatableArray<Listing> Listings => _listings.Kept;

    /// <summary>Takes the start of a card.</summary>
    public void Open(int offset)
    {
        Close(offset);
        _card = new() { Start = offset };
    }

    /// <summary>Takes the end of a card.</summary>
    public void Close(int offset)
    {
        if (_card is { Id: { } text } card)
        {
            _count++;
            if (_count <= DayItems.MostItems)
            {
                Add(card, text, offset);
            }
            else if (_count == DayItems.MostItems + 1)
            {
                faults.Report(Catalog.Elaborate, source.AtOffset(card.Start, 1), DayItems.MostItems, "papers", "no day has so many: this is no capture of one");
            }
        }

        _card = null;
    }

    /// <summary>Takes a link that stands in a heading.</summary>
    public void TakeTitleLink(string address, int offset)
    {
        int start = address.IndexOf(PaperPath, StringComparison.Ordinal) + PaperPath.Length;
        if (_card is { Id: null } card && start >= PaperPath.Length)
        {
            int length = address.AsSpan(start).IndexOfAny("?#");
            card.Id = length < 0 ? address[start..] : address.Substring(start, length);
            card.Address = address;
            card.IdOffset = offset;
        }
    }

    /// <summary>Takes a text; says whether it stands in a card.</summary>
    public bool Take(PageText text, TextPlace place, string? link)
    {
        if (_card is not { } card)
        {
            return false;
        }

        if (place == TextPlace.Heading)
        {
            card.Title = card.Title.Text is null ? text : card.Title;
        }
        else if (card.IsSubmitterNext)
        {
            card.IsSubmitterNext = false;
            card.Submitter = LineShape.IsAccount(text.Text) ? text.Text : null;
        }
        else
        {
            TakeShape(card, text.Text, place, link);
        }

        return true;
    }

    private static void TakeShape(Card card, string text, TextPlace place, string? link)
    {
        const string PublishedOn = "Published on ";
        string bare = text.TrimStart('·', '•', ' ');
        LineShape shape = LineShape.Of(bare.StartsWith(PublishedOn, StringComparison.Ordinal) ? bare[PublishedOn.Length..] : bare);
        switch (shape.Kind)
        {
            case LineKind.Votes when link is not null && link.EndsWith("#community", StringComparison.Ordinal):
                card.Comments ??= shape.Count;
                break;
            case LineKind.Votes when link is not null && ValueReader.WebAddress(link) is { Host: "github.com" } repository:
                card.Code ??= new(repository, shape.Count);
                break;
            case LineKind.Votes:
                card.Upvotes ??= shape.Count;
                break;
            case LineKind.Attribution:
                card.AuthorCount ??= shape.IsSound ? shape.Count : null;
                break;
            case LineKind.Date:
                card.Published ??= shape.IsSound ? shape.Date : null;
                break;
            case LineKind.Submitter:
                card.Submitter = shape.Name;
                card.IsSubmitterNext = shape.Name is null;
                break;
            default:
                TakeWords(card, text, place, link);
                break;
        }
    }

    private static void TakeWords(Card card, string text, TextPlace place, string? link)
    {
        if (place == TextPlace.Paragraph)
        {
            card.Abstract ??= card.Title.Text is null ? null : text;
        }
        else if (link is not null && card.Organization is null && AccountOf(link, card.Address) is { } account && LineShape.IsOrganization(text))
        {
            // A text listing prints the handle and the full name.
            card.Organization = new(text.StartsWith(account + " ", StringComparison.Ordinal) ? text : $"{account} {text}");
        }
    }

    // A page of the same site, one segment deep.
    private static string? AccountOf(string link, string? paper)
    {
        Uri? address = ValueReader.WebAddress(link);
        string path = address?.AbsolutePath ?? link;
        return path.Length > 1 && path[0] == '/' && path.AsSpan(1).IndexOfAnyExcept(AccountCharacters) < 0 && path is not ("/papers" or "/login" or "/join")
            && (address is null || (paper is not null && ValueReader.WebAddress(paper)?.Host == address.Host))
                ? path[1..]
                : null;
    }

    private void Add(Card card, string idText, int end)
    {
        if (card.Title.Text is not { } title)
        {
            faults.Report(Catalog.PaperUntitled, source.AtOffset(card.IdOffset, 1), $" (`{CapturedJson.Short(idText)}`)");
            return;
        }

        if (!ArxivId.TryParse(idText, out ArxivId? id))
        {
            faults.Report(Catalog.NoArxivId, source.AtOffset(card.IdOffset, 1), $"`{CapturedJson.Short(idText)}` is no arXiv id");
        }

        SourceSpan place = source.AtOffset(card.Title.Offset);
        _listings.Add(new()
        {
            Title = title,
            Abstract = card.Abstract,
            Arxiv = id,
            AuthorCount = card.AuthorCount,
            Organization = card.Organization,
            Published = card.Published,
            Comments = card.Comments,
            Upvotes = card.Upvotes,
            SubmittedBy = card.Submitter,
            Code = card.Code,
            Lines = new(source.AtOffset(card.Start).Line, source.AtOffset(end).Line),
            TitleLine = place.Line,
            TitleColumn = place.Column,
        });
    }
}
