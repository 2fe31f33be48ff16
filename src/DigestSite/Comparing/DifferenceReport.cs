using System.Globalization;
using System.Text;

namespace DigestSite.Comparing;

/// <summary>A difference for people: as plain text for a terminal, as Markdown for a pull request or a job's summary.</summary>
/// <remarks>Titles come from captures: in Markdown each character of theirs is escaped, in text what is invisible becomes a space.</remarks>
internal sealed class DifferenceReport
{
    // What matters must not drown; JSON has all of it.
    private const int ShownOfOneKind = 20;

    private readonly StringBuilder _text = new();
    private readonly bool _isMarkdown;

    private DifferenceReport(bool isMarkdown) => _isMarkdown = isMarkdown;

    public static string Text(SiteDifference difference) => new DifferenceReport(isMarkdown: false).Write(difference);

    public static string Markdown(SiteDifference difference) => new DifferenceReport(isMarkdown: true).Write(difference);

    private string Write(SiteDifference difference)
    {
        if (difference.IsNone)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The two sites are the same: {difference.After.Files:N0} files.\n");
        }

        Section("digest", "added", difference.DigestsAdded, d => d);
        Section("digest", "gone", difference.DigestsRemoved, d => d);
        Section("paper", "added", difference.PapersAdded, p => $"{Word(p.Title)} ({Word(p.Theme)})");
        Section("paper", "gone", difference.PapersRemoved, p => $"{Word(p.Title)}, {(p.KeepsAddress ? $"and {Code(p.Address)} is a redirect or a notice now" : $"and so is {Code(p.Address)}")}");
        Section("paper", "in another theme", difference.PapersMoved, p => $"{Word(p.Title)}: {Word(p.From)} → {Word(p.To)}");
        Section("paper", "with another title", difference.PapersRetitled, p => $"{Word(p.Before)} → {Word(p.After)}");
        Section("paper", "with other tags", difference.PapersRetagged, p => $"{Word(p.Title)}: {string.Join(", ", [.. p.Added.Select(t => "+" + Code(t)), .. p.Removed.Select(t => "−" + Code(t))])}");
        Files("page", difference.Pages);
        Files("feed", difference.Feeds);
        Files("data file", difference.Data);
        Files("other file", difference.Other);
        return _text.Append(CultureInfo.InvariantCulture, $"{Count(difference.Before.Files, "file")}, {Megabytes(difference.Before)} → {Count(difference.After.Files, "file")}, {Megabytes(difference.After)}\n").ToString();
    }

    private void Section<T>(string noun, string what, IReadOnlyList<T> items, Func<T, string> line)
    {
        if (items.Count > 0)
        {
            Heading($"{Count(items.Count, noun)} {what}");
            Items(items, line);
            _text.Append('\n');
        }
    }

    private void Files(string noun, FileDifference files)
    {
        if (files.IsNone)
        {
            return;
        }

        Heading(string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(noun[0])}{noun[1..]}s: {files.Added.Count:N0} added, {files.Changed.Count:N0} changed, {files.Removed.Count:N0} gone"));
        Items(files.Removed, a => "− " + Code(a));
        Items(files.Added, a => "+ " + Code(a));
        Items(files.Changed, a => "~ " + Code(a));
        _text.Append('\n');
    }

    private void Items<T>(IReadOnlyList<T> items, Func<T, string> line)
    {
        foreach (T item in items.Take(ShownOfOneKind))
        {
            _text.Append(_isMarkdown ? "- " : "  ").Append(line(item)).Append('\n');
        }

        if (items.Count > ShownOfOneKind)
        {
            _text.Append(_isMarkdown ? "- " : "  ").Append(CultureInfo.InvariantCulture, $"and {items.Count - ShownOfOneKind:N0} more\n");
        }
    }

    private void Heading(string text) => _text.Append(_isMarkdown ? "### " : "").Append(text).Append(_isMarkdown ? "\n\n" : ":\n");

    private string Word(string text) => _isMarkdown ? MarkdownText.Escape(text) : string.Concat(text.Select(c => MarkdownText.IsInvisible(c) ? ' ' : c));

    private string Code(string text) => _isMarkdown ? $"`{string.Concat(text.Select(c => c == '`' || MarkdownText.IsInvisible(c) ? ' ' : c))}`" : Word(text);

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    private static string Megabytes(SiteSize size) => string.Create(CultureInfo.InvariantCulture, $"{size.Bytes / 1e6:N1} MB");
}
