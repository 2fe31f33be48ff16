using System.Globalization;
using System.Net;
using System.Text;
using DigestSite.Templates;

namespace DigestSite.Pictures;

/// <summary>
/// Writes one picture. It has no view box: lengths along the width are per cent, heights and letters are pixels, so a picture fills
/// any width and its letters stay readable on a phone. No script and no style attribute: what is coloured has a fill, the rest classes.
/// </summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();

    /// <summary>Opens the picture.</summary>
    /// <param name="id">What its ids begin with; each picture of a page has its own.</param>
    /// <param name="role"><c>img</c>, or <c>group</c> where links within must be reached.</param>
    /// <param name="height">In pixels; null where the style sheet decides.</param>
    public Svg(string id, string title, string description, int? height, string role = "img", string kind = "chart")
    {
        _text.Append(CultureInfo.InvariantCulture, $"<svg class=\"{kind}\" width=\"100%\"");
        if (height is not null)
        {
            _text.Append(CultureInfo.InvariantCulture, $" height=\"{height}\"");
        }

        _text.Append(CultureInfo.InvariantCulture, $" role=\"{role}\" aria-labelledby=\"{id}Title {id}Text\" xmlns=\"http://www.w3.org/2000/svg\">");
        _text.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}Title\">{Escaped(title)}</title><desc id=\"{id}Text\">{Escaped(description)}</desc>\n");
    }

    /// <summary>Text as markup has it.</summary>
    public static string Escaped(string text) => WebUtility.HtmlEncode(HtmlText.Shown(text));

    /// <summary>A number as markup has it: two decimals at most, no zeros behind.</summary>
    public static string Number(double number) => Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    public Svg Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>A line of text.</summary>
    /// <param name="x">Per cent of the width.</param>
    /// <param name="y">Its base line, in pixels.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>: which part of it stands at <paramref name="x"/>.</param>
    public Svg Text(double x, int y, string text, string anchor = "start", string? kind = null)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(x)}%\" y=\"{y}\"");
        _text.Append(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"").Append(kind is null ? "" : $" class=\"{kind}\"");
        _text.Append('>').Append(Escaped(text)).Append("</text>\n");
        return this;
    }

    /// <summary>A filled box.</summary>
    /// <param name="x">Per cent of the width, and so is <paramref name="width"/>.</param>
    /// <param name="y">In pixels, and so is <paramref name="height"/>.</param>
    /// <param name="opacity">Of its fill, from 0 to 1.</param>
    public Svg Box(double x, double y, double width, double height, double opacity = 1)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Number(x)}%\" y=\"{Number(y)}\" width=\"{Number(width)}%\" height=\"{Number(height)}\"");
        _text.Append(opacity < 1 ? $" fill-opacity=\"{Number(opacity)}\"" : "").Append("/>\n");
        return this;
    }

    /// <summary>Bars side by side over the whole width, on one line.</summary>
    /// <param name="values">One a bar.</param>
    /// <param name="most">The value that is as high as <paramref name="height"/>.</param>
    /// <param name="y">The top, in pixels.</param>
    public Svg Bars(IReadOnlyList<int> values, int most, int y, int height, string? fill = null)
    {
        // Ten units a bar, stretched to the width: one path for all of them.
        _text.Append(CultureInfo.InvariantCulture, $"<svg y=\"{y}\" width=\"100%\" height=\"{height}\" viewBox=\"0 0 {values.Count * 10} {height}\" preserveAspectRatio=\"none\"><path");
        _text.Append(fill is null ? "" : $" fill=\"{fill}\"").Append(" d=\"");
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] > 0)
            {
                double high = Math.Max(1.5, (double)height * values[i] / most);
                _text.Append(CultureInfo.InvariantCulture, $"M{(i * 10) + 1} {height}v-{Number(high)}h8v{Number(high)}z");
            }
        }

        _text.Append("\"/></svg>\n");
        return this;
    }

    /// <summary>The line that bars stand on.</summary>
    public Svg Ground(int y)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<line x2=\"100%\" y1=\"{y}.5\" y2=\"{y}.5\"/>\n");
        return this;
    }

    public Html Close() => new(_text.Append("</svg>").ToString());
}
