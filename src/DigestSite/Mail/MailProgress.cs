using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DigestSite.Mail;

/// <summary>How far a mailing that is not settled came. It says nothing of who its recipients are: they are places in their list, from 1.</summary>
/// <param name="list">The fingerprint of the list that the places are of (<see cref="Recipients.Fingerprint"/>); null where there are no places.</param>
/// <param name="has">For whom the server took the message.</param>
/// <param name="doubtful">For whom it was handed over and nothing says that it was taken.</param>
internal sealed class MailProgress(string? list, ImmutableSortedSet<int> has, ImmutableSortedSet<int> doubtful)
{
    // A number in a line that was written by hand shall not fill the memory.
    private const int MostPlaces = 1_000_000;

    /// <summary>Nobody has it, and nobody may have it.</summary>
    public static MailProgress None { get; } = new(null, [], []);

    public string? List => list;

    public ImmutableSortedSet<int> Has => has;

    public ImmutableSortedSet<int> Doubtful => doubtful;

    /// <summary>Places as the ledger has them: <c>1-47,49</c>; <c>-</c> for none.</summary>
    public static string Print(ImmutableSortedSet<int> places)
    {
        var text = new StringBuilder();
        for (int i = 0; i < places.Count; i++)
        {
            int first = places[i];
            while (i + 1 < places.Count && places[i + 1] == places[i] + 1)
            {
                i++;
            }

            text.Append(text.Length > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{first}");
            text.Append(places[i] > first ? string.Create(CultureInfo.InvariantCulture, $"-{places[i]}") : "");
        }

        return text.Length > 0 ? text.ToString() : "-";
    }

    /// <summary>Null for what is none, or beyond the end of the list.</summary>
    public static ImmutableSortedSet<int>? Parse(string text, int recipients)
    {
        var places = ImmutableSortedSet.CreateBuilder<int>();
        foreach (string range in text == "-" ? [] : text.Split(','))
        {
            string[] ends = range.Split('-', 2);
            if (!int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last)
                || first < 1 || last < first || last > recipients || last > MostPlaces)
            {
                return null;
            }

            places.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return places.ToImmutable();
    }
}
