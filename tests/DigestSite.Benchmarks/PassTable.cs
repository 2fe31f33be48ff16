using System.Globalization;

namespace DigestSite.Benchmarks;

/// <summary>The costs of passes at several sizes as one Markdown table, and which of them grow faster than the corpus.</summary>
internal static class PassTable
{
    // Below this a paper's cost may differ by chance.
    private const double Grows = 1.25;

    /// <summary>A row a pass, columns for each size.</summary>
    /// <param name="sizes">From the smallest to the largest.</param>
    public static void Write(TextWriter output, IReadOnlyList<(int Papers, PassCosts Costs)> sizes)
    {
        var rows = new List<string[]> { Head(sizes) };
        rows.AddRange(sizes[0].Costs.Passes.Select(pass => Row(pass, sizes)));
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length))];
        Line(output, rows[0], widths);
        output.WriteLine($"| {string.Join(" | ", widths.Select((w, c) => c == 0 ? new string('-', w) : new string('-', w - 1) + ":"))} |");
        foreach (string[] row in rows.Skip(1))
        {
            Line(output, row, widths);
        }

        output.WriteLine();
        output.WriteLine("ms: by the clock; cpu: processor time of all threads; a paper: processor time and bytes allocated for each paper, ×: against the smallest corpus.");
        output.WriteLine("grows: how much more a paper costs in the largest corpus than in the cheapest smaller one, where that is more than by chance.");
    }

    private static string[] Head(IReadOnlyList<(int Papers, PassCosts Costs)> sizes) =>
    [
        "pass",
        .. sizes.SelectMany((s, i) => (string[])
        [
            Text($"{s.Papers:N0}: ms"), "cpu ms", "MB", "µs a paper", "kB a paper", .. i == 0 ? [] : (string[])["× µs", "× kB"],
        ]),
        .. sizes.Count > 1 ? (string[])["grows"] : [],
    ];

    private static string[] Row(string pass, IReadOnlyList<(int Papers, PassCosts Costs)> sizes)
    {
        APaper[] each = [.. sizes.Select(s => APaper.Of(s.Costs.Of(pass), s.Papers))];
        return
        [
            pass,
            .. sizes.SelectMany((s, i) => Cells(s.Costs.Of(pass), each[i], i == 0 ? null : each[0])),
            .. sizes.Count > 1 ? (string[])[Growth(each)] : [],
        ];
    }

    private static string[] Cells(Cost cost, APaper each, APaper? smallest) =>
    [
        Text($"{cost.Wall.TotalMilliseconds:N1}"),
        Text($"{cost.Processor.TotalMilliseconds:N1}"),
        Text($"{cost.Allocated / 1e6:N1}"),
        Text($"{each.Microseconds:N1}"),
        Text($"{each.Kilobytes:N2}"),
        .. smallest is { } first ? (string[])[Text($"{each.Microseconds / first.Microseconds:N2}"), Text($"{each.Kilobytes / first.Kilobytes:N2}")] : [],
    ];

    private static string Growth(APaper[] each)
    {
        double time = each[^1].Microseconds / each[..^1].Min(e => e.Microseconds);
        double memory = each[^1].Kilobytes / each[..^1].Min(e => e.Kilobytes);
        return string.Join(", ", ((string[])[time > Grows ? Text($"time ×{time:N1}") : "", memory > Grows ? Text($"memory ×{memory:N1}") : ""]).Where(t => t.Length > 0));
    }

    private static void Line(TextWriter output, string[] cells, int[] widths) =>
        output.WriteLine($"| {string.Join(" | ", cells.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c])))} |");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private readonly record struct APaper(double Microseconds, double Kilobytes)
    {
        public static APaper Of(Cost cost, int papers) => new(cost.Processor.TotalMicroseconds / papers, cost.Allocated / 1e3 / papers);
    }
}
