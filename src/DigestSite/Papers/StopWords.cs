using System.Collections.Frozen;

namespace DigestSite.Papers;

/// <summary>Words that say nothing of what a paper is about: English function words, and what every abstract says of itself.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = """
        a able about above achieve achieved achieves across address after against all allow allows almost along already also although always among an analysis and another any appear appears applied
        approach approaches are art as associated at available based be because been before being below benefit best better between beyond both but by can cannot capable case cases challenge
        challenges challenging code com common commonly compare compared comparing comprehensive consider contrast could crucial current currently d demonstrate demonstrated demonstrates
        demonstrating depend depends despite develop developed difficult do does due during e each easily effect effective effectively effectiveness effects either enable enables
        enabling especially et even evidence examine example existing experiment experimental experiments explore extensive extensively extent fail few find finding findings finds first focus for found from
        full fully further furthermore g general generally get github given gives go good great had has have having help helps hence here high higher highlight highly how however http https i identified identify if important improve
        improved improvement improvements improves improving in include including increase increasing indeed instead into introduce introduced introduces investigate io is issue it its
        itself just key kind know known large largely larger lead leading leads led less let leverage leveraging like likely limited limitation limitations long low lower main major make makes making
        many may mean means method methods might more moreover most much must namely need needed needs neither new next no non nor not notably novel now number obtain obtained of off often on
        once one ones only open or other others our out outperform outperforming outperforms over overall own paper papers part particular particularly per perform performance performs
        possible potential potentially practical present presented presents previous previously prior problem problems produce promising propose proposed proposes proposing provide provided
        provides providing publicly put quite range rather real recent recently reduce reduces reducing related release released rely relying remain remaining remains report represent require required requires research respectively
        result resulting results reveal review s same second see seem seen set several should show showing shown shows significant significantly similar similarly simple simply since single
        small so some sota specific specifically state still strong study studies substantial substantially such suggest superior t tackle take task tasks tend than that the their them themselves then
        there therefore these they this those though three through throughout thus to together too toward towards two type typical typically under understand understanding unlike until up
        upon us use used useful user uses using usually v various vary vast versus very via was way ways we well were what when where whether which while who whole whose why wide widely will with
        within without work works world would yet you
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether this folded word says nothing by itself, so that no phrase begins or ends with it: one of the list, a single character, a number or a quantity (but not <c>3d</c>).</summary>
    public static bool Contains(string word) =>
        word.Length < 2 || Words.Contains(word) || !word.Any(char.IsLetter) || (char.IsDigit(word[0]) && word[^1] != 'd');
}
