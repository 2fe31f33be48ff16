using System.Globalization;
using DigestSite.Pages;
using DigestSite.Papers;

namespace DigestSite.Mail;

/// <summary>How much of a digest a message shows.</summary>
/// <param name="Themes">How many themes.</param>
/// <param name="PerTheme">How many papers of each.</param>
internal sealed record Share(int Themes, int PerTheme, bool HasNote, bool HasPicks);

/// <summary>What the templates of a message see of a digest.</summary>
internal sealed class MailProjection
{
    // In UTF-16 units: far beyond any real ones, and small enough that a single hostile one fills no message.
    private const int LongestTitle = 300;
    private const int LongestByline = 160;
    private const int LongestSentence = 600;
    private const int MostPicks = 12;
    private const int LongestPreheader = 140;

    // A rule that is longer than a line would be wrapped into two.
    private const int LongestRule = 60;

    private readonly SiteModel _site;
    private readonly Digest _digest;
    private readonly MailSettings _settings;
    private readonly BaseUrl _baseUrl;
    private readonly IGrouping<Theme, Paper>[] _themes;
    private readonly Note _note;
    private readonly MailPick[] _picks;

    public MailProjection(SiteModel site, Digest digest, MailSettings settings)
    {
        (_site, _digest, _settings, _baseUrl) = (site, digest, settings, site.Settings.BaseUrl);
        _themes = [.. DigestProjection.ByTheme(digest.Papers)];
        _note = Note.Of(digest.Note?.Markdown, _baseUrl);
        _picks = [.. (digest.Note?.Picks ?? []).Take(MostPicks).Select(p => new MailPick(Title(p.Paper), Href(p.Paper), MailWords.Line(p.Sentence, LongestSentence)))];
        Subject = MailWords.Line(SubjectOf(settings.Subject), LongestTitle);
    }

    public string Subject { get; }

    /// <summary>All of the digest.</summary>
    public Share Whole => new(_themes.Length, _themes.Select(t => t.Count()).DefaultIfEmpty(0).Max(), HasNote: true, HasPicks: true);

    /// <summary>How many papers of the digest a share leaves out.</summary>
    public int LeftOut(Share share) => _digest.Papers.Count - _themes.Take(share.Themes).Sum(t => Math.Min(share.PerTheme, t.Count()));

    public HtmlMail Html(Share share) => new(
        Subject,
        MailWords.Line($"{Papers}: {ThemesInWords}", LongestPreheader),
        _site.Settings.Language,
        SiteLink,
        Date,
        DigestHref,
        Papers,
        share.HasNote ? _note.Blocks : [],
        IsNoteCut(share),
        share.HasPicks ? _picks : [],
        Themes(share),
        More(share),
        Leave);

    public PlainMail Plain(Share share) => new(
        Subject,
        _site.Settings.Language,
        SiteLink,
        Date,
        DigestHref,
        Papers,
        share.HasNote ? _note.Plain : [],
        IsNoteCut(share),
        share.HasPicks ? _picks : [],
        Themes(share),
        More(share),
        Leave);

    private LinkPart SiteLink => new(MailWords.Line(_site.Settings.Title, LongestTitle), _baseUrl.ToString());

    private DateText Date => DateText.Of(_digest.Date, _digest.IsInferred);

    private string DigestHref => _baseUrl.Absolute(Routes.Digest(_digest.Date));

    private string Papers => SiteFrame.Count(_digest.Papers.Count, "paper");

    private string ThemesInWords => string.Join(", ", _themes.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key.Title} ({t.Count()})")));

    private LinkPart[] Leave => [.. _settings.Unsubscribe.Select(u => new LinkPart(u.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? "write a message" : "use this page", u))];

    private bool IsNoteCut(Share share) => share.HasNote ? _note.IsCut : _note.Blocks.Length > 0 || _note.IsCut;

    private MailTheme[] Themes(Share share) => [.. _themes.Take(share.Themes).Select(t => Of(t, share.PerTheme))];

    private MailTheme Of(IGrouping<Theme, Paper> theme, int shown)
    {
        int count = theme.Count();
        string title = MailWords.Line(theme.Key.Title, LongestTitle);
        int width = title.Length + string.Create(CultureInfo.InvariantCulture, $" ({count})").Length;
        return new(
            title,
            _baseUrl.Absolute(Routes.Theme(theme.Key.Id)),
            count,
            new string('-', Math.Min(width, LongestRule)),
            [.. theme.OrderByDescending(p => p.IsPinned).Take(shown).Select(p => new MailPaper(Title(p), Href(p), Byline(p)))],
            count > shown ? string.Create(CultureInfo.InvariantCulture, $"And {count - shown:N0} more") : null,
            $"{DigestHref}#{theme.Key.Id}");
    }

    // Of themes that are left out as a whole; those that are shown in part say so themselves.
    private string? More(Share share) =>
        _themes.Skip(share.Themes).Sum(t => t.Count()) is > 0 and var left ? $"And {SiteFrame.Count(left, "more paper")}" : null;

    private string Title(Paper paper) => MailWords.Line(_site.Readable.Title(paper).Plain, LongestTitle) is { Length: > 0 } title ? title : "Untitled";

    private string Href(Paper paper) => _baseUrl.Absolute(Routes.Paper(paper.Slug));

    private static string? Byline(Paper paper)
    {
        string line = string.Join(" · ", ((string?[])[paper.Organization?.Name, PaperAuthors.Byline(paper)]).OfType<string>());
        return MailWords.Line(line, LongestByline) is { Length: > 0 } byline ? byline : null;
    }

    private string SubjectOf(string words) => words
        .Replace("{date}", Date.Human, StringComparison.Ordinal)
        .Replace("{papers}", Papers, StringComparison.Ordinal)
        .Replace("{themes}", ThemesInWords, StringComparison.Ordinal)
        .Replace("{site}", _site.Settings.Title, StringComparison.Ordinal);
}
