using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Curation.Suggesting;

/// <summary>A phrase that a theme could look for.</summary>
/// <param name="Words">Folded words.</param>
/// <param name="Inside">In how many papers of the theme it stands.</param>
/// <param name="ThemeSize">How many papers the theme has, without the one it is suggested for.</param>
/// <param name="Outside">In how many other papers it stands.</param>
/// <param name="Others">How many other papers there are.</param>
internal sealed record SuggestedPhrase(string Words, int Inside, int ThemeSize, int Outside, int Others)
{
    private static readonly string[] NotPlain = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    public int TitlePoints { get; init; } = WeightedPhrase.DefaultTitlePoints;

    public int AbstractPoints { get; init; } = WeightedPhrase.DefaultAbstractPoints;

    /// <summary>Papers that would change to the theme with it, but for the one it is suggested for.</summary>
    public EquatableArray<Slug> Moved { get; init; }

    /// <summary>The list item for themes.yml.</summary>
    public string Line
    {
        get
        {
            bool isPlain = char.IsAsciiLetter(Words[0]) && Words.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ') && !NotPlain.Contains(Words, StringComparer.Ordinal);
            string phrase = isPlain ? Words : $"\"{Words}\"";
            return this is { TitlePoints: WeightedPhrase.DefaultTitlePoints, AbstractPoints: WeightedPhrase.DefaultAbstractPoints }
                ? $"- {phrase}"
                : string.Create(CultureInfo.InvariantCulture, $"- {{ phrase: {phrase}, title: {TitlePoints}, abstract: {AbstractPoints} }}");
        }
    }

    /// <summary>What speaks for it, in words.</summary>
    public string Evidence => string.Create(
        CultureInfo.InvariantCulture, $"in {Inside} of {ThemeSize} papers of the theme, {Outside} of {Others} others");

    /// <summary>
    /// How much more often the theme's papers have it than others do: the log-likelihood ratio of the two rates against one rate for
    /// all (Dunning 1993, "Accurate methods for the statistics of surprise and coincidence"); negative where others have it more often.
    /// </summary>
    public double Distinction
    {
        get
        {
            double rate = (double)(Inside + Outside) / Math.Max(1, ThemeSize + Others);
            double sum = Surprise(Inside, ThemeSize * rate) + Surprise(ThemeSize - Inside, ThemeSize * (1 - rate))
                + Surprise(Outside, Others * rate) + Surprise(Others - Outside, Others * (1 - rate));
            return (long)Inside * Others < (long)Outside * ThemeSize ? -2 * sum : 2 * sum;
        }
    }

    /// <summary>Whether it is seen in the theme at least as often as elsewhere, and more than chance explains once in a hundred times.</summary>
    public bool IsTelling => Inside >= PhraseCounts.MinPapers && Inside >= Outside && Distinction >= OneInAHundred;

    // The quantile of the chi-squared distribution with one degree of freedom.
    private const double OneInAHundred = 6.63;

    private static double Surprise(int observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);
}
