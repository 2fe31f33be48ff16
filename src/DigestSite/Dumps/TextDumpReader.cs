using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Reads the text of a listing page, as copied from a browser.</summary>
/// <remarks>
/// <para>Lexical rules. White space is folded, and format characters (zero-width space, byte order mark) do not hide a
/// known line. Blank lines part blocks. In a block with a line of 300 characters or more, each line is a token of its own;
/// in any other, lines of text that follow each other are one text that was wrapped (but a line right above a <c>·</c>
/// is one alone).</para>
/// <code>
/// dump        = { furniture } date { listing | furniture }
/// listing     = [ votes ] [ submitter ] title { paragraph } [ attribution ]     (votes and submitter in either order)
/// attribution = who [ "·" ] [ date [ comments ] ] | "·" date [ comments ]       (on one line or several)
/// who         = [ "•" ] number "author" [ "s" ] | organization                  (an organization only above a "·")
/// votes       = number | number "k" | "-"
/// submitter   = "Submitted by" name                                             (on one line or two; a name is one word)
/// date        = month day [ "," year ]                                          (Nov 3; Oct 6, 2024)
/// </code>
/// <para>What a text is, the strongest evidence first. Short is under 300 characters, else long; prose is long, or ends as
/// a sentence does, or holds an address.</para>
/// <list type="number">
/// <item>Below votes or a submitter a short text is a title.</item>
/// <item>In a listing, right above a <c>·</c>, a text of up to 150 characters that is not prose is an organization.</item>
/// <item>A word that is known from the page (<c>Models</c>, of the footer) is furniture, unless a long text or an attribution follows.</item>
/// <item>In a listing, a long text is a paragraph of the abstract; so is any text between the title and an attribution.</item>
/// <item>In a listing, other prose is a paragraph too; but below an abstract and above a long text, prose of up to 150
/// characters without an address is a title that ends in a full stop.</item>
/// <item>Outside a listing (an attribution or furniture ends one) prose is unplaced; but such a title with a full stop is
/// one where a long text or an attribution follows.</item>
/// <item>Any other text is a title.</item>
/// </list>
/// <para>The date line is the first date above all long texts and attributions; above it there is furniture only. What has
/// no place becomes a <see cref="DumpPartKind.Unplaced"/> part with one error at its first line. Errors elsewhere concern the
/// dump as a whole: no date line, no listing. Warnings stand in listings.</para>
/// </remarks>
internal static class TextDumpReader
{
    /// <summary>The listings of <paramref name="source"/>; <paramref name="name"/> is the file's name in content/dumps.</summary>
    public static Dump Read(string name, SourceText source, DiagnosticBag diagnostics)
    {
        if (DumpText.IsBlank(source.Text))
        {
            diagnostics.Add(Catalog.EmptyDump.At(source.At(0, 0)));
            return new Dump { Name = name, Source = source, Listings = [], Parts = [] };
        }

        List<DumpToken> tokens = DumpLexer.Tokens(source);
        var outline = new DumpOutline(source, diagnostics);
        int dateIndex = FindDateLine(tokens);
        DumpToken? date = dateIndex >= 0 && tokens[dateIndex].Shape.IsSound ? tokens[dateIndex] : null;
        PlaceHeading(tokens, date is null ? -1 : dateIndex, outline);
        var body = new DumpBody(tokens, date is null ? 0 : dateIndex + 1, outline);
        List<Listing> listings = body.Read();
        if (dateIndex < 0)
        {
            DumpPart first = outline.Parts.FirstOrDefault(part => part.Kind != DumpPartKind.Furniture, outline.Parts[0]);
            outline.Report(first.Lines.First, Catalog.NoDateLine);
        }

        if (listings.Count == 0)
        {
            diagnostics.Add(Catalog.NoListing.At(source.At(0, 0)));
        }

        return new Dump
        {
            Name = name,
            Source = source,
            Date = date?.Shape.Date,
            DateLine = date?.Lines.First ?? 0,
            Listings = listings.ToEquatableArray(),
            Parts = outline.Parts.ToEquatableArray(),
        };
    }

    /// <summary>The first date above all prose and attributions; an impossible one if there is no better; -1 for none.</summary>
    public static int FindDateLine(List<DumpToken> tokens)
    {
        int impossible = -1;
        for (int i = 0; i < tokens.Count && !tokens[i].IsLong && tokens[i].Kind != LineKind.Attribution; i++)
        {
            if (tokens[i].Kind != LineKind.Date || tokens[i].Shape.Comments is not null)
            {
                continue;
            }

            if (tokens[i].Shape.IsSound)
            {
                return i;
            }

            impossible = impossible < 0 ? i : impossible;
        }

        return impossible;
    }

    private static void PlaceHeading(List<DumpToken> tokens, int dateIndex, DumpOutline outline)
    {
        for (int i = 0; i <= dateIndex; i++)
        {
            DumpToken token = tokens[i];
            if (i == dateIndex || token.Kind is LineKind.Furniture or LineKind.Word)
            {
                outline.AddFurniture(token.Lines);
            }
            else
            {
                outline.AddUnplaced(token.Lines, token.Shape.Fault ?? Catalog.AboveDateLine, token.Shape.FaultText ?? token.Text);
            }
        }
    }
}
