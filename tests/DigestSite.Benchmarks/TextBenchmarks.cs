using System.Diagnostics;
using System.Globalization;
using DigestSite.Tex;

namespace DigestSite.Benchmarks;

/// <summary>How fast titles and abstracts are read, beside looking once at each of their characters; in millions of characters a second of one thread.</summary>
internal static class TextBenchmarks
{
    private const int Papers = 2_000;
    private const int Rounds = 20;

    private const string Plain = "We study how well large models generalize across many tasks, and find that training on more kinds of text helps at times, in general and on average. ";
    private const string Damaged = "It runs 2.75times faster with mathcal{O}(d^k) samples, sim0.1\\% of them, and an ell_2 loss bounded by proptoleft(d/mright)^{1/2}. ";
    private const string Undamaged = "It runs $2.75\\times$ faster with $\\mathcal{O}(d^k)$ samples, \\textbf{$\\sim$0.1\\%} of them, bounded by $\\frac{d}{m}$. ";

    public static void Print()
    {
        Console.WriteLine("| text | read, M characters/s | a plain scan, M/s |");
        Console.WriteLine("| --- | ---: | ---: |");
        Row("without TeX", i => Repeat(Plain, 9, i));
        Row("one paper of eight with TeX", i => i % 8 == 0 ? Repeat(Plain, 8, i) + Damaged : Repeat(Plain, 9, i));
        Row("damaged TeX throughout", i => Repeat(Damaged, 9, i));
        Row("undamaged TeX throughout", i => Repeat(Undamaged, 9, i));
    }

    private static string Repeat(string text, int times, int number) => string.Concat(Enumerable.Repeat(text, times)) + number.ToString(CultureInfo.InvariantCulture);

    private static void Row(string name, Func<int, string> text)
    {
        string[] texts = [.. Enumerable.Range(0, Papers).Select(text)];
        double characters = texts.Sum(t => (double)t.Length) / 1e6;
        double read = Best(() => texts.Sum(t => ReadableText.Of(t).Html.Markup.Length & 1));
        double scan = Best(() => texts.Sum(Backslashes));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {characters / read:F0} | {characters / scan:F0} |"));
    }

    private static int Backslashes(string text)
    {
        int count = 0;
        foreach (char c in text)
        {
            count += c == '\\' ? 1 : 0;
        }

        return count;
    }

    private static double Best(Func<int> work)
    {
        double best = double.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return best;
    }
}
