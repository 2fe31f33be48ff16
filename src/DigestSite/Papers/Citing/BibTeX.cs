using System.Globalization;
using System.Text;

namespace DigestSite.Papers.Citing;

/// <summary>Papers as BibTeX entries (O. Patashnik, BibTeXing, 1988; fields for eprints by the biblatex manual, 3.14.7). UTF-8; unknown fields are left out.</summary>
internal static class BibTeX
{
    // Styles print "et al." long before; the API has every name.
    private const int MaxAuthors = 25;

    /// <summary>One entry; its key is the paper's slug, which never changes.</summary>
    /// <param name="title">As readers see it.</param>
    /// <param name="url">The paper's page: what is cited where nothing better is known.</param>
    public static string Entry(Paper paper, string title, string url)
    {
        var entry = new StringBuilder(512).Append(CultureInfo.InvariantCulture, $"@misc{{{paper.Slug}");
        // Twice braced, or styles would set names within titles in lower case.
        Field(entry, "title", $"{{{Escape(title)}}}");
        Field(entry, "author", Authors(paper));
        Field(entry, "year", paper.Published?.Year.ToString(CultureInfo.InvariantCulture));
        Field(entry, "eprint", paper.Arxiv?.ToString());
        Field(entry, "archiveprefix", paper.Arxiv is null ? null : "arXiv");
        Field(entry, "doi", paper.Details?.Doi is { } doi ? Verbatim(doi) : null);
        Field(entry, "note", paper.Details?.JournalReference is { } journal ? Escape(journal) : null);
        Field(entry, "url", Verbatim(paper.Arxiv?.AbstractUrl ?? url));
        return entry.Append("\n}\n").ToString();
    }

    /// <summary>Entries with a blank line between them, in the order of <paramref name="papers"/>.</summary>
    public static ReadOnlyMemory<byte> Library(IEnumerable<Paper> papers, Func<Paper, string> title, Func<Paper, string> url) =>
        Encoding.UTF8.GetBytes(string.Join('\n', papers.Select(p => Entry(p, title(p), url(p)))));

    private static void Field(StringBuilder entry, string name, string? value)
    {
        if (value is not null)
        {
            entry.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');
        }
    }

    private static string? Authors(Paper paper) =>
        paper.Authors.Count == 0 ? null
        : string.Join(" and ", paper.Authors.Take(MaxAuthors).Select(Name)) + (Math.Max(paper.AuthorCount ?? 0, paper.Authors.Count) > Math.Min(MaxAuthors, paper.Authors.Count) ? " and others" : "");

    // Outside braces "and" would divide one name into two, a comma its parts, and "others" would mean more of them.
    private static string Name(string name) =>
        name.Contains(',', StringComparison.Ordinal) || name.Split(' ').Any(w => w.ToLowerInvariant() is "and" or "others") ? $"{{{Escape(name)}}}" : Escape(name);

    // Styles print addresses and DOIs as they stand: what would end the field is percent-encoded.
    private static string Verbatim(string address) =>
        address.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);

    // Of most titles nothing has to change.
    private static bool IsPlain(string text)
    {
        char before = ' ';
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or ',' or ':' or ';' or '-' or '(' or ')' or '?' or '!' or '\'' or '/') && (c != ' ' || before == ' '))
            {
                return false;
            }

            before = c;
        }

        return before != ' ';
    }

    private static string Escape(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in TextFolding.FoldWhiteSpace(TextFolding.WellFormed(text)))
        {
            _ = c switch
            {
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => escaped.Append('\\').Append(c),
                '\\' => escaped.Append(@"\textbackslash{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
