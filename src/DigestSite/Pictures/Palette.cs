using DigestSite.Papers;

namespace DigestSite.Pictures;

/// <summary>
/// How a theme looks on pictures: a hue and a shape. Each hue stands out from light and from dark paper by 3.6 to 1 at least
/// (WCAG 2.2, 1.4.11, asks for 3), so one palette serves both; seven hues and three shapes tell 21 themes apart, and shapes stay
/// where hues look alike.
/// </summary>
internal static class Palette
{
    /// <summary>What belongs to no theme.</summary>
    public const string Grey = "#7b828a";

    private const int ShapeCount = 4;

    private static readonly string[] Hues = ["#2f7fd6", "#c8640a", "#2a9055", "#d8435a", "#9a62cf", "#927d12", "#16929b"];

    /// <summary>The shapes, each around its middle, by the id that <c>use</c> names.</summary>
    /// <param name="isSmall">For where dots are many.</param>
    public static string Shapes(bool isSmall)
    {
        string size = isSmall ? " transform=\"scale(.78)\"" : "";
        return $"<defs><circle id=\"Dot0\" r=\"4.5\"{size}/><rect id=\"Dot1\" x=\"-4\" y=\"-4\" width=\"8\" height=\"8\"{size}/>"
            + $"<path id=\"Dot2\" d=\"M0-5.5 5 3.5H-5z\"{size}/><path id=\"Dot3\" d=\"M0-6 6 0 0 6-6 0z\"{size}/></defs>\n";
    }

    public static string Fill(Theme theme) => theme.Id == Theme.OtherId ? Grey : Hues[theme.Order % Hues.Length];

    public static string Shape(Theme theme) => theme.Id == Theme.OtherId ? "Dot0" : $"Dot{theme.Order / Hues.Length % ShapeCount}";
}
