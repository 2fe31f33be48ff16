using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Links.External;

/// <summary>What an answer says of a link.</summary>
internal static class Verdict
{
    /// <summary>After so many days, a host that only ever fails is no longer busy: it is gone.</summary>
    public const int Patience = 14;

    private const string WayOut = "correct or remove the link; if it is right, name it in content/site.yml: `external_links: { exclude: [...] }`";
    private const string Look = "open it in a browser; if it is good, name it in content/site.yml: `external_links: { exclude: [...] }`";

    /// <summary>What is wrong with a link whose address answered so; null when nothing is.</summary>
    public static Flaw? Of(LinkAnswer answer) => answer.Kind switch
    {
        AnswerKind.Status => OfStatus(answer),
        AnswerKind.NoHost => new(Catalog.GoneLink, $"there is no host `{HostOf(answer.Final)}`" + Since(answer), WayOut),
        AnswerKind.Tls => new(Catalog.UntoldLink, Said(answer) + Since(answer), Look),
        AnswerKind.NoAnswer => Passing(answer, Said(answer)),
        AnswerKind.Loop => new(Catalog.EndlessRedirect, "its redirects go round in a circle" + Since(answer), WayOut),
        AnswerKind.TooManyRedirects => new(Catalog.EndlessRedirect, "it is redirected more than 10 times" + Since(answer), WayOut),
        AnswerKind.NoAddress => new(Catalog.EndlessRedirect, "it is redirected to no address of the web" + Since(answer), WayOut),
        _ => new(Catalog.PrivateTarget, $"it leads to `{HostOf(answer.Final)}`, which the public cannot reach" + Since(answer), WayOut),
    };

    /// <summary>What is wrong with the place on the page that a link names.</summary>
    /// <param name="fragment">As written; empty for none.</param>
    public static Flaw? OfFragment(LinkAnswer answer, string fragment) =>
        fragment.Length > 0 && answer.IsGood && answer.Fragments.GetValueOrDefault(fragment) == FragmentState.Missing
            ? new(Catalog.ForeignFragment, $"no id `{fragment}`" + Since(answer), "correct what follows the `#` or remove it; where a script makes the place, exclude the link in content/site.yml")
            : null;

    private static Flaw? OfStatus(LinkAnswer answer) => answer.Status switch
    {
        (>= 200 and < 300) or 304 => answer.MovedTo is { } target ? new Flaw(Catalog.MovedLink, "", $"write `{target}`") : null,
        404 or 410 => new(Catalog.GoneLink, Words(answer.Status) + Since(answer), WayOut),
        408 or >= 500 and < 600 => Passing(answer, Words(answer.Status)),
        _ => new(Catalog.UntoldLink, Words(answer.Status) + Since(answer), Look),
    };

    private static Flaw Passing(LinkAnswer answer, string said) =>
        answer.FailingSince is { } since && answer.Day.DayNumber - since.DayNumber >= Patience
            ? new(Catalog.GoneLink, said + Since(answer), WayOut)
            : new(Catalog.UntoldLink, said + Since(answer), Look);

    private static string Said(LinkAnswer answer) => answer.Detail.Length > 0 ? answer.Detail : "it does not answer";

    private static string Since(LinkAnswer answer) =>
        answer.FailingSince is { } since && since < answer.Day ? string.Create(CultureInfo.InvariantCulture, $"; not good since {since:yyyy-MM-dd}") : "";

    private static string HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? url) ? url.Host : address;

    private static string Words(int status)
    {
        string words = status switch
        {
            401 => "it asks for a password",
            403 => "it refuses programs, or everybody",
            404 => "there is no such page",
            408 => "it took too long",
            410 => "the page was removed",
            429 => "it was asked too often",
            451 => "it is withheld by law",
            999 => "it refuses programs",
            >= 300 and < 400 => "a redirect to nowhere",
            >= 500 and < 600 => "the server fails",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{status}{(words.Length > 0 ? $", {words}" : "")}");
    }
}
