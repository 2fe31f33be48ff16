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

    // What stands in a quote is a quote, whatever else it is: whose words they are is not to be lost.
    private void Take(ContainerBlock blocks, bool isQuoted = false)
    {
        foreach (Block block in blocks)
        {
            Take(block, isQuoted);
        }
    }

    private void Take(Block block, bool isQuoted)
    {
        switch (block)
        {
            case ListBlock list:
                TakeList(list, isQuoted);
                break;
            case QuoteBlock quote:
                Take((ContainerBlock)quote, isQuoted: true);
                break;
            case Table table:
                foreach (TableRow row in table.OfType<TableRow>())
                {
                    TakeRow(row, isQuoted);
                }

                break;
            case ContainerBlock container:
                Take(container, isQuoted);
                break;
            case CodeBlock { Lines: var lines }:
                TakeCode([.. lines.ToString().Split('\n').Select(l => MailWords.Clean(l.TrimEnd('\r')))], isQuoted);
                break;
            case HeadingBlock heading when !isQuoted:
                (Html title, string titleText) = Words(heading);
                Add(NoteBlock.Empty with { Heading = title }, PlainBlock.Empty with { Text = titleText }, title.Markup.Length + titleText.Length);
                break;
            case LeafBlock { Inline: not null } leaf:
                (Html words, string text) = Words(leaf);
                Add(words, text, isQuoted);
                break;
        }
    }

    private void TakeCode(string[] lines, bool isQuoted)
    {
        if (isQuoted)
        {
            Add(NoteWords.OfCode(lines), string.Join("\n> ", lines), isQuoted);
            return;
        }

        string code = string.Join('\n', lines);
        Add(NoteBlock.Empty with { Code = code }, PlainBlock.Empty with { Text = code }, 2 * code.Length);
    }

    // Lists within lists lie flat, since mail programs differ in all that is nested: what an item has beside its first words stands after it,
    // and then the list goes on with its numbers.
    private void TakeList(ListBlock list, bool isQuoted)
    {
        int number = list.OrderedStart is { } start && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out int first) ? first : 1;
        var items = new List<(Html Html, string Plain)>();
        foreach (ContainerBlock item in list.OfType<ContainerBlock>())
        {
            var lead = item.FirstOrDefault() as LeafBlock;
            (Html Html, string Plain) words = lead?.Inline is null ? (new(""), "") : Words(lead);
            items.Add(words);
            number++;
            foreach (Block part in item.Skip(lead?.Inline is null ? 0 : 1))
            {
                AddItems(items, list.IsOrdered, number, isQuoted);
                Take(part, isQuoted);
            }
        }

        AddItems(items, list.IsOrdered, number, isQuoted);
    }

    // Those that end before a number; none is left waiting.
    private void AddItems(List<(Html Html, string Plain)> items, bool isOrdered, int end, bool isQuoted)
    {
        int first = end - items.Count;
        string[] plain = [.. items.Select((item, i) => (isOrdered ? string.Create(CultureInfo.InvariantCulture, $"{first + i}. ") : "* ") + item.Plain)];
        if (isQuoted)
        {
            for (int i = 0; i < items.Count; i++)
            {
                Add(new((isOrdered ? string.Create(CultureInfo.InvariantCulture, $"{first + i}. ") : "• ") + items[i].Html.Markup), plain[i], isQuoted);
            }
        }
        else if (items.Count > 0)
        {
            Add(
                NoteBlock.Empty with { Items = [.. items.Select(i => new NoteItem(i.Html))], IsOrdered = isOrdered, Start = first == 1 ? null : first.ToString(CultureInfo.InvariantCulture) },
                PlainBlock.Empty with { Items = plain },
                items.Sum(i => i.Html.Markup.Length + i.Plain.Length));
        }

        items.Clear();
    }

    private void TakeRow(TableRow row, bool isQuoted)
    {
        (Html Html, string Plain)[] cells = [.. row.Descendants<LeafBlock>().Select(Words)];
        Add(new(string.Join(" · ", cells.Select(c => c.Html.Markup))), string.Join(" | ", cells.Select(c => c.Plain)), isQuoted);
    }

    private void Add(Html words, string plain, bool isQuoted) => Add(
        isQuoted ? NoteBlock.Empty with { Quote = words } : NoteBlock.Empty with { Paragraph = words },
        isQuoted ? PlainBlock.Empty with { Quote = plain } : PlainBlock.Empty with { Text = plain },
        words.Markup.Length + plain.Length);

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
