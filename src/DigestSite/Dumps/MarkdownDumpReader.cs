using DigestSite.Diagnostics;
using DigestSite.Dumps.Markdown;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Reads a listing page as page-to-text tools print it: Markdown, or text with numbered links.</summary>
/// <remarks>
/// What the tool added is dropped, and what is left is read by the grammar of <see cref="TextDumpReader"/>, each line in its place. Two
/// things are better known than there: a heading, or a text that is a link to a paper, is a title, and where there are such titles no other
/// text is one; and a whole page was printed, so that above its date line there is nothing but furniture.
/// </remarks>
internal static class MarkdownDumpReader
{
    /// <summary>Whether a file is of this format.</summary>
    public static bool Claims(SourceText source) => PrintedSigns.AreIn(source);

    public static Dump Read(string name, SourceText source, DiagnosticBag diagnostics)
    {
        PageLines page = PageLines.Of(WithoutSigns(source));
        List<DumpToken> tokens = Attributed(DumpLexer.Tokens(page.Lines));
        int titles = tokens.FindIndex(t => t.IsTitle && page.Titled.ContainsKey(t.Lines.First));
        int dateIndex = TextDumpReader.FindDateLine(titles < 0 ? tokens : tokens[..titles]);
        DumpToken? date = dateIndex >= 0 && tokens[dateIndex].Shape.IsSound ? tokens[dateIndex] : null;
        var outline = new DumpOutline(source, diagnostics);
        int start = date is null ? FirstPaper(tokens) : dateIndex + 1;
        foreach (DumpToken token in tokens[..start])
        {
            outline.AddFurniture(token.Lines);
        }

        var body = new DumpBody(tokens, start, outline, tokens.Exists(t => t.IsTitle));
        var faults = new FaultLimit(diagnostics);
        var listings = new DistinctListings(source, faults);
        foreach (Listing listing in body.Read())
        {
            listings.Add(Identified(listing, page));
        }

        faults.ReportRest(source);
        if (listings.Kept.Count == 0)
        {
            diagnostics.Add(Catalog.NoListing.At(source.At(0, 0)));
        }

        return new()
        {
            Name = name,
            Source = source,
            Format = DumpFormat.Markdown,
            Date = date?.Shape.Date,
            DateLine = date?.Lines.First ?? 0,
            Listings = listings.Kept,
            Parts = WholePage([.. outline.Parts.Select(p => listings.IsLeftOut(p.Lines) ? p with { Kind = DumpPartKind.Unplaced } : p)], source),
        };
    }

    private static PrintedPage WithoutSigns(SourceText source)
    {
        var page = new PrintedPage(source);
        BlockSigns.Drop(page);
        var inline = new InlineSigns(page);
        inline.Drop();
        LinkNumbers.Drop(page);
        LeftoverSigns.Drop(page, inline.Literal);
        return page;
    }

    // A page may print the number of authors and, below it, the organization with the date.
    private static List<DumpToken> Attributed(List<DumpToken> tokens)
    {
        for (int i = tokens.Count - 2; i >= 0; i--)
        {
            if (tokens[i] is { Kind: LineKind.Attribution, Shape: { IsSound: true, Count: not null, HasDot: false } } count
                && tokens[i + 1] is { Kind: LineKind.Attribution, Shape: { IsSound: true, Name: not null, Count: null } } named)
            {
                tokens[i] = new(named.Shape with { Count = count.Shape.Count }, $"{count.Text} {named.Text}", new(count.Lines.First, named.Lines.Last));
                tokens.RemoveAt(i + 1);
            }
        }

        return tokens;
    }

    private static int FirstPaper(List<DumpToken> tokens)
    {
        int first = Math.Max(0, tokens.FindIndex(t => t.IsTitle));
        while (first > 0 && tokens[first - 1].Kind is LineKind.Votes or LineKind.Submitter)
        {
            first--;
        }

        return first;
    }

    private static Listing Identified(Listing listing, PageLines page) => listing with
    {
        Arxiv = page.Titled.GetValueOrDefault(listing.TitleLine) ?? page.OnlyPaperIn(listing.Lines),
        TitleColumn = page.ColumnOf(listing.TitleLine),
    };

    // What is nothing but signs of the tool is furniture, but for what stands within a part.
    private static EquatableArray<DumpPart> WholePage(DumpPart[] parts, SourceText source)
    {
        var whole = new List<DumpPart>();
        int next = 0;
        for (int line = 1; line <= source.LineCount; line++)
        {
            if (next < parts.Length && parts[next].Lines.First == line)
            {
                Add(parts[next]);
                line = parts[next].Lines.Last;
                next++;
            }
            else if (!DumpText.IsBlank(source.Line(line)))
            {
                Add(new(DumpPartKind.Furniture, new(line, line)));
            }
        }

        return whole.ToEquatableArray();

        void Add(DumpPart part)
        {
            if (part.Kind == DumpPartKind.Furniture && whole is [.., { Kind: DumpPartKind.Furniture } last])
            {
                whole[^1] = last with { Lines = last.Lines with { Last = part.Lines.Last } };
            }
            else
            {
                whole.Add(part);
            }
        }
    }
}
