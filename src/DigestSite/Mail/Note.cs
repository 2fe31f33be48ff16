using System.Globalization;
using DigestSite.Templates;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace DigestSite.Mail;

/// <summary>The editors' introduction as a message can show it: its first blocks, as markup and as plain text.</summary>
internal sealed class Note
{
    // In UTF-16 units. A message is for pointing at papers; an essay stands on the page.
    private const int Longest = 12_000;

    private readonly BaseUrl _baseUrl;
    private readonly List<NoteBlock> _blocks = [];
    private readonly List<PlainBlock> _plain = [];
    private readonly List<string> _addresses = [];
    private int _length;
    private int _told;

    private Note(BaseUrl baseUrl) => _baseUrl = baseUrl;

    public NoteBlock[] Blocks => [.. _blocks];

    public PlainBlock[] Plain => [.. _plain];

    public bool IsCut { get; private set; }

    public static Note Of(string? markdown, BaseUrl baseUrl)
    {
        var note = new Note(baseUrl);
        if (!string.IsNullOrWhiteSpace(markdown))
        {
            note.Take(EditorsMarkdown.Parse(markdown));
        }

        return note;
    }

    private void Take(ContainerBlock blocks)
    {
        foreach (Block block in blocks)
        {
            Take(block);
        }
    }

    private void Take(Block block)
    {
        switch (block)
        {
            case ListBlock list:
                TakeList(list);
                break;
            case QuoteBlock quote:
                foreach (LeafBlock leaf in quote.Descendants<LeafBlock>())
                {
                    (Html html, string plain) = Words(leaf);
                    Add(new(null, null, html, null, [], false), new(null, plain, [], []), html.Markup.Length + plain.Length);
                }

                break;
            case Table table:
                foreach (TableRow row in table.OfType<TableRow>())
                {
                    TakeRow(row);
                }

                break;
            case ContainerBlock container:
                Take(container);
                break;
            case CodeBlock { Lines: var lines }:
                string code = string.Join('\n', lines.ToString().Split('\n').Select(l => MailWords.Clean(l.TrimEnd('\r'))));
                Add(new(null, null, null, code, [], false), new(code, null, [], []), 2 * code.Length);
                break;
            case HeadingBlock heading:
                (Html title, string titleText) = Words(heading);
                Add(new(title, null, null, null, [], false), new(titleText, null, [], []), title.Markup.Length + titleText.Length);
                break;
            case LeafBlock { Inline: not null } leaf:
                (Html words, string text) = Words(leaf);
                Add(new(null, words, null, null, [], false), new(text, null, [], []), words.Markup.Length + text.Length);
                break;
        }
    }

    // Lists within lists lie flat: mail programs differ in all that is nested.
    private void TakeList(ListBlock list)
    {
        ParagraphBlock[] paragraphs = [.. list.Descendants<ParagraphBlock>()];
        (Html Html, string Plain)[] items = [.. paragraphs.Select(Words)];
        int number = list.OrderedStart is { } start && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out int first) ? first : 1;
        Add(
            new(null, null, null, null, [.. items.Select(i => new NoteItem(i.Html))], list.IsOrdered),
            new(null, null, [.. items.Select((item, i) => (list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number + i}. ") : "* ") + item.Plain)], []),
            items.Sum(i => i.Html.Markup.Length + i.Plain.Length));
    }

    private void TakeRow(TableRow row)
    {
        (Html Html, string Plain)[] cells = [.. row.Descendants<LeafBlock>().Select(Words)];
        var html = new Html(string.Join(" · ", cells.Select(c => c.Html.Markup)));
        string plain = string.Join(" | ", cells.Select(c => c.Plain));
        Add(new(null, html, null, null, [], false), new(plain, null, [], []), html.Markup.Length + plain.Length);
    }

    private (Html Html, string Plain) Words(LeafBlock leaf) => NoteWords.Of(leaf.Inline, _baseUrl, _addresses);

    private void Add(NoteBlock block, PlainBlock plain, int length)
    {
        IsCut |= _length + length > 2 * Longest;
        if (!IsCut)
        {
            _length += length;
            _blocks.Add(block);
            _plain.Add(plain with { Addresses = [.. _addresses.Skip(_told).Select((a, i) => string.Create(CultureInfo.InvariantCulture, $"[{_told + i + 1}] {a}"))] });
            _told = _addresses.Count;
        }
    }
}
