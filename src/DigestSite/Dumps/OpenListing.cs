using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>A listing whose last line is not known yet.</summary>
internal sealed class OpenListing(DumpToken title, int firstLine)
{
    private readonly List<string> _paragraphs = [];
    private int _lastLine = title.Lines.Last;
    private LineShape _who;
    private LineShape _when;

    public DumpToken? Votes { get; init; }

    public DumpToken? Submitter { get; init; }

    public bool HasAbstract => _paragraphs.Count > 0;

    public string Title => title.Text;

    public int TitleLine => title.Lines.First;

    /// <summary>A line for its votes or its submitter is proof enough that a title is one.</summary>
    public bool IsBare => !HasAbstract && Votes is null && Submitter is null && _who.Name is null && _who.Count is null && _when.Date is null;

    public void AddParagraph(DumpToken paragraph)
    {
        _paragraphs.Add(paragraph.Text);
        _lastLine = paragraph.Lines.Last;
    }

    /// <summary>Takes who and when from the parts of an attribution that have them.</summary>
    public void AddAttribution(DumpToken part)
    {
        if (part.Shape.HasWho)
        {
            _who = part.Shape;
        }
        else if (part.MayBeText)
        {
            _who = new(LineKind.Attribution) { Name = part.Text };
        }

        if (part.Shape.Date is not null)
        {
            _when = part.Shape;
        }

        _lastLine = part.Lines.Last;
    }

    public Listing Close() => new()
    {
        Title = title.Text,
        Abstract = HasAbstract ? string.Join(' ', _paragraphs) : null,
        AuthorCount = _who.Count,
        Organization = _who.Name is { } name ? new(name) : null,
        Published = _when.Date,
        Comments = _when.Comments,
        Upvotes = Votes?.Shape.Count,
        SubmittedBy = Submitter?.Shape.Name,
        Lines = new(firstLine, _lastLine),
        TitleLine = TitleLine,
    };
}
