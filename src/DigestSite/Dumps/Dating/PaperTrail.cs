namespace DigestSite.Dumps.Dating;

/// <summary>Every listing of one paper, over all dumps.</summary>
/// <remarks>
/// Where the listings disagree on the day of publication the earliest counts, so that a bound is never too strict;
/// dates that need no inference come before those that do.
/// </remarks>
internal sealed class PaperTrail
{
    private readonly List<Clue> _clues = [];
    private readonly List<Clue> _full = [];

    /// <summary>By dump, then by place on the page.</summary>
    public IReadOnlyList<Clue> Clues => _clues;

    /// <summary>The listings whose full date needs no inference, one of each date: printed with a year, or on a page of known date.</summary>
    public IReadOnlyList<Clue> Full => _full;

    /// <summary>The listing that says when the paper was published; null while that is not known.</summary>
    public Clue? Earliest { get; private set; }

    public void Add(Clue clue) => _clues.Add(clue);

    /// <summary>Finds the full dates, once every listing is here and pages of known date have their year.</summary>
    public void FindFullDates()
    {
        foreach (Clue clue in _clues)
        {
            if ((clue.Full is not null || clue.Page.Known is not null)
                && clue.Published is { } published && !_full.Exists(other => other.Published == published))
            {
                _full.Add(clue);
            }
        }

        Earliest = _full.MinBy(clue => clue.Published);
    }

    /// <summary>
    /// Finds <see cref="Earliest"/> again after a page got another year. While a page that elides the date has no year, nothing is said;
    /// so a bound only ever rises. False when that is so.
    /// </summary>
    public bool Update()
    {
        if (_full.Count > 0)
        {
            return true;
        }

        Clue? earliest = null;
        foreach (Clue clue in _clues)
        {
            if (clue.Elided is null)
            {
                continue;
            }

            if (clue.Page.Group.Year is null)
            {
                return false;
            }

            if (clue.Published is { } published && (earliest is null || published < earliest.Published))
            {
                earliest = clue;
            }
        }

        Earliest = earliest;
        return true;
    }
}
