using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>The tokens below the date line made listings, by the grammar told at <see cref="TextDumpReader"/>.</summary>
/// <param name="start">The first token that is not of the page's heading.</param>
/// <param name="titlesAreMarked">Whether each title is known to be one, so that no other text is.</param>
internal sealed class DumpBody(List<DumpToken> tokens, int start, DumpOutline outline, bool titlesAreMarked = false)
{
    private readonly List<Listing> _listings = [];
    private OpenListing? _open;
    private int _next = start;

    public List<Listing> Read()
    {
        while (At(_next) is { } token)
        {
            ReadToken(token);
        }

        Close();
        return _listings;
    }

    private void ReadToken(DumpToken token)
    {
        switch (token.Kind)
        {
            case LineKind.Furniture:
                PlaceFurniture(token);
                break;
            case LineKind.Attribution when token.Shape.IsSound:
                ReadAttribution();
                break;
            case LineKind.Votes or LineKind.Submitter when token.Shape.IsSound:
                ReadLeadIn(token);
                break;
            case LineKind.Text or LineKind.Word:
                ReadText(token);
                break;
            default:
                SetAside(token, token.Shape.Fault ?? Catalog.StrayDate);
                break;
        }
    }

    private void ReadText(DumpToken token)
    {
        if (token.IsTitle)
        {
            Close();
            _open = new(token, token.Lines.First);
            _next++;
        }
        else if (IsOrganization(_next))
        {
            ReadAttribution();
        }
        else if (token.Kind == LineKind.Word && !IsEvidence(_next + 1))
        {
            PlaceFurniture(token);
        }
        else if (_open is not null && (titlesAreMarked || IsParagraph(token)))
        {
            _open.AddParagraph(token);
            _next++;
        }
        else if (titlesAreMarked || token.IsLong || (_open is null && token.IsProse && !(token.MayBeTitleWithStop && IsEvidence(_next + 1))))
        {
            SetAside(token, Catalog.StrayProse);
        }
        else
        {
            Close();
            _open = new(token, token.Lines.First);
            _next++;
        }
    }

    private bool IsParagraph(DumpToken token)
    {
        if (token.IsLong)
        {
            return true;
        }

        if (!_open!.HasAbstract)
        {
            return token.IsProse || IsAttribution(_next + 1);
        }

        return token.IsProse && !(token.MayBeTitleWithStop && At(_next + 1) is { IsLong: true });
    }

    private void ReadLeadIn(DumpToken token)
    {
        DumpToken? second = At(_next + 1) is { Kind: LineKind.Votes or LineKind.Submitter, Shape.IsSound: true } other && other.Kind != token.Kind ? other : null;
        int titleIndex = _next + (second is null ? 1 : 2);
        if (At(titleIndex) is not { MayBeText: true, IsLong: false } title || (titlesAreMarked && !title.IsTitle))
        {
            SetAside(token, Catalog.NotAboveTitle);
            return;
        }

        Close();
        DumpToken? votes = token.Kind == LineKind.Votes ? token : second;
        DumpToken? submitter = token.Kind == LineKind.Submitter ? token : second;
        _open = new(title, token.Lines.First) { Votes = votes, Submitter = submitter };
        _next = titleIndex + 1;
    }

    private void ReadAttribution()
    {
        int first = _next;
        _next++;
        if (!tokens[first].Shape.HasDot && At(_next) is { IsDot: true })
        {
            _next++;
        }

        bool isDated = tokens[_next - 1].Shape.Date is not null;
        if (!isDated && At(_next) is { Kind: LineKind.Date, Shape.IsSound: true })
        {
            _next++;
            isDated = true;
        }

        if (_open is null)
        {
            LineRange lines = new(tokens[first].Lines.First, tokens[_next - 1].Lines.Last);
            outline.AddUnplaced(lines, Catalog.StrayAttribution, tokens[first].Text);
            return;
        }

        for (int i = first; i < _next; i++)
        {
            _open.AddAttribution(tokens[i]);
        }

        if (!isDated && tokens[_next - 1].Shape.HasDot && At(_next) is not { Kind: LineKind.Date })
        {
            outline.Report(tokens[_next - 1].Lines.First, Catalog.CutAttribution);
        }

        Close();
    }

    /// <summary>Whether an attribution, or a text that only an abstract can be, starts at a token.</summary>
    private bool IsEvidence(int index) => At(index) is { IsLong: true } || IsAttribution(index);

    // A `·` with nothing about it says nothing.
    private bool IsAttribution(int index) =>
        At(index) is { Shape: { HasWho: true, IsSound: true } or { Kind: LineKind.Attribution, Date: not null, IsSound: true } }
        || (At(index) is { IsDot: true } && At(index + 1) is { Kind: LineKind.Date, Shape.IsSound: true })
        || (At(index) is { MayBeText: true, IsTitle: false } name && LineShape.IsOrganization(name.Text) && At(index + 1) is { IsDot: true });

    private bool IsOrganization(int index) => _open is not null && At(index) is { MayBeText: true, IsTitle: false } && IsAttribution(index);

    private void PlaceFurniture(DumpToken token)
    {
        Close();
        outline.AddFurniture(token.Lines);
        _next++;
    }

    private void SetAside(DumpToken token, DiagnosticDescriptor reason)
    {
        Close();
        outline.AddUnplaced(token.Lines, reason, token.Shape.FaultText ?? token.Text);
        _next++;
    }

    private void Close()
    {
        if (_open is null)
        {
            return;
        }

        Listing listing = _open.Close();
        if (_open.IsBare)
        {
            outline.Report(listing.TitleLine, Catalog.BareTitle, listing.Title);
        }

        outline.AddListing(listing.Lines);
        _listings.Add(listing);
        _open = null;
    }

    private DumpToken? At(int index) => index < tokens.Count ? tokens[index] : null;
}
